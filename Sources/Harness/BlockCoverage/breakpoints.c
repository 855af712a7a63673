// Breakpoints: arming, the handler of SIGTRAP, and traces.
//
// Armed code is shared memory, so that a breakpoint that one process removes is gone in all of them
// and a fork copies no page tables of code. It stays read-only at its address, as without
// breakpoints; the handler writes through a second mapping.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include "internal.h"

#define BREAKPOINT 0xCC
#define PAGE 4096ul

// Pages of one executable segment with prepared blocks, ascending.
struct pages {
  uintptr_t start, end;
  size_t offset;  // in both files
};

static struct pages *code_pages;
static uint32_t code_count;
static uint8_t *writable;   // second mapping of the shared code
static size_t code_size;
static int armed_file = -1;  // code with every breakpoint, for traces
static int is_private;       // this process has code of its own, which it writes at its address

static uint32_t place_of(uintptr_t address) {
  uint32_t low = 0, high = blocks.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (blocks.address[middle] < address) low = middle + 1;
    else high = middle;
  }
  return low < blocks.count && blocks.address[low] == address ? low : UINT32_MAX;
}

// Where the byte at a prepared block is written.
static uint8_t *writable_byte(uintptr_t address) {
  if (is_private) return (uint8_t *)address;
  uint32_t low = 0, high = code_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (code_pages[middle].start <= address) low = middle;
    else high = middle;
  }
  return writable + code_pages[low].offset + (address - code_pages[low].start);
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
  uint8_t byte = __atomic_exchange_n(writable_byte(address), blocks.original[place], __ATOMIC_SEQ_CST);
  registers[REG_RIP] = (greg_t)address;
  if (byte != BREAKPOINT) return;  // another thread was first
  uint32_t *number = is_private ? &block_shared->trace : &block_shared->hits;
  uint32_t at = __atomic_fetch_add(number, 1, __ATOMIC_RELAXED);
  if (at < blocks.total) (is_private ? block_trace : block_hits)[at] = blocks.identifier[place];
}

// Lists the pages of all segments that have prepared blocks.
static int list_pages(void) {
  code_pages = calloc((size_t)block_library_count * MAXIMUM_SEGMENTS + 1, sizeof *code_pages);
  if (!code_pages) return -ENOMEM;
  for (uint32_t i = 0; i < blocks.count;) {
    int segment = 0;
    struct library *library = block_library_of(blocks.address[i], &segment);
    if (!library) return -EFAULT;
    struct pages *pages = &code_pages[code_count++];
    pages->start = library->start[segment] & ~(PAGE - 1);
    pages->end = (library->end[segment] + PAGE - 1) & ~(PAGE - 1);
    pages->offset = code_size;
    code_size += pages->end - pages->start;
    while (i < blocks.count && blocks.address[i] < library->end[segment]) i++;
  }
  return 0;
}

// Maps `size` new bytes that processes share; `file` is their descriptor. Null when that fails.
static uint8_t *new_shared(size_t size, int *file) {
  *file = memfd_create("code", MFD_CLOEXEC);
  if (*file < 0 || ftruncate(*file, (off_t)size)) return 0;
  void *memory = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, *file, 0);
  return memory == MAP_FAILED ? 0 : memory;
}

// Replaces the code by a mapping of `file`.
static int map_code(int file, int flags, int protection) {
  for (uint32_t i = 0; i < code_count; i++) {
    struct pages *pages = &code_pages[i];
    void *start = (void *)pages->start;
    size_t size = pages->end - pages->start;
    if (mmap(start, size, protection, flags | MAP_FIXED, file, (off_t)pages->offset) == MAP_FAILED) return -errno;
  }
  return 0;
}

static int watch_breakpoints(void) {
  struct sigaction action = {0};
  action.sa_sigaction = handle_breakpoint;
  // On the alternate stack of a child: a signal frame on its own one would change what
  // uninitialised variables of later calls contain.
  action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_RESTART | SA_ONSTACK;
  // A time limit between removal and record would lose the block.
  sigemptyset(&action.sa_mask);
  sigaddset(&action.sa_mask, SIGPROF);
  sigaddset(&action.sa_mask, SIGALRM);
  return sigaction(SIGTRAP, &action, 0) ? -errno : 0;
}

int block_coverage_arm(void) {
  int file, status = list_pages();
  if (status || !code_size) return status;
  if (!(writable = new_shared(code_size, &file))) return -errno;
  for (uint32_t i = 0; i < code_count; i++) {
    struct pages *pages = &code_pages[i];
    memcpy(writable + pages->offset, (void *)pages->start, pages->end - pages->start);
  }
  for (uint32_t i = 0; i < blocks.count; i++) *writable_byte(blocks.address[i]) = BREAKPOINT;
  uint8_t *armed = new_shared(code_size, &armed_file);
  if (!armed) return -errno;
  memcpy(armed, writable, code_size);
  munmap(armed, code_size);
  if ((status = watch_breakpoints())) return status;
  status = map_code(file, MAP_SHARED, PROT_READ | PROT_EXEC);
  close(file);
  return status;
}

int block_coverage_trace(void) {
  block_shared->trace = 0;
  is_private = 1;
  return map_code(armed_file, MAP_PRIVATE, PROT_READ | PROT_WRITE | PROT_EXEC);
}

int block_coverage_disarm(void) {
  int status = block_coverage_trace();
  if (status) return status;
  for (uint32_t i = 0; i < blocks.count; i++) *(volatile uint8_t *)blocks.address[i] = blocks.original[i];
  for (uint32_t i = 0; i < code_count; i++) {
    size_t size = code_pages[i].end - code_pages[i].start;
    if (mprotect((void *)code_pages[i].start, size, PROT_READ | PROT_EXEC)) return -errno;
  }
  return 0;
}

void block_coverage_roll_back(uint32_t count) {
  uint32_t hits = block_shared->hits < blocks.total ? block_shared->hits : blocks.total;
  for (uint32_t i = count; i < hits; i++) {
    uint32_t place = block_hits[i] < blocks.total ? blocks.place[block_hits[i]] : UINT32_MAX;
    if (place != UINT32_MAX) *writable_byte(blocks.address[place]) = BREAKPOINT;
  }
  if (hits > count) block_shared->hits = count;
}
