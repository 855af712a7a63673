import os
import tempfile
import unittest

from realreader.binaries import blocks, elf, symbols

LIBC = "/lib/x86_64-linux-gnu/libc.so.6"


class Tables(unittest.TestCase):
    def test_a_written_table_reads_back_with_names_builds_and_identifiers(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "t")
            with open(path, "wb") as file:
                file.write(
                    blocks.MAGIC + blocks.entry("a.so", b"\1" * 20, [4, 8]) + blocks.entry("b.so", b"\2" * 20, [16])
                )
            found = blocks.read_table(path)
        self.assertEqual(found, [("a.so", b"\1" * 20, 0, (4, 8)), ("b.so", b"\2" * 20, 2, (16,))])

    def test_a_file_with_another_magic_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "t")
            with open(path, "wb") as file:
                file.write(b"SFBLOCK0")
            with self.assertRaises(ValueError):
                blocks.read_table(path)


@unittest.skipUnless(os.path.exists(LIBC), "needs Debian's C library")
class Libraries(unittest.TestCase):
    def test_functions_of_the_c_library_are_sorted_and_contain_malloc(self):
        library = elf.Library(LIBC)
        functions = library.functions()
        self.assertEqual(functions, sorted(functions))
        self.assertGreater(len(functions), 1000)
        address = next(value for value, _, name in library.symbols() if name == "malloc")
        start, name = elf.Functions(library).at(address + 1)
        self.assertEqual((start, name), (address, "malloc"))

    def test_a_file_that_is_no_elf_is_refused(self):
        with self.assertRaises(elf.FormatError):
            elf.Library(__file__)


class Names(unittest.TestCase):
    def test_version_suffixes_of_libraries_are_removed(self):
        for name in ("libITKCommon-5.4.so.1", "libITKCommon.so", "libITKCommon-5.4.so"):
            self.assertEqual(symbols.stem("/x/" + name), "libITKCommon")

    def test_a_mangled_name_is_demangled_and_another_one_stays(self):
        demangle = symbols.Demangler()
        self.assertEqual(demangle("_ZN1a1bEi"), "a::b(int)")
        self.assertEqual(demangle("sample_read"), "sample_read")


if __name__ == "__main__":
    unittest.main()
