"""Hangs and slow inputs of the sample reader. SCENEFUZZ_READER names the folder with the built
libraries; without it nothing runs."""

import os
import sys
import tempfile
import types
import unittest

from realreader.binaries.symbols import Symbols
from realreader.triage import classes, groups, repeat
from realreader.triage.oracles import Oracles
from realreader.triage.store import Store
from realreader.worker import kinds, memory, sample

FOLDER = os.environ.get("SCENEFUZZ_READER", "")
# The limit of the worker is 0.3 s.
SLOW, HANG = b"p6", b"h"


@unittest.skipUnless(FOLDER, "needs SCENEFUZZ_READER")
class Hangs(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.worker = sample.start(sys.executable, types.SimpleNamespace(libraries=FOLDER), self.place.name)
        self.addCleanup(self.worker.close)

    def test_a_slow_input_dies_of_the_limit_and_ends_with_more_time(self):
        symbols = Symbols()
        for data, is_slow in ((SLOW, True), (HANG, False)):
            group = repeat.death_of(self.worker, data, memory.ALONE, symbols)
            self.assertIs(group.death_class, classes.HANG)
            self.assertEqual(repeat.is_slow(self.worker, data, group), is_slow)

    def test_another_death_is_never_slow_and_no_time_left_counts_as_a_hang(self):
        oracles = Oracles(types.SimpleNamespace(worker=self.worker, started=0.0))
        group = repeat.death_of(self.worker, SLOW, memory.ALONE, Symbols())
        self.assertTrue(oracles.is_slow(group, SLOW))
        oracles.waiting = float("inf")
        self.assertFalse(oracles.is_slow(group, SLOW))
        group = repeat.death_of(self.worker, b"a", memory.ALONE, Symbols())
        self.assertFalse(repeat.is_slow(self.worker, b"x", group))


class Removal(unittest.TestCase):
    def test_a_removed_group_is_new_again(self):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(folder)
            group = groups.make(classes.HANG, "libx", "f", "")
            self.assertTrue(store.add(group, kinds.SAMPLE, b"a", [], {}))
            store.remove(group.id)
            self.assertEqual(store.all(), [])
            self.assertTrue(store.add(group, kinds.SAMPLE, b"a", [], {}))


if __name__ == "__main__":
    unittest.main()
