// Breakpoints: arming, the handler of SIGTRAP, and the bookkeeping between parent and children.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <ucontext.h>

#include "internal.h"

#define BREAKPOINT 0xCC
static uint32_t synchronized;  // hits whose breakpoints are removed in this process
static int is_tracing;

static uint32_t place_of(uintptr_t address) {
  uint32_t low = 0, high = blocks.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (blocks.address[middle] < address) low = middle + 1;
    else high = middle;
  }
  return low < blocks.count && blocks.address[low] == address ? low : UINT32_MAX;
}

static void handle_breakpoint(int signal_number, siginfo_t *info, void *context) {
  (void)info;
  greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
  uintptr_t address = (uintptr_t)registers[REG_RIP] - 1;
  uint32_t place = place_of(address);
  if (place == UINT32_MAX) {  // a breakpoint of the library itself
    signal(signal_number, SIG_DFL);
    return;
  }
  uint8_t byte = __atomic_exchange_n((uint8_t *)address, blocks.original[place], __ATOMIC_SEQ_CST);
  registers[REG_RIP] = (greg_t)address;
  if (byte != BREAKPOINT) return;  // another thread was first
  uint32_t *number = is_tracing ? &block_shared->trace : &block_shared->hits;
  uint32_t at = __atomic_fetch_add(number, 1, __ATOMIC_RELAXED);
  if (at < blocks.total) (is_tracing ? block_trace : block_hits)[at] = blocks.identifier[place];
}

static int make_writable(void) {
  for (uint32_t i = 0; i < blocks.count;) {
    int segment = 0;
    struct library *library = block_library_of(blocks.address[i], &segment);
    if (!library) return -EFAULT;
    uintptr_t start = library->start[segment] & ~4095ul, end = (library->end[segment] + 4095) & ~4095ul;
    if (mprotect((void *)start, end - start, PROT_READ | PROT_WRITE | PROT_EXEC)) return -errno;
    while (i < blocks.count && blocks.address[i] < library->end[segment]) i++;
  }
  return 0;
}

static void write_all(void) {
  for (uint32_t i = 0; i < blocks.count; i++) *(volatile uint8_t *)blocks.address[i] = BREAKPOINT;
}

int block_coverage_arm(void) {
  int status = make_writable();
  if (status) return status;
  struct sigaction action = {0};
  action.sa_sigaction = handle_breakpoint;
  action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_RESTART;
  sigemptyset(&action.sa_mask);
  if (sigaction(SIGTRAP, &action, 0)) return -errno;
  write_all();
  return 0;
}

void block_coverage_disarm(void) {
  for (uint32_t i = 0; i < blocks.count; i++) *(volatile uint8_t *)blocks.address[i] = blocks.original[i];
}

uint32_t block_coverage_synchronize(void) {
  uint32_t count = block_shared->hits < blocks.total ? block_shared->hits : blocks.total;
  for (; synchronized < count; synchronized++) {
    uint32_t place = block_hits[synchronized] < blocks.total ? blocks.place[block_hits[synchronized]] : UINT32_MAX;
    if (place != UINT32_MAX) *(volatile uint8_t *)blocks.address[place] = blocks.original[place];
  }
  return count;
}

void block_coverage_roll_back(uint32_t count) {
  if (synchronized <= count && block_shared->hits > count) block_shared->hits = count;
}

int block_coverage_trace(void) {
  int status = make_writable();
  if (status) return status;
  block_shared->trace = 0;
  is_tracing = 1;
  write_all();
  return 0;
}
