// Constant random numbers: expat salts its hash tables, so equal inputs would otherwise reach
// different blocks.
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <sys/types.h>

#define CONSTANT 7

ssize_t getrandom(void *buffer, size_t size, unsigned flags) {
  (void)flags;
  memset(buffer, CONSTANT, size);
  return (ssize_t)size;
}

int getentropy(void *buffer, size_t size) {
  memset(buffer, CONSTANT, size);
  return 0;
}

long syscall(long number, ...) {
  va_list list;
  va_start(list, number);
  long a = va_arg(list, long), b = va_arg(list, long), c = va_arg(list, long);
  long d = va_arg(list, long), e = va_arg(list, long), f = va_arg(list, long);
  va_end(list);
  if (number == SYS_getrandom) {
    memset((void *)a, CONSTANT, (size_t)b);
    return b;
  }
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  if (result < 0 && result > -4096) {
    errno = (int)-result;
    return -1;
  }
  return result;
}
