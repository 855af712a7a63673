// Coverage of prebuilt libraries by breakpoints: int3 at the start of each basic block, removed at
// its first hit.
//
// One process opens the table, arms all blocks and forks children that run inputs. Hits are written
// to memory that all processes share. Not thread-safe, except for the breakpoint handler.
#ifndef BLOCK_COVERAGE_H
#define BLOCK_COVERAGE_H
#include <stddef.h>
#include <stdint.h>

#define BLOCK_COVERAGE_FRAMES 64

// Start of the shared memory. The identifiers of hit blocks follow at offset BLOCK_COVERAGE_HITS,
// then those of a trace.
struct block_coverage_shared {
  uint32_t total;   // number of identifiers in the table
  uint32_t hits;    // number of blocks that were hit for the first time
  uint32_t trace;   // number of blocks in the trace
  uint32_t signal;  // signal of a death; 0 without one
  int32_t code;     // si_code of that signal
  uint32_t frames;  // number of frames
  uint64_t fault;   // si_addr
  uint64_t error;   // page-fault error code of x86: 2 write, 16 instruction fetch
  uint64_t instruction, stack;  // registers at the death
  uint64_t frame[BLOCK_COVERAGE_FRAMES];  // program counters, innermost first
};
#define BLOCK_COVERAGE_HITS 4096

// Reads the table, maps the shared memory and prepares the blocks of the named libraries (separated
// by line feeds; all of the table when empty). Returns the number of prepared blocks, or -1 with a
// message: a library of the table has another build ID when loaded, the table is damaged, or a
// system call failed.
int block_coverage_open(const char *table, int shared, const char *libraries, char *message, size_t size);
// Arms every prepared block. Returns 0 or -errno: the kernel forbids to map memory as code.
int block_coverage_arm(void);
// In a child: removes the breakpoints of all prepared blocks. Returns 0 or -errno.
int block_coverage_disarm(void);
// Forgets the hits after the first `count` and arms their blocks again, so that an input that died
// does not count as coverage. No child may run.
void block_coverage_roll_back(uint32_t count);
// In a child: arms all prepared blocks again and writes each block of the following run to the
// trace. Returns 0 or -errno.
int block_coverage_trace(void);
// In a child: writes signal, registers and frames to the shared memory before a signal ends the
// process.
void block_coverage_watch_deaths(void);
// Clears the description of a death.
void block_coverage_clear_death(void);
// Finds the loaded library of an address and the offset in it. Returns 0 when there is none.
int block_coverage_locate(uint64_t address, char *name, size_t size, uint64_t *offset);
#endif
