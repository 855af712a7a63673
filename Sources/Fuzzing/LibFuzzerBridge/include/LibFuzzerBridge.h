#ifndef SCENEFUZZ_LIBFUZZER_BRIDGE_H
#define SCENEFUZZ_LIBFUZZER_BRIDGE_H

#include <stddef.h>
#include <stdint.h>

/// Applies one of libFuzzer's mutations of plain bytes in place, and returns the new size. Changes nothing in a build
/// without libFuzzer, which must link as well.
size_t scenefuzz_engine_mutate(uint8_t *data, size_t size, size_t maximum_size);

#endif
