"""memcheck with a program that stands for valgrind: it writes a log and a report, and reads
nothing."""

import contextlib
import io
import os
import sys
import tempfile
import unittest
import unittest.mock

from realreader import memcheck
from realreader.triage.store import Store

# Arguments: log file, report; `LOG` and `ENDS` are replaced.
PROGRAM = """#!{python}
import json, sys
log = next(one for one in sys.argv if one.startswith("--log-file=")).partition("=")[2]
open(log, "w").write({log!r})
if {ends!r} is not None:
    json.dump({ends!r}, open(sys.argv[sys.argv.index(log) + 1], "w"))
"""


def report(what, *functions):
    """A report of valgrind with frames of (function, library)."""
    lines = [f"==7== {what}"]
    for number, (function, library) in enumerate(functions):
        lines.append(f"==7==    {'by' if number else 'at'} 0x4A{number:06X}: {function} (in /x/{library})")
    return "\n".join([*lines, "==7==  Address 0x5 is 0 bytes after a block of size 8 alloc'd", "==7== ", ""])


START = report("Use of uninitialised value of size 8", ("start()", "liba-9.so"))
READ = report("Invalid read of size 8", ("memcpy", "libc.so.6"), ("A::f(int)", "liba-9.so.1"))
JUMP = report("Conditional jump or move depends on uninitialised value(s)", ("???", "libb.so"), ("B::g()", "libb.so"))


class Sites(unittest.TestCase):
    def test_a_site_has_class_library_and_function_without_versions_and_runtimes(self):
        found = [group.title for group, _ in memcheck.sites(READ + JUMP).values()]
        self.assertEqual(found, ["wild read in liba A::f", "uninitialised value in libb (unnamed, below B::g)"])

    def test_reports_of_runtimes_alone_and_other_lines_are_no_sites(self):
        text = report("Invalid write of size 1", ("memcpy", "libc.so.6")) + "==7== HEAP SUMMARY:\n==7==    at exit\n"
        self.assertEqual(memcheck.sites(text), {})

    def test_every_class_of_report_has_its_class(self):
        names = {
            "Invalid write of size 4": "wild write", "Invalid free() / delete / delete[] / realloc()": "heap corruption",
            "Mismatched free() / delete / delete []": "heap corruption",
            "Source and destination overlap in memcpy(0x1, 0x2, 3)": "heap corruption",
        }  # fmt: skip
        for what, name in names.items():
            ((group, _),) = memcheck.sites(report(what, ("A::f()", "liba.so"))).values()
            self.assertEqual(group.death_class.name, name)


class Commands(unittest.TestCase):
    def run_command(self, log, ends, kept=(b"one", b"three")):
        """(exit code, output, groups) of the command over kept inputs of one kind."""
        with tempfile.TemporaryDirectory() as folder:
            private, programs = os.path.join(folder, "private", "slicer"), os.path.join(folder, "bin")
            corpus = os.path.join(private, "fuzz", "scene", "corpus")
            os.makedirs(corpus)
            os.makedirs(programs)
            os.chmod(folder, 0o755)
            for number, data in enumerate(kept):
                with open(os.path.join(corpus, str(number)), "wb") as file:
                    file.write(data)
            with open(os.path.join(programs, "valgrind"), "w") as file:
                file.write(PROGRAM.format(python=sys.executable, log=log, ends=ends))
            os.chmod(file.name, 0o755)
            arguments = ["memcheck", "--libraries", "x", "--table", "x", "--private", private, "--root", folder, "scene"]
            path = {"PATH": programs + os.pathsep + os.environ["PATH"]}
            output = io.StringIO()
            with unittest.mock.patch.dict(os.environ, path), unittest.mock.patch.object(sys, "argv", arguments):
                with contextlib.redirect_stdout(output):
                    code = memcheck.main()
            store = Store(os.path.join(private, "findings"))
            found = {group["title"]: sorted(store.inputs(group["id"]).values()) for group in store.all()}
            return code, output.getvalue(), found

    def test_sites_are_found_for_their_inputs_without_those_of_an_empty_scene(self):
        ends = [len(START), len(START + READ + START), len(START + READ + START + JUMP)]
        code, output, found = self.run_command(START + READ + START + JUMP, ends)
        self.assertEqual(code, 1)
        self.assertEqual(output, "scene: 2 inputs, 2 sites beyond those of an empty scene, 2 new groups\n")
        self.assertEqual(found, {
            "wild read in liba A::f": [b"one"], "uninitialised value in libb (unnamed, below B::g)": [b"three"],
        })  # fmt: skip

    def test_inputs_without_sites_are_no_finding(self):
        code, output, found = self.run_command(START, [len(START)] * 3)
        self.assertEqual((code, found), (0, {}))
        self.assertIn("2 inputs, 0 sites", output)

    def test_a_run_without_a_report_is_an_error_and_says_so(self):
        code, output, found = self.run_command(START, None)
        self.assertEqual((code, found), (3, {}))
        self.assertEqual(output, "scene: valgrind ended before an input was read\n")

    def test_an_input_after_which_the_process_ended_leaves_the_sites_of_those_before(self):
        code, output, _ = self.run_command(START + READ, [len(START), len(START + READ)])
        self.assertEqual(code, 1)
        self.assertIn("1 of 2 inputs", output)


if __name__ == "__main__":
    unittest.main()
