#include "below.h"

void below_copy(uint8_t *to, const uint8_t *from, size_t count) {
  for (size_t i = 0; i < count; i++) {
    to[i] = from[i];
  }
}

void below_each(int64_t count, void (*each)(int64_t, void *), void *context) {
  for (int64_t i = 0; i < count; i++) {
    each(i, context);
  }
}

static uint64_t step(const uint8_t *table, size_t i) {
  return table[i];
}

uint64_t below_sum(const uint8_t *table, size_t count) {
  uint64_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    sum += step(table, i);
  }
  return sum;
}
