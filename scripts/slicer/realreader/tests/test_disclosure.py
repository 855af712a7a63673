"""Disclosure. The last suite prepares causes of the sample reader: SCENEFUZZ_READER names the
folder with the libraries."""

import ast
import contextlib
import io
import os
import signal
import stat
import tempfile
import types
import unittest

from realreader import arguments
from realreader.triage import classes, closing, disclose, groups, letters, plain
from realreader.triage.store import Store
from realreader.worker import kinds, memory, sample

FOLDER = os.environ.get("SCENEFUZZ_READER", "")
KIND = kinds.SAMPLE


ROW = {
    "id": "00000001", "size": 3, "reader": "r", "plain": "yes", "repeats": True, "severity": 1, "class": "hang",
    "library": "libx", "function": "f",
}  # fmt: skip


def case_of(**values):
    group = {
        "id": "00000001", "class": "hang", "evidence": "e", "library": "libx", "function": "f", "cwe": "CWE-835", "severity": 1,
        "kinds": ["sample"], "alike": 1, "compared": 1, "count": 3, "first": "2026", "title": "hang in libx f",
    }  # fmt: skip
    group |= values.pop("group", {})
    repetition = plain.Repetition("script", {}, [plain.Outcome(signal.SIGSEGV, 0, 1.0, 1000, "")], 1)
    known = {
        "group": group, "name": "input.bin", "data": b"abc", "frames": ["libx f+0x1"], "builds": {"libx.so": "ff"},
        "evidence": "e", "observed": "3 of 3", "versions": ["slicer-core 1"], "reader": "r",
        "repetition": repetition,
    }  # fmt: skip
    return types.SimpleNamespace(**(known | values))


class Closing(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.root = place.name
        self.options = types.SimpleNamespace(
            private=os.path.join(self.root, "private", "slicer"), root=self.root, close=None, public="https://example.org/a"
        )
        self.store = Store(os.path.join(self.options.private, "findings"))
        self.public = os.path.join(self.root, "corpus", "slicer-published")

    def close(self, identifier, public="https://example.org/a"):
        self.options.close, self.options.public = identifier, public
        return closing.close(self.options, self.store)

    def prepared(self):
        group = groups.make(classes.HANG, "libx", "f", "e")
        self.store.add(group, KIND, b"1", [], {})
        place = os.path.join(self.options.private, "disclosure", group.id + "-hang")
        os.makedirs(place)
        with open(os.path.join(place, "input.bin"), "wb") as file:
            file.write(b"1")
        return group.id

    def test_an_unknown_cause_and_a_path_are_refused(self):
        for identifier in ("00000000", "../../etc", ""):
            self.assertEqual(self.close(identifier), arguments.USAGE)
        self.assertFalse(os.path.exists(self.public))

    def test_an_address_that_is_none_is_refused(self):
        identifier = self.prepared()
        for address in ("javascript:alert(1)", "https://a b", "https://a`x", ""):
            self.assertEqual(self.close(identifier, address), arguments.USAGE)
        self.assertEqual(self.store.read(identifier)["status"], "open")

    def test_a_published_cause_becomes_a_public_input_with_its_address_once(self):
        identifier = self.prepared()
        for _ in range(2):
            self.assertEqual(self.close(identifier), arguments.CLEAN)
        self.assertEqual(sorted(os.listdir(self.public)), sorted([identifier + ".bin", "README.md"]))
        with open(os.path.join(self.public, "README.md"), encoding="utf-8") as file:
            self.assertEqual(file.read(), f"- `{identifier}.bin`: https://example.org/a\n")
        self.assertIn("published", self.store.read(identifier)["status"])


class Texts(unittest.TestCase):
    def test_the_letter_names_the_address_the_class_and_ninety_days(self):
        text = letters.letter(case_of())
        for part in (letters.ADDRESS, "90 days", "CWE-835", "libx, f", "repeats with the plain wheel"):
            self.assertIn(part, text)

    def test_the_report_has_evidence_versions_builds_stack_and_script(self):
        text = letters.report(case_of())
        for part in ("CWE-835", "slicer-core 1", "libx.so: ff", "libx f+0x1", "script", "3 bytes", "SIGSEGV"):
            self.assertIn(part, text)

    def test_hostile_text_cannot_act_in_a_report_or_break_the_table(self):
        case = case_of(evidence="a\x1b[31m|b", group={"function": "f|\x1b]0;x\x07"})
        for text in (letters.report(case), letters.letter(case), letters.overview([ROW | {"function": "f|\x1b]0;x"}], {}, {})):
            self.assertNotIn("\x1b", text)
        text = letters.overview([ROW | {"function": "f|\x1b]0;x"}], {}, {})
        row = next(line for line in text.splitlines() if "00000001" in line)
        self.assertEqual(row.replace("\\|", "").count("|"), 9)

    def test_the_overview_counts_classes_and_lists_joined_groups(self):
        text = letters.overview([ROW], {"00000002": "00000001"}, {"00000003": "no stored input"})
        for part in ("1 causes, 1 repeat", "| hang | 1 | 1 | 1 |", "- 00000002: 00000001", "- 00000003: no stored input"):
            self.assertIn(part, text)

    def test_every_script_has_three_lines_of_python_that_name_the_input(self):
        for kind in [*kinds.KINDS.values(), KIND]:
            for script in letters.scripts(kind, "input" + kind.extension, "/x"):
                ast.parse(script)
                self.assertEqual(len(script.splitlines()), 3, kind.name)
                self.assertIn("input" + kind.extension, script)

    def test_frames_of_the_bindings_and_below_are_left_out(self):
        frames = ["libx a+0x1", "MRMLCore.cpython-311-x86_64-linux-gnu (unnamed)+0x1", "libpython3.11 b+0x1"]
        self.assertEqual(groups.inside(frames), frames[:1])

    def test_causes_below_the_same_reader_are_related(self):
        frames = ["libx a+0x1", "libx B::parse+0x2", "libvtkCommonExecutionModel vtkExecutive::Call+0x1"]
        frames += ["libm vtkMRMLThing::ReadDataInternal(x)+0x3", "libm main+0x1"]
        self.assertEqual(groups.reader_of(frames), "libx B::parse")
        self.assertIsNone(groups.reader_of(["libx a+0x1"]))


class Outcomes(unittest.TestCase):
    def test_an_end_shows_a_cause_only_when_it_fits_its_class(self):
        calm = plain.Outcome(0, 0, 1.0, 1000, "")
        ends = {
            "hang": plain.Outcome(signal.SIGXCPU, 0, 15.0, 1000, ""), "memory growth": plain.Outcome(0, 0, 1.0, 2 << 20, ""),
            "null read": plain.Outcome(signal.SIGSEGV, 0, 1.0, 1000, ""), "file size": plain.Outcome(signal.SIGXFSZ, 0, 1.0, 1, ""),
            "memory exception": plain.Outcome(0, 1, 1.0, 1000, "MemoryError"), "process exit": plain.Outcome(0, 7, 1.0, 1, ""),
        }  # fmt: skip
        for name, end in ends.items():
            self.assertTrue(end.shows(name), name)
            self.assertFalse(calm.shows(name), name)
        self.assertFalse(ends["file size"].shows("null read"))
        # A busy machine is no hang of the reader.
        self.assertFalse(plain.Outcome(signal.SIGKILL, 0, 2.0, 1000, "").shows("hang"))
        self.assertIsNone(calm.shows("connection attempt"))


@unittest.skipUnless(FOLDER, "needs SCENEFUZZ_READER")
class Preparing(unittest.TestCase):
    """Causes of the sample reader from a finding to its folder."""

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="disclosure ")
        self.addCleanup(place.cleanup)
        self.options = types.SimpleNamespace(
            private=os.path.join(place.name, "private", "slicer"), root=place.name, libraries=FOLDER, table="", seconds=60.0, again=False
        )
        self.store = Store(os.path.join(arguments.private_folder(self.options.private), "findings"))
        self.preparation = disclose.Preparation(self.options, self.store, disclose.symbols())
        self.addCleanup(self.preparation.close)

    def stored(self, data):
        """The group of an input, stored as a session does."""
        worker = self.preparation.worker_of(sample.NAME)
        self.assertEqual(worker.run(data).status, memory.DIED)
        group, frames = groups.group(worker.death(), self.preparation.symbols)
        self.store.add(group, KIND, data, frames, {})
        return self.store.read(group.id)

    def prepared(self, group):
        case = self.preparation.prepare(group)
        self.preparation.finish()
        return case

    def test_a_cause_gets_a_reduced_input_its_stack_and_a_script_that_repeats_it(self):
        group = self.stored(b"0 and more that the reducer deletes")
        case = self.prepared(group)
        self.assertEqual((case.data, case.observed), (b"0", "3 of 3 runs end in this group"))
        self.assertTrue(self.preparation.prepared(group)["repeats"])
        place = os.path.join(self.preparation.folder, group["id"] + "-null-write")
        self.assertEqual(sorted(os.listdir(place)), ["input.bin", "letter.txt", "repeat.py", "report.md", "row.json"])
        for folder in (place, self.preparation.folder, self.options.private, os.path.dirname(self.options.private)):
            self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        with open(os.path.join(place, "report.md"), encoding="utf-8") as file:
            text = file.read()
        for part in ("sample_null_write", "CWE-476", "SIGSEGV", "in 1 of 1 runs"):
            self.assertIn(part, text)

    def test_the_reduced_input_dies_in_the_most_severe_class_of_its_group(self):
        group = self.stored(b"w and more")
        case = self.prepared(group)
        self.assertEqual((case.data, case.group["class"], case.group["severity"]), (b"w", "wild write", 3))
        self.assertIn("in 3 of 3 runs", self.preparation.prepared(group)["plain"])

    def test_a_group_whose_inputs_die_in_another_one_is_joined_to_it(self):
        other = self.stored(b"a")
        stale = groups.make(classes.HEAP, "libx", "f", "e")
        self.store.add(stale, KIND, b"a", [], {})
        self.assertEqual(self.preparation.prepare(self.store.read(stale.id)), other["id"])

    def test_the_command_prints_counts_and_an_overview_has_the_causes(self):
        identifiers = [self.stored(data)["id"] for data in (b"0", b"a", b"j")]
        self.preparation.close()
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            self.assertEqual(disclose.disclose_all(self.options, self.store), arguments.CLEAN)
        self.assertIn("3 causes", out.getvalue())
        self.assertIn("3 repeat", out.getvalue())
        for mark in [*identifiers, "sample", "null", "abort", "jump", "CWE"]:
            self.assertNotIn(mark, out.getvalue())
        with open(os.path.join(self.options.private, "disclosure", "overview.md"), encoding="utf-8") as file:
            text = file.read()
        for identifier in identifiers:
            self.assertIn(f"| {identifier} |", text)
        again = disclose.Preparation(self.options, self.store, None)
        self.assertTrue(again.prepared(self.store.read(identifiers[0])))
        self.store.keep(identifiers[0], KIND, b"00")
        self.assertIsNone(again.prepared(self.store.read(identifiers[0])))

    def test_a_group_of_an_input_that_ends_with_more_time_has_no_folder(self):
        group = self.stored(b"p?")
        os.makedirs(os.path.join(self.preparation.folder, group["id"] + "-hang"))
        self.preparation.close()
        with contextlib.redirect_stdout(io.StringIO()) as out:
            disclose.disclose_all(self.options, self.store)
        self.assertIn("0 causes", out.getvalue())
        self.assertIn("1 only slow", out.getvalue())
        self.assertEqual(os.listdir(self.preparation.folder), ["overview.md"])
        self.assertEqual(self.store.read(group["id"])["status"], disclose.SLOW)

    def test_a_group_whose_inputs_are_read_now_is_prepared_and_says_so(self):
        stale = groups.make(classes.HEAP, "libx", "f", "e")
        self.store.add(stale, KIND, b"x", [], {})
        case = self.prepared(self.store.read(stale.id))
        self.assertIn("do not die any more", case.observed)
        row = self.preparation.prepared(self.store.read(stale.id))
        self.assertEqual((row["repeats"], row["plain"]), (False, "no: reads the input"))


if __name__ == "__main__":
    unittest.main()
