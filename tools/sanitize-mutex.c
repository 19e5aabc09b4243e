/* Tells the thread sanitizer what it cannot see: a Mutex of Swift that is waited for is taken and given back by functions of a library that
   is not instrumented, on Linux with the help of the kernel. Without this, whatever such a lock holds looks like a race. Preloaded by
   tools/sanitize thread; a lock that is free at once is compiled into the program, and seen there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

/* There in programs with the sanitizer, and in no other. */
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

/* Swift passes `self` in a register of its own: swift_context. */
#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *self
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void lock_slow(uint32_t thread, SELF) __asm__(LOCK);
SWIFT bool try_lock_slow(SELF) __asm__(TRY_LOCK);
SWIFT void unlock_slow(SELF) __asm__(UNLOCK);

typedef SWIFT void lock_function(uint32_t thread, SELF);
typedef SWIFT bool try_function(SELF);
typedef SWIFT void unlock_function(SELF);

SWIFT void lock_slow(uint32_t thread, SELF) {
  ((lock_function *)dlsym(RTLD_NEXT, LOCK))(thread, self);
  if (__tsan_acquire) __tsan_acquire(self);
}

SWIFT bool try_lock_slow(SELF) {
  bool is_taken = ((try_function *)dlsym(RTLD_NEXT, TRY_LOCK))(self);
  if (is_taken && __tsan_acquire) __tsan_acquire(self);
  return is_taken;
}

SWIFT void unlock_slow(SELF) {
  if (__tsan_release) __tsan_release(self);
  ((unlock_function *)dlsym(RTLD_NEXT, UNLOCK))(self);
}
