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

// The buckets of libFuzzer as bits: 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, 128 and more.
static uint8_t buckets[256];

static UNINSTRUMENTED void fill_buckets(void) {
  for (int count = 1; count < 256; count++) {
    buckets[count] = count < 4     ? (uint8_t)(1 << (count - 1))
                     : count < 8   ? 8
                     : count < 16  ? 16
                     : count < 32  ? 32
                     : count < 128 ? 64
                                   : 128;
  }
}

// Adds the counters of a word that differs from the last one at its place. Returns the new bits.
static UNINSTRUMENTED uint8_t add(uint64_t word, uint8_t *seen) {
  uint8_t new_bits = 0;
  while (word) {
    unsigned shift = (unsigned)__builtin_ctzll(word) & ~7u;
    uint8_t *place = seen + shift / 8;
    uint8_t bit = buckets[(word >> shift) & 0xFF];
    new_bits |= bit & ~*place;
    *place |= bit;
    word &= ~(0xFFull << shift);
  }
  return new_bits;
}

UNINSTRUMENTED int scenefuzz_engine_reached_new_counters(void) {
  static uint8_t *seen;
  // Most inputs leave most counters as the input before did.
  static uint64_t *last;
  const uint8_t *counters = __start___sancov_cntrs;
  size_t count = (size_t)(__stop___sancov_cntrs - __start___sancov_cntrs);
  if (!counters || !count) return 1;
  if (!seen) {
    fill_buckets();
    // Blocks of 64: the last one may be longer than the counters.
    if (!last && !(last = calloc(count / 8 + 8, sizeof *last))) return 1;
    if (!(seen = calloc(count + 64, 1))) return 1;
  }
  uint8_t new_bits = 0;
  for (size_t start = 0; start < count; start += 64) {
    uint64_t words[8] = {0};
    if (start + 64 <= count) {
      __builtin_memcpy(words, counters + start, 64);
    } else {
      __builtin_memcpy(words, counters + start, count - start);
    }
    if (!(words[0] | words[1] | words[2] | words[3] | words[4] | words[5] | words[6] | words[7])) continue;
    for (size_t w = 0; w < 8; w++) {
      if (words[w] == last[start / 8 + w]) continue;
      last[start / 8 + w] = words[w];
      new_bits |= add(words[w], seen + start + w * 8);
    }
  }
  return new_bits != 0;
}
#else
int scenefuzz_engine_reached_new_counters(void) { return 1; }
#endif
