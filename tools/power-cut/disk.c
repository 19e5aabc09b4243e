/* Stands between the program and the kernel (LD_PRELOAD), counts the calls that touch files below one directory, whichever thread
 * makes them, writes them down with their data, and lets one of them fail, or the machine die at it.
 *
 *   DISK_ROOT   the directory, without links
 *   DISK_LOG    file for what was called (optional); see calls.py
 *   DISK_AT     number of the call to spoil, from 0 (optional)
 *   DISK_HOW    EIO, ENOSPC, EINTR, EDQUOT, EROFS, ENOMEM: the call is not made and fails so
 *               LOST: as EIO, and the process dies before it can take notice
 *               KILL: the process dies before the call; AFTER: just after it; TORN: a write of half of the bytes, then dies
 *               SHORT: a read or write of half of the bytes (at least one), which succeeds
 *   DISK_STAYS  1: every later call of the kind "write" fails in the same way, as on a disk that stays full
 *
 * The calls are made with syscall(2) itself, so that nothing else lies between. What the C library does inside of itself (fopen,
 * mkstemp) is not seen; `run` compares with what strace sees. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int ready = 0, log_descriptor = -1, how_errno = 0, stays = 0, spoiled = 0;
static long spoil_at = -1, calls = 0;
static const char *root = NULL, *how = "";
static size_t root_length = 0;

static void prepare(void) {
  if (ready) return;
  ready = 1;
  root = getenv("DISK_ROOT");
  root_length = root ? strlen(root) : 0;
  if (getenv("DISK_AT")) spoil_at = atol(getenv("DISK_AT"));
  if (getenv("DISK_HOW")) how = getenv("DISK_HOW");
  stays = getenv("DISK_STAYS") != NULL;
  static const struct { const char *name; int number; } errors[] = {
    {"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EINTR", EINTR}, {"EDQUOT", EDQUOT}, {"EROFS", EROFS}, {"ENOMEM", ENOMEM}};
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
    if (!strcmp(how, errors[i].name)) how_errno = errors[i].number;
  if (!strcmp(how, "LOST")) how_errno = EIO;
  const char *path = getenv("DISK_LOG");
  if (path) log_descriptor = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The path below the root that a name means, or NULL. */
static const char *below(int directory, const char *name, char *space) {
  if (!root || !name) return NULL;
  char whole[PATH_MAX];
  if (name[0] == '/') snprintf(whole, sizeof whole, "%s", name);
  else {
    char base[PATH_MAX], link[64];
    ssize_t length;
    if (directory == AT_FDCWD) length = syscall(SYS_getcwd, base, sizeof base) > 0 ? (ssize_t)strlen(base) : -1;
    else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
      length = syscall(SYS_readlinkat, AT_FDCWD, link, base, sizeof base - 1);
    }
    if (length < 0) return NULL;
    base[length] = 0;
    while (name[0] == '.' && name[1] == '/') name += 2;
    if (!strcmp(name, ".")) snprintf(whole, sizeof whole, "%s", base);
    else snprintf(whole, sizeof whole, "%.2000s/%.2000s", base, name);
  }
  if (strncmp(whole, root, root_length) || (whole[root_length] && whole[root_length] != '/')) return NULL;
  strcpy(space, whole[root_length] ? whole + root_length + 1 : ".");
  return space;
}

static const char *opened(int descriptor, char *space) {
  char link[64], whole[PATH_MAX];
  if (!root || descriptor < 0 || descriptor == log_descriptor) return NULL;
  if (descriptor == 1) return strcpy(space, "(stdout)");
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, whole, sizeof whole - 1);
  if (length < 0) return NULL;
  whole[length] = 0;
  return whole[0] == '/' ? below(AT_FDCWD, whole, space) : NULL;
}

enum fate { GO, FAIL, HALF, TEAR, DIE_AFTER };

/* Called with the turn taken: what shall become of the next call. */
static enum fate judge(const char *path, int writes, int can_be_halved) {
  if (!strcmp(path, "(stdout)")) return GO;
  long number = calls++;
  if (spoiled && stays && writes && how_errno) return FAIL;
  if (number != spoil_at) return GO;
  spoiled = 1;
  if (how_errno) return FAIL;
  if (!strcmp(how, "KILL")) syscall(SYS_kill, getpid(), SIGKILL);
  if (!strcmp(how, "AFTER")) return DIE_AFTER;
  if (!strcmp(how, "TORN")) return can_be_halved ? TEAR : DIE_AFTER;
  if (!strcmp(how, "SHORT") && can_be_halved) return HALF;
  return GO;
}

static void tell(const char *call, const char *path, const char *other, long long offset, long long length, long result, int error,
                 const void *data, long long data_length) {
  if (log_descriptor < 0) return;
  char line[2 * PATH_MAX + 200];
  int count = snprintf(line, sizeof line, "%s\t%lld\t%lld\t%ld\t%d\t%lld\t%s\t%s\n", call, offset, length, result, error, data_length,
                       path, other ? other : "");
  syscall(SYS_write, log_descriptor, line, count);
  if (data_length > 0) syscall(SYS_write, log_descriptor, data, data_length);
}

#define BEGIN(writes, halved)                              \
  pthread_mutex_lock(&turn);                               \
  enum fate fate = judge(path, writes, halved);            \
  long result;                                             \
  int error = 0;
#define MAKE(call) (fate == FAIL ? (errno = how_errno, -1) : (call))
#define END                                                        \
  error = errno;                                                   \
  if (fate == DIE_AFTER || fate == TEAR || (fate == FAIL && !strcmp(how, "LOST"))) syscall(SYS_kill, getpid(), SIGKILL); \
  pthread_mutex_unlock(&turn);                                     \
  errno = error;

static int do_open(int directory, const char *name, int flags, mode_t mode) {
  char space[PATH_MAX];
  prepare();
  const char *path = below(directory, name, space);
  if (!path) return syscall(SYS_openat, directory, name, flags, mode);
  int writes = (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0;
  BEGIN(writes, 0)
  struct stat status;
  int was_there = syscall(SYS_newfstatat, directory, name, &status, 0) == 0;
  errno = 0;
  result = MAKE(syscall(SYS_openat, directory, name, flags, mode));
  tell(!writes ? "open" : !was_there ? "create" : flags & O_TRUNC ? "open-truncate" : "open-write", path, NULL, 0, 0, result,
       result < 0 ? errno : 0, NULL, 0);
  END
  return result;
}

#define OPEN(symbol)                                               \
  int symbol(const char *name, int flags, ...) {                   \
    va_list rest; va_start(rest, flags);                           \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                  \
    return do_open(AT_FDCWD, name, flags, mode);                   \
  }
#define OPENAT(symbol)                                             \
  int symbol(int directory, const char *name, int flags, ...) {    \
    va_list rest; va_start(rest, flags);                           \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                  \
    return do_open(directory, name, flags, mode);                  \
  }
OPEN(open) OPEN(open64) OPEN(__open_2) OPEN(__open64_2)
OPENAT(openat) OPENAT(openat64)

static ssize_t do_write(int descriptor, const void *bytes, size_t count, off_t offset, int positioned) {
  char space[PATH_MAX];
  prepare();
  const char *path = opened(descriptor, space);
  if (!path)
    return positioned ? syscall(SYS_pwrite64, descriptor, bytes, count, offset) : syscall(SYS_write, descriptor, bytes, count);
  BEGIN(1, 1)
  if ((fate == HALF || fate == TEAR) && count > 1) count /= 2;
  long long place = positioned ? offset : strcmp(path, "(stdout)") ? syscall(SYS_lseek, descriptor, 0, SEEK_CUR) : 0;
  errno = 0;
  result = MAKE(positioned ? syscall(SYS_pwrite64, descriptor, bytes, count, offset) : syscall(SYS_write, descriptor, bytes, count));
  tell("write", path, NULL, place, count, result, result < 0 ? errno : 0, bytes, result > 0 ? result : 0);
  END
  return result;
}
ssize_t write(int descriptor, const void *bytes, size_t count) { return do_write(descriptor, bytes, count, 0, 0); }
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) { return do_write(descriptor, bytes, count, offset, 1); }
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) { return do_write(descriptor, bytes, count, offset, 1); }

static ssize_t do_read(int descriptor, void *bytes, size_t count, off_t offset, int positioned) {
  char space[PATH_MAX];
  prepare();
  const char *path = opened(descriptor, space);
  if (!path || descriptor == 1)
    return positioned ? syscall(SYS_pread64, descriptor, bytes, count, offset) : syscall(SYS_read, descriptor, bytes, count);
  BEGIN(0, 1)
  if ((fate == HALF || fate == TEAR) && count > 1) count /= 2;
  errno = 0;
  result = MAKE(positioned ? syscall(SYS_pread64, descriptor, bytes, count, offset) : syscall(SYS_read, descriptor, bytes, count));
  tell("read", path, NULL, offset, count, result, result < 0 ? errno : 0, NULL, 0);
  END
  return result;
}
ssize_t read(int descriptor, void *bytes, size_t count) { return do_read(descriptor, bytes, count, 0, 0); }
ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) { return do_read(descriptor, bytes, count, offset, 1); }
ssize_t pread64(int descriptor, void *bytes, size_t count, off64_t offset) { return do_read(descriptor, bytes, count, offset, 1); }

#define ON_DESCRIPTOR(name, writes, made, length)                                  \
  char space[PATH_MAX];                                                            \
  prepare();                                                                       \
  const char *path = opened(descriptor, space);                                    \
  if (!path || descriptor == 1) return made;                                       \
  BEGIN(writes, 0)                                                                 \
  errno = 0;                                                                       \
  result = MAKE(made);                                                             \
  tell(name, path, NULL, 0, length, result, result < 0 ? errno : 0, NULL, 0);      \
  END                                                                              \
  return result;

int fsync(int descriptor) { ON_DESCRIPTOR("flush", 1, syscall(SYS_fsync, descriptor), 0) }
int fdatasync(int descriptor) { ON_DESCRIPTOR("flush", 1, syscall(SYS_fdatasync, descriptor), 0) }
int ftruncate(int descriptor, off_t length) { ON_DESCRIPTOR("truncate", 1, syscall(SYS_ftruncate, descriptor, length), length) }
int ftruncate64(int descriptor, off64_t length) { ON_DESCRIPTOR("truncate", 1, syscall(SYS_ftruncate, descriptor, length), length) }
int fchmod(int descriptor, mode_t mode) { ON_DESCRIPTOR("mode", 1, syscall(SYS_fchmod, descriptor, mode), 0) }
int fchown(int descriptor, uid_t user, gid_t group) { ON_DESCRIPTOR("owner", 1, syscall(SYS_fchown, descriptor, user, group), 0) }
int flock(int descriptor, int operation) { ON_DESCRIPTOR("lock", 0, syscall(SYS_flock, descriptor, operation), 0) }
int fallocate(int descriptor, int mode, off_t offset, off_t length) {
  ON_DESCRIPTOR("allocate", 1, syscall(SYS_fallocate, descriptor, mode, offset, length), offset + length)
}
int fallocate64(int descriptor, int mode, off64_t offset, off64_t length) { return fallocate(descriptor, mode, offset, length); }

/* A descriptor is gone even when closing it fails. */
int close(int descriptor) {
  char space[PATH_MAX];
  prepare();
  if (descriptor >= 0 && descriptor == log_descriptor) return 0;
  const char *path = opened(descriptor, space);
  if (!path || descriptor == 1) return syscall(SYS_close, descriptor);
  BEGIN(0, 0)
  errno = 0;
  result = syscall(SYS_close, descriptor);
  if (fate == FAIL) { result = -1; errno = how_errno; }
  tell("close", path, NULL, 0, 0, result, result < 0 ? errno : 0, NULL, 0);
  END
  return result;
}

void *mmap(void *start, size_t length, int protection, int flags, int descriptor, off_t offset) {
  char space[PATH_MAX];
  prepare();
  const char *path = flags & MAP_ANONYMOUS ? NULL : opened(descriptor, space);
  if (!path || descriptor == 1) return (void *)syscall(SYS_mmap, start, length, protection, flags, descriptor, offset);
  BEGIN(0, 0)
  errno = 0;
  result = MAKE(syscall(SYS_mmap, start, length, protection, flags, descriptor, offset));
  tell("map", path, NULL, offset, length, result == -1 ? -1 : 0, result == -1 ? errno : 0, NULL, 0);
  END
  return (void *)result;
}
void *mmap64(void *start, size_t length, int protection, int flags, int descriptor, off64_t offset) {
  return mmap(start, length, protection, flags, descriptor, offset);
}

static int do_rename(int from_directory, const char *from, int to_directory, const char *to, unsigned flags) {
  char space[PATH_MAX], more[PATH_MAX];
  prepare();
  const char *path = below(from_directory, from, space), *target = below(to_directory, to, more);
  if (!path) path = target;
  if (!path) return syscall(SYS_renameat2, from_directory, from, to_directory, to, flags);
  BEGIN(1, 0)
  errno = 0;
  result = MAKE(syscall(SYS_renameat2, from_directory, from, to_directory, to, flags));
  tell("rename", path, target, 0, 0, result, result < 0 ? errno : 0, NULL, 0);
  END
  return result;
}
int rename(const char *from, const char *to) { return do_rename(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return do_rename(a, from, b, to, 0); }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) { return do_rename(a, from, b, to, flags); }

static int do_named(const char *call, int directory, const char *name, int (*make)(int, const char *, int), int argument) {
  char space[PATH_MAX];
  prepare();
  const char *path = below(directory, name, space);
  if (!path) return make(directory, name, argument);
  BEGIN(1, 0)
  errno = 0;
  result = MAKE(make(directory, name, argument));
  tell(call, path, NULL, 0, argument, result, result < 0 ? errno : 0, NULL, 0);
  END
  return result;
}
static int make_unlink(int directory, const char *name, int flags) { return syscall(SYS_unlinkat, directory, name, flags); }
static int make_mkdir(int directory, const char *name, int mode) { return syscall(SYS_mkdirat, directory, name, mode); }
static int make_chmod(int directory, const char *name, int mode) { return syscall(SYS_fchmodat, directory, name, mode); }
int unlink(const char *name) { return do_named("unlink", AT_FDCWD, name, make_unlink, 0); }
int unlinkat(int directory, const char *name, int flags) { return do_named("unlink", directory, name, make_unlink, flags); }
int rmdir(const char *name) { return do_named("unlink", AT_FDCWD, name, make_unlink, AT_REMOVEDIR); }
int mkdir(const char *name, mode_t mode) { return do_named("mkdir", AT_FDCWD, name, make_mkdir, mode); }
int mkdirat(int directory, const char *name, mode_t mode) { return do_named("mkdir", directory, name, make_mkdir, mode); }
int chmod(const char *name, mode_t mode) { return do_named("mode", AT_FDCWD, name, make_chmod, mode); }
