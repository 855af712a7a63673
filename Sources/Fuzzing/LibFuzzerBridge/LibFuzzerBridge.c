#include "LibFuzzerBridge.h"

extern size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maximum_size) __attribute__((weak));

size_t scenefuzz_engine_mutate(uint8_t *data, size_t size, size_t maximum_size) {
  return LLVMFuzzerMutate ? LLVMFuzzerMutate(data, size, maximum_size) : size;
}
