"""The exchange with the model over the sample reader. SCENEFUZZ_READER names the folder with the
built libraries and cover-solver; PythonTests.swift sets it."""

import os
import stat
import sys
import tempfile
import unittest

from realreader.session import exchange
from realreader.worker import kinds, memory, sample
from realreader.worker.client import Worker

FOLDER = os.environ.get("SCENEFUZZ_READER", "")
SOLVER = os.path.join(FOLDER, "cover-solver")


class ControlFiles(unittest.TestCase):
    def test_blocks_of_every_input_are_written_once_and_the_others_as_features(self):
        text = exchange.control_file([{1, 2, 3}, {1, 2, 4}], [10, 20])
        self.assertEqual(text, b"2\n0\n0\n1\nSTARTED 0 10\nFT 0 3 1\nSTARTED 1 20\nFT 1 4 1\n")

    def test_a_missing_solver_is_an_error_and_no_input_needs_none(self):
        with self.assertRaises(exchange.SolverError):
            exchange.select("/nonexistent", [{1}], [1])
        self.assertEqual(exchange.select("/nonexistent", [], []), [])


@unittest.skipUnless(FOLDER, "needs SCENEFUZZ_READER")
class Solving(unittest.TestCase):
    def test_the_fewest_inputs_with_all_blocks_are_selected_where_the_greedy_rule_takes_more(self):
        # The largest set is in no minimum.
        sets = [{1, 2, 3, 4}, {1, 2, 5}, {3, 4, 6}]
        self.assertEqual(sorted(exchange.select(SOLVER, sets, [1, 1, 1])), [1, 2])

    def test_of_equal_inputs_the_shorter_one_is_selected(self):
        self.assertEqual(exchange.select(SOLVER, [{1, 2}, {1, 2}, {1}], [20, 10, 1]), [1])

    def test_a_malformed_file_is_refused(self):
        with self.assertRaises(exchange.SolverError):
            exchange.select(SOLVER, [{-1}, {2}], [1, 1])


@unittest.skipUnless(FOLDER, "needs SCENEFUZZ_READER")
class Exporting(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        table = os.path.join(self.place.name, "table")
        sample.write_table(table, FOLDER)
        self.worker = Worker(sys.executable, table, FOLDER, sample.NAME, sample=sample.library_in(FOLDER))
        self.addCleanup(self.worker.close)
        self.folder = os.path.join(self.place.name, "exchange")

    def export(self, inputs, is_over=lambda: False):
        return exchange.export(self.worker, inputs, self.folder, kinds.SAMPLE, SOLVER, is_over)

    def contents(self):
        found = set()
        for name in os.listdir(self.folder):
            self.assertTrue(name.startswith("sample--") and name.endswith(".bin"))
            with open(os.path.join(self.folder, name), "rb") as file:
                found.add(file.read())
        return found

    def blocks(self, inputs):
        return set().union(*(self.worker.trace(data)[1] for data in inputs))

    def test_an_input_that_reached_new_blocks_is_exported_and_a_redundant_one_is_not(self):
        inputs = [b"x", b"xx", b"n", b"nn", b"f"]
        self.assertGreater(len(self.worker.run(b"n").new), 0)
        traced, selected = self.export(inputs)
        self.assertEqual(traced, 5)
        self.assertEqual(selected, len(self.contents()))
        self.assertIn(b"n", self.contents())
        self.assertNotIn(b"nn", self.contents())
        self.assertEqual(self.blocks(self.contents()), self.blocks(inputs))
        self.assertEqual(stat.S_IMODE(os.stat(self.folder).st_mode), 0o700)

    def test_a_whole_export_replaces_the_older_one_of_its_kind_only(self):
        self.export([b"n"])
        other = os.path.join(self.folder, "other--1.bin")
        with open(other, "wb") as file:
            file.write(b"o")
        self.export([b"f"])
        self.assertTrue(os.path.exists(other))
        os.unlink(other)
        self.assertEqual(self.contents(), {b"f"})

    def test_an_export_that_runs_out_of_time_adds_to_the_older_one(self):
        self.export([b"n"])
        calls = iter([False, True, True])
        self.export([b"x", b"f"], lambda: next(calls))
        self.assertEqual(self.contents(), {b"n", b"f"})

    def test_an_input_that_dies_is_not_exported(self):
        self.assertEqual(self.worker.trace(b"0")[0].status, memory.DIED)
        self.assertEqual(self.export([b"0"]), (0, 0))

    def test_a_block_of_an_input_that_died_counts_as_new_for_one_that_is_read(self):
        calm, dying = b"x", b"r"
        self.worker.run(calm)
        self.assertEqual(self.worker.run(dying).status, memory.DIED)
        seen = self.worker.seen
        new = self.worker.run(b"n").new
        self.assertGreater(len(new), 0)
        self.assertEqual(self.worker.seen, seen + len(new))
        traced = self.worker.trace(dying)
        self.assertEqual(traced[0].status, memory.DIED)
        self.assertEqual(self.worker.run(dying).new, ())


if __name__ == "__main__":
    unittest.main()
