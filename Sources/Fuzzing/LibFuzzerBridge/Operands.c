#include "LibFuzzerBridge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Operands of comparisons of one run. The comparisons build links the callbacks of the compiler
// through the wrappers below (`--wrap`), and defines SCENEFUZZ_COMPARISONS, with which the readers
// tell comparisons of texts. In other builds nothing refers to this file but the functions of the
// header, which then find nothing.

#define UNINSTRUMENTED __attribute__((no_sanitize("coverage", "address")))

enum { numbers = 1024, texts = 512, slots = 4096, per_place = 8, words = 4 };

struct pair {
  uint64_t sides[2][words];
  uint8_t lengths[2];
  uint8_t is_number;
};

static struct pair pairs[numbers + texts];
static size_t count, number_count, text_count;
static uint64_t seen[slots];
static uint8_t places[slots];
static int records;

static UNINSTRUMENTED uint64_t mixed(uint64_t value) {
  value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
  return value ^ value >> 27;
}

/// Whether the pair of that hash was added already; a full table says so of every pair.
static UNINSTRUMENTED int is_known(uint64_t hash) {
  if (!hash) hash = 1;
  for (size_t i = 0, slot = hash % slots; i < 16; i++, slot = (slot + 1) % slots) {
    if (seen[slot] == hash) return 1;
    if (!seen[slot]) {
      seen[slot] = hash;
      return 0;
    }
  }
  return 1;
}

static UNINSTRUMENTED void add_number(uintptr_t place, uint8_t length, uint64_t a, uint64_t b) {
  // Small numbers stand everywhere, and one place must not fill the table.
  if (a == b || (a < 4 && b < 4) || number_count == numbers) return;
  uint8_t *uses = &places[mixed(place) % slots];
  if (*uses >= per_place || is_known(mixed(a) ^ mixed(b + 0x9E3779B97F4A7C15u))) return;
  ++*uses;
  number_count++;
  pairs[count++] = (struct pair){{{a}, {b}}, {length, length}, 1};
}

UNINSTRUMENTED void scenefuzz_operands_record(int starts) {
  records = starts;
  if (!starts) return;
  count = number_count = text_count = 0;
  memset(seen, 0, sizeof seen);
  memset(places, 0, sizeof places);
}

size_t scenefuzz_operands_count(void) { return count; }

size_t scenefuzz_operand_length(size_t index, int side) {
  return index < count ? pairs[index].lengths[side & 1] : 0;
}

uint64_t scenefuzz_operand_word(size_t index, int side, int word) {
  return index < count ? pairs[index].sides[side & 1][word & (words - 1)] : 0;
}

int scenefuzz_operand_is_number(size_t index) { return index < count && pairs[index].is_number; }

// MARK: Texts, from the readers. A call of each of these for one comparison.

static struct pair current;
extern void __sanitizer_weak_hook_memcmp(void *place, const void *a, const void *b, size_t size,
                                         int result) __attribute__((weak));

UNINSTRUMENTED void scenefuzz_text_begins(void) { memset(&current, 0, sizeof current); }

UNINSTRUMENTED void scenefuzz_text_word(int64_t word, uint64_t a, uint64_t b) {
  if (word < 0 || word >= words) return;
  current.sides[0][word] = a;
  current.sides[1][word] = b;
}

/// The lengths are those of the whole texts; the table has the first 32 bytes.
UNINSTRUMENTED void scenefuzz_text_ends(int64_t first, int64_t second) {
  const int64_t most = sizeof current.sides[0];
  current.lengths[0] = (uint8_t)(first < most ? first : most);
  current.lengths[1] = (uint8_t)(second < most ? second : most);
  size_t common = current.lengths[0] < current.lengths[1] ? current.lengths[0] : current.lengths[1];
  // Value profile: libFuzzer counts the equal bytes.
  if (__sanitizer_weak_hook_memcmp && common > 1)
    __sanitizer_weak_hook_memcmp(__builtin_return_address(0), current.sides[0], current.sides[1],
                                 common, 1);
  if (!records || text_count == texts) return;
  uint64_t hash = mixed(current.lengths[0] + 64u * current.lengths[1]);
  for (int i = 0; i < words; i++)
    hash = mixed(hash ^ mixed(current.sides[0][i]) ^ (mixed(current.sides[1][i] + 1) << 1));
  if (is_known(hash)) return;
  text_count++;
  pairs[count++] = current;
}

// MARK: Numbers, from the compiler.

#if defined(__ELF__) && defined(__has_attribute)
#if __has_attribute(musttail)
#define WRAPS 1
#endif
#endif

#ifdef WRAPS
// The original takes its caller's address for the place of the comparison, so that it must be
// reached by a jump.
#define WRAPPER(name, type, length)                                                     \
  extern void __real_##name(type a, type b) __attribute__((weak));                      \
  UNINSTRUMENTED void __wrap_##name(type a, type b) {                                   \
    if (__builtin_expect(records, 0))                                                   \
      add_number((uintptr_t)__builtin_return_address(0), length, a, b);                 \
    __attribute__((musttail)) return __real_##name(a, b);                               \
  }

WRAPPER(__sanitizer_cov_trace_cmp2, uint16_t, 2)
WRAPPER(__sanitizer_cov_trace_cmp4, uint32_t, 4)
WRAPPER(__sanitizer_cov_trace_cmp8, uint64_t, 8)
WRAPPER(__sanitizer_cov_trace_const_cmp2, uint16_t, 2)
WRAPPER(__sanitizer_cov_trace_const_cmp4, uint32_t, 4)
WRAPPER(__sanitizer_cov_trace_const_cmp8, uint64_t, 8)

extern void __real___sanitizer_cov_trace_switch(uint64_t value, uint64_t *cases)
    __attribute__((weak));

/// `cases` holds the number of cases, the bits of the value, and the cases.
UNINSTRUMENTED void __wrap___sanitizer_cov_trace_switch(uint64_t value, uint64_t *cases) {
  if (__builtin_expect(records, 0) && cases[1] > 8) {
    for (uint64_t i = 0; i < cases[0] && i < per_place; i++)
      add_number((uintptr_t)__builtin_return_address(0), (uint8_t)(cases[1] / 8), value,
                 cases[2 + i]);
  }
  __attribute__((musttail)) return __real___sanitizer_cov_trace_switch(value, cases);
}

int scenefuzz_operands_are_told(void) {
#ifdef SCENEFUZZ_COMPARISONS
  return 1;
#else
  return 0;
#endif
}
#else
int scenefuzz_operands_are_told(void) { return 0; }
#endif

// MARK: Inputs that had their pass.

enum { mark_slots = 65536, most_marks = 49152 };

int scenefuzz_operands_first_pass(uint64_t mark) {
  static uint64_t *marks;
  static size_t marked;
  static FILE *file;
  if (!marks) {
    if (!(marks = calloc(mark_slots, sizeof *marks))) return 0;
    const char *path = getenv("SCENEFUZZ_OPERANDS_PASSED");
    if (path && (file = fopen(path, "a+b"))) {
      uint64_t known;
      while (marked < most_marks && fread(&known, sizeof known, 1, file) == 1) {
        size_t slot = mixed(known) % mark_slots;
        while (marks[slot] && marks[slot] != known) slot = (slot + 1) % mark_slots;
        if (!marks[slot]) marked++;
        marks[slot] = known;
      }
    }
  }
  if (!mark) mark = 1;
  size_t slot = mixed(mark) % mark_slots;
  while (marks[slot] && marks[slot] != mark) slot = (slot + 1) % mark_slots;
  if (marks[slot] || marked == most_marks) return 0;
  marks[slot] = mark;
  marked++;
  if (file && fwrite(&mark, sizeof mark, 1, file) == 1) fflush(file);
  return 1;
}
