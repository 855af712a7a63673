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

/// Whether this build hands the operands of comparisons to the table below.
int scenefuzz_operands_are_told(void);

/// Empties the table and starts to record, or stops to.
void scenefuzz_operands_record(int starts);

/// Number of pairs of different operands in the table, at most 1,536.
size_t scenefuzz_operands_count(void);

/// Bytes of an operand of pair `index`: `side` is 0 or 1. At most 32.
size_t scenefuzz_operand_length(size_t index, int side);

/// Eight bytes of an operand, the first of them lowest. `word` is 0 to 3.
uint64_t scenefuzz_operand_word(size_t index, int side, int word);

/// Whether pair `index` is of two numbers, not of two texts.
int scenefuzz_operand_is_number(size_t index);

/// Whether `mark` is new to this process and to the file that the environment names in
/// `SCENEFUZZ_OPERANDS_PASSED`; adds it to both. At most 49,152 marks are kept.
int scenefuzz_operands_first_pass(uint64_t mark);

#endif
