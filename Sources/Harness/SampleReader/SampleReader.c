#define _GNU_SOURCE
#include "include/SampleReader.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define KEEP __attribute__((noinline, visibility("default")))
// Not constant, so that the compiler keeps every branch.
static volatile int sink;

KEEP void sample_null_write(void) { *(volatile int *)(uintptr_t)sink = 1; }
KEEP void sample_wild_read(void) { sink = *(volatile int *)(uintptr_t)0x500000000000; }
KEEP void sample_wild_write(void) { *(volatile int *)(uintptr_t)0x500000000000 = sink; }
KEEP void sample_jump(void) {
  void (*volatile target)(void) = (void (*)(void))(uintptr_t)0x500000000000;
  target();
  sink = 1;
}
KEEP int sample_recursion(int depth) {
  volatile char room[4096];
  if (depth < 0) return 0;
  room[0] = (char)depth;
  return sample_recursion(depth + 1) + room[0];
}
KEEP void sample_abort(void) { abort(); }
KEEP void sample_hang(void) {
  for (;;) sink++;
}
// Takes as many tenths of a second of processor time as the digit is above 0; `:` is ten.
KEEP void sample_slow(char digit) {
  clock_t end = clock() + (digit - '0') * (CLOCKS_PER_SEC / 10);
  while (clock() < end) sink++;
}
// Grows the resident memory by 128 MiB.
KEEP void sample_leak(void) {
  for (int i = 0; i < 128; i++) {
    char *volatile block = malloc(1 << 20);
    if (block) memset(block, 1, 1 << 20);
  }
}
KEEP void sample_double_free(void) {
  void *volatile block = malloc(2000);
  free(block);
  free(block);
  sink++;
}
KEEP void sample_new_block(void) { sink += 2; }
KEEP void sample_other_block(void) { sink += 3; }
// Takes a branch by the address of a fresh allocation after one that depends on the process: stands
// for a branch on uninitialised memory, which differs between processes.
KEEP void sample_uninitialised(void) {
  if (getpid() & 1) sample_new_block();
  else sample_other_block();
}
#define ROOM 4096
KEEP void sample_fill_stack(void) {
  volatile char room[ROOM];
  for (int i = 0; i < ROOM; i++) room[i] = 1;
}
// Sum of what `sample_fill_stack` left on the stack.
KEEP int sample_stale_sum(void) {
  char room[ROOM];
  __asm__ volatile("" : "=m"(room));
  int sum = 0;
  for (int i = 0; i < ROOM; i++) sum += ((volatile char *)room)[i];
  return sum;
}
// Dies when something else wrote to the stack between the two calls.
KEEP void sample_stale_stack(void) {
  sample_fill_stack();
  if (sample_stale_sum() != ROOM) sample_abort();
}
KEEP void sample_outside_file(void) {
  int file = open("/etc/hostname", O_RDONLY);
  if (file >= 0) close(file);
}
KEEP void sample_connection(void) {
  int end = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  connect(end, (struct sockaddr *)&address, sizeof address);
  if (end >= 0) close(end);
}

int sample_read(const char *input, size_t size) {
  switch (size ? input[0] : 0) {
    case 'n': sample_new_block(); break;
    case '0': sample_null_write(); break;
    case 'r': sample_wild_read(); break;
    case 'w': sample_wild_write(); break;
    case 'j': sample_jump(); break;
    case 's': sink = sample_recursion(0); break;
    case 'a': sample_abort(); break;
    case 'h': sample_hang(); break;
    case 'p': sample_slow(size > 1 ? input[1] : '0'); break;
    case 'l': sample_leak(); break;
    case 'd': sample_double_free(); break;
    case 'u': sample_uninitialised(); break;
    case 'g': sample_stale_stack(); break;
    case 'f': sample_outside_file(); break;
    case 'c': sample_connection(); break;
    default: break;
  }
  return 0;
}
