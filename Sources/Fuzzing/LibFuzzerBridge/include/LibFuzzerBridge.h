#ifndef SCENEFUZZ_LIBFUZZER_BRIDGE_H
#define SCENEFUZZ_LIBFUZZER_BRIDGE_H

#include <stddef.h>
#include <stdint.h>

/// Applies one of libFuzzer's mutations of plain bytes in place, and returns the new size. Changes
/// nothing in a build without libFuzzer, which must link as well.
size_t scenefuzz_engine_mutate(uint8_t *data, size_t size, size_t maximum_size);

/// Whether the coverage counters of this run reached a bucket that no earlier call saw. Always true
/// in a build without counters.
int scenefuzz_engine_reached_new_counters(void);

#endif
