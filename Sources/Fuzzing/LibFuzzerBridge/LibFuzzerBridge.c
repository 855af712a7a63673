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

// The buckets of libFuzzer: 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, 128 and more.
static UNINSTRUMENTED uint8_t bucket(uint8_t count) {
  if (count < 4) return (uint8_t)(1 << (count - 1));
  return count < 8 ? 8 : count < 16 ? 16 : count < 32 ? 32 : count < 128 ? 64 : 128;
}

UNINSTRUMENTED int scenefuzz_engine_reached_new_counters(void) {
  static uint8_t *seen;
  size_t count = (size_t)(__stop___sancov_cntrs - __start___sancov_cntrs);
  if (!__start___sancov_cntrs || !count) return 1;
  if (!seen && !(seen = calloc(count, 1))) return 1;
  int is_new = 0;
  for (size_t i = 0; i < count;) {
    uint64_t word;
    if (i + 8 <= count) {
      __builtin_memcpy(&word, __start___sancov_cntrs + i, 8);
      if (!word) {
        i += 8;
        continue;
      }
    }
    size_t end = i + 8 <= count ? i + 8 : count;
    for (; i < end; i++) {
      uint8_t counter = __start___sancov_cntrs[i];
      if (!counter) continue;
      uint8_t bit = bucket(counter);
      if (!(seen[i] & bit)) {
        seen[i] |= bit;
        is_new = 1;
      }
    }
  }
  return is_new;
}
#else
int scenefuzz_engine_reached_new_counters(void) { return 1; }
#endif
