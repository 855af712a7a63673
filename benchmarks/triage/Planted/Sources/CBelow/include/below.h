#pragma once
#include <stddef.h>
#include <stdint.h>

/// Copies `count` bytes, whatever the size of the blocks.
void below_copy(uint8_t *to, const uint8_t *from, size_t count);
/// Calls `each` for every number below `count`.
void below_each(int64_t count, void (*each)(int64_t, void *), void *context);
/// The sum of `count` bytes, which are read through a table that may be missing.
uint64_t below_sum(const uint8_t *table, size_t count);
