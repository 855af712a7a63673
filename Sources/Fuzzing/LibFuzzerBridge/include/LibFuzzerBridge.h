#ifndef SCENEFUZZ_LIBFUZZER_BRIDGE_H
#define SCENEFUZZ_LIBFUZZER_BRIDGE_H

#include <stddef.h>
#include <stdint.h>

/// One mutation of plain bytes by libFuzzer, in place; gives the new size. In a build without libFuzzer nothing is
/// changed: the engine's own function is there in fuzz builds only, and every other build must link as well.
size_t scenefuzz_engine_mutate(uint8_t *data, size_t size, size_t maximum_size);

#endif
