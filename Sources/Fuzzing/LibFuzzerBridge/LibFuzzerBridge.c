#include "LibFuzzerBridge.h"

#include <stdlib.h>

extern size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maximum_size) __attribute__((weak));

size_t scenefuzz_engine_mutate(uint8_t *data, size_t size, size_t maximum_size) {
  return LLVMFuzzerMutate ? LLVMFuzzerMutate(data, size, maximum_size) : size;
}

#ifdef __ELF__
// The scan must not count itself as coverage, and reads the counters word by word.
#define UNINSTRUMENTED __attribute__((no_sanitize("coverage", "address")))
extern uint8_t __start___sancov_cntrs[] __attribute__((weak, visibility("hidden")));
extern uint8_t __stop___sancov_cntrs[] __attribute__((weak, visibility("hidden")));

// Sixteen counters; the vectors of the base instruction set, which need no check of the processor.
typedef uint8_t sixteen __attribute__((vector_size(16)));

static UNINSTRUMENTED inline sixteen load(const uint8_t *place) {
  sixteen counters;
  __builtin_memcpy(&counters, place, 16);
  return counters;
}

static UNINSTRUMENTED inline int any(sixteen bytes) {
  uint64_t halves[2];
  __builtin_memcpy(halves, &bytes, 16);
  return (halves[0] | halves[1]) != 0;
}

// The buckets of libFuzzer as one bit for each counter: 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to
// 127, 128 and more; none for 0.
static UNINSTRUMENTED inline sixteen buckets(sixteen counters) {
  // A bit for each lower bound that is reached, of which the highest stays.
  sixteen reached = (sixteen)(counters >= 1) & 1;
  reached |= (sixteen)(counters >= 2) & 2;
  reached |= (sixteen)(counters >= 3) & 4;
  reached |= (sixteen)(counters >= 4) & 8;
  reached |= (sixteen)(counters >= 8) & 16;
  reached |= (sixteen)(counters >= 16) & 32;
  reached |= (sixteen)(counters >= 32) & 64;
  reached |= (sixteen)(counters >= 128) & 128;
  return reached ^ (reached >> 1);
}

// The buckets that each counter had, and the counters of the run before: most inputs leave most
// counters as they were, at zero or not.
static sixteen *seen, *last;

// Adds `counters` to those of their place, and returns the buckets that are new there.
static UNINSTRUMENTED inline sixteen add(sixteen counters, size_t place) {
  if (!any(counters ^ last[place])) return (sixteen){0};
  last[place] = counters;
  sixteen added = buckets(counters) & ~seen[place];
  seen[place] |= added;
  return added;
}

UNINSTRUMENTED int scenefuzz_engine_reached_new_counters(void) {
  const uint8_t *counters = __start___sancov_cntrs;
  size_t count = (size_t)(__stop___sancov_cntrs - __start___sancov_cntrs);
  if (!counters || !count) return 1;
  if (!seen) {
    if (!last && !(last = calloc(count / 16 + 1, 16))) return 1;
    if (!(seen = calloc(count / 16 + 1, 16))) return 1;
  }
  sixteen added = {0};
  size_t place = 0;
  for (; (place + 4) * 16 <= count; place += 4) {
    const uint8_t *block = counters + place * 16;
    sixteen changed = {0};
    for (size_t i = 0; i < 4; i++) changed |= load(block + i * 16) ^ last[place + i];
    if (!any(changed)) continue;
    for (size_t i = 0; i < 4; i++) added |= add(load(block + i * 16), place + i);
  }
  for (; place * 16 < count; place++) {
    sixteen rest = {0};
    size_t length = count - place * 16;
    __builtin_memcpy(&rest, counters + place * 16, length < 16 ? length : 16);
    added |= add(rest, place);
  }
  return any(added);
}
#else
int scenefuzz_engine_reached_new_counters(void) { return 1; }
#endif
