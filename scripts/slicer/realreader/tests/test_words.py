import os
import random
import struct
import tempfile
import types
import unittest

from realreader.binaries import blocks, words
from realreader.session import mutators, tree
from realreader.session.pool import TAG, Pool
from realreader.session import words as mutations
from realreader.worker import kinds

LIBC = "/lib/x86_64-linux-gnu/libc.so.6"
BASE, STRINGS = 0x1000, 0x2000


def library(code, strings):
    """A library of one function at 0x1000 with its strings at 0x2000."""
    made = words.LibraryWords.__new__(words.LibraryWords)
    made.data = code + strings
    made.ranges, made.starts = [(BASE, len(code))], [BASE]
    made.text, made.strings = (BASE, 0, len(code)), (STRINGS, len(code), len(strings))
    return made


def address_of(place, target):
    """`lea rdi, [rip + displacement]` at a place."""
    return b"\x48\x8d\x3d" + struct.pack("<i", target - (place + 7))


class WordsOfCode(unittest.TestCase):
    def words(self, *texts):
        """Words of a function that takes the address of each text."""
        strings, code = b"", b""
        for text in texts:
            code += address_of(BASE + len(code), STRINGS + len(strings))
            strings += text + b"\0"
        return library(code, strings).words(0)

    def test_words_are_the_strings_whose_address_a_function_takes(self):
        self.assertEqual(self.words(b"lineWidth", b"true"), [b"lineWidth", b"true"])

    def test_messages_formats_single_letters_and_other_bytes_are_no_words(self):
        bad = (b"cannot read the file", b"%d", b"a", b"vtkX::Y", b"Reader.cxx", b"\x01\x02", b"\xff\xfe", b"")
        for text in bad:
            self.assertEqual(self.words(text), [], text)

    def test_an_address_outside_the_strings_is_no_word(self):
        for target in (BASE, STRINGS - 1, STRINGS + 5, 1 << 30):
            self.assertEqual(library(address_of(BASE, target), b"word\0").words(0), [])

    def test_printable_constants_are_words(self):
        code = b"\x81\x38NRRD" + b"\x48\xb8vertices" + b"\x3dRIFF" + b"\x3d\x00\x01\x02\x03"
        self.assertEqual(library(code, b"").words(0), [b"NRRD", b"vertices", b"RIFF"])

    def test_a_function_has_at_most_64_words(self):
        self.assertEqual(len(self.words(*(f"name{number}".encode() for number in range(90)))), 64)

    def test_an_offset_outside_every_function_has_none(self):
        one = library(b"\x90" * 16, b"")
        self.assertEqual([one.function(BASE + place) for place in (-1, 0, 15, 16)], [None, 0, 0, None])

    def test_each_function_gives_its_words_once(self):
        with tempfile.TemporaryDirectory() as folder:
            table = os.path.join(folder, "table")
            with open(table, "wb") as file:
                file.write(blocks.MAGIC + blocks.entry("x.so", b"", [8]) + blocks.entry("y.so", b"", [BASE, BASE + 4]))
            code = words.CodeWords(table, {"y.so": "/y.so"})
            code.libraries["/y.so"] = library(address_of(BASE, STRINGS), b"word\0")
            self.assertEqual([code.of([0]), code.of([2]), code.of([1])], [[], [b"word"], []])

    def test_a_library_that_is_gone_has_no_words(self):
        with tempfile.TemporaryDirectory() as folder:
            table = os.path.join(folder, "table")
            with open(table, "wb") as file:
                file.write(blocks.MAGIC + blocks.entry("x.so", b"", [8]))
            self.assertEqual(words.CodeWords(table, {"x.so": folder + "/none.so"}).of([0]), [])

    @unittest.skipUnless(os.path.exists(LIBC), "needs Debian's C library")
    def test_the_shell_is_a_word_of_the_c_library(self):
        libc = words.LibraryWords(LIBC)
        self.assertTrue(any(b"/bin/sh" in libc.words(index) for index in range(len(libc.ranges))))


class MutationsByWords(unittest.TestCase):
    def test_results_have_a_word_in_every_format(self):
        inputs = {kinds.JSON: b'{"a": {"b": 1}}', kinds.TEXT: b"one 1\ntwo 2\n", kinds.BINARY: bytes(range(64))}
        for form, data in inputs.items():
            results = {mutations.mutate(data, form, [b"color"], random.Random(seed)) for seed in range(60)}
            self.assertGreater(len(results), 5)
            self.assertTrue(all(b"color" in result for result in results), form)

    def test_empty_inputs_are_accepted(self):
        for seed in range(100):
            for form in (kinds.JSON, kinds.TEXT, kinds.BINARY):
                mutations.mutate(b"", form, [b"color"], random.Random(seed))

    def test_own_words_come_before_inherited_ones_and_have_a_limit(self):
        inherited = [str(number).encode() for number in range(400)]
        found = mutations.merged([b"own", b"7"], inherited)
        self.assertEqual((found[:3], len(found), len(set(found))), ([b"own", b"7", b"0"], 256, 256))

    def test_words_become_names_and_values_of_attributes(self):
        scene = b'<MRML version="1"><Model id="m"/></MRML>'
        pool = Pool()
        pool.words = [b"lineWidth"]
        results = [tree.mutate(scene, pool, random.Random(seed)) for seed in range(400)]
        self.assertTrue(any(b' lineWidth="' in result for result in results))
        self.assertTrue(any(b'="lineWidth"' in result for result in results))

    def test_a_word_that_is_no_name_becomes_no_attribute_and_ends_no_value(self):
        scene, pool = b'<MRML><Model id="m"/></MRML>', Pool()
        pool.words = [b'a "b" <c> &']
        tag = TAG.search(scene, 6)
        for seed in range(100):
            self.assertEqual(tree.add_attribute(scene, pool, random.Random(seed), tag), scene)
        values = {tree.new_value(pool, b"id", b"m", random.Random(seed)) for seed in range(200)}
        self.assertIn(b"a b c> ", values)
        self.assertFalse(any(b'"' in value for value in values))

    def test_every_tag_of_a_name_is_renamed_at_once_and_no_longer_name(self):
        scene, pool = b'<MRML><A id="1"></A><A/><AB/></MRML>', Pool()
        pool.tags = [b"<View/>"]
        tag = next(match for match in TAG.finditer(scene) if match.group() == b"<A/>")
        result = tree.rename_all(scene, pool, random.Random(1), tag)
        self.assertEqual(result, b'<MRML><View id="1"></View><View/><AB/></MRML>')

    def test_names_that_a_tag_has_are_not_added_again(self):
        scene, pool = b'<MRML><A color="1"/></MRML>', Pool()
        pool.words = [b"color", b"width", b"color"]
        tag = TAG.search(scene, 6)
        for seed in range(100):
            result = tree.add_words(scene, pool, random.Random(seed), tag)
            self.assertEqual(result.count(b"color="), 1)
            self.assertLessEqual(result.count(b"width="), 1)

    def test_a_text_kind_mutates_by_the_words_of_its_input(self):
        server = types.SimpleNamespace(process=None)
        mutator = mutators.Mutator(kinds.KINDS["Table.csv"], server, random.Random(1), 4096, (1, 0, 0, 0, 0, 0))
        mutator.words = [b"schema"]
        results = [mutator.mutate(b"a,b\n1,2\n", b"") for _ in range(200)]
        self.assertTrue(10 < sum(b"schema" in result for result in results) < 100)


if __name__ == "__main__":
    unittest.main()
