// A reader with injected defects, by which `scenefuzz slicer doctor` checks that the worker detects
// each kind. The first byte of the input selects the defect.
#ifndef SAMPLE_READER_H
#define SAMPLE_READER_H
#include <stddef.h>
// Reads an input. Returns 0.
int sample_read(const char *input, size_t size);
#endif
