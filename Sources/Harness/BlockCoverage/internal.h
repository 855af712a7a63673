#ifndef BLOCK_COVERAGE_INTERNAL_H
#define BLOCK_COVERAGE_INTERNAL_H
#include "include/BlockCoverage.h"

#define MAXIMUM_LIBRARIES 2048
#define MAXIMUM_SEGMENTS 8
#define BUILD_ID 20

struct library {
  char name[256];
  uintptr_t base;
  uint8_t build[BUILD_ID];
  int segments;
  uintptr_t start[MAXIMUM_SEGMENTS], end[MAXIMUM_SEGMENTS];  // executable segments
};

struct blocks {
  uint32_t count, total;   // prepared blocks, identifiers in the table
  uintptr_t *address;      // ascending
  uint8_t *original;       // first byte of the block
  uint32_t *identifier;    // by place in `address`
  uint32_t *place;         // by identifier; UINT32_MAX when not prepared
};

extern struct library block_libraries[MAXIMUM_LIBRARIES];
extern int block_library_count;
extern struct blocks blocks;
extern struct block_coverage_shared *block_shared;
extern uint32_t *block_hits, *block_trace;

void block_list_libraries(void);
struct library *block_library_named(const char *name);
// The first call of backtrace() loads the unwinder from a file, which is impossible in the handler
// and after confinement.
void block_load_unwinder(void);
struct library *block_library_of(uintptr_t address, int *segment);
#endif
