/* Shows the program another time (LD_PRELOAD): CLOCK_AT is the number of seconds since 1970 at which its clock stands. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *now) {
  const char *at = getenv("CLOCK_AT");
  if (!at || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)) return syscall(SYS_clock_gettime, clock, now);
  now->tv_sec = atoll(at);
  now->tv_nsec = 0;
  return 0;
}

int gettimeofday(struct timeval *now, void *zone) {
  struct timespec exact;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &exact);
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *result) {
  struct timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  if (result) *result = exact.tv_sec;
  return exact.tv_sec;
}
