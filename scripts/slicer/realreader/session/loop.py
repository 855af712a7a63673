"""The guided loop over one kind: mutate, run, keep what reaches new blocks, store deaths."""

import math
import os
import random as random_module
import signal
import time

from ..binaries.symbols import Symbols
from ..triage import classes, groups
from ..triage.oracles import Oracles
from ..triage.store import Store
from ..worker import kinds, memory, sample
from ..worker.client import Worker
from . import compose, exchange, mutators
from .corpus import Corpus, name_of, read_folder

# Maximum length of an input by format.
LIMITS = {
    kinds.XML: 16 << 10,
    kinds.JSON: 16 << 10,
    kinds.TEXT: 8 << 10,
    kinds.BINARY: 64 << 10,
    kinds.ARCHIVE: 256 << 10,
}
TABLE_SIZE = 1 << 16
# Estimated processor time in seconds: a mutation with its frames, a death with the next fork, a new
# hang.
MUTATION_SECONDS, DEATH_SECONDS, HANG_SECONDS = 0.0005, 0.015, 1.25


class Loop:
    """One worker with its corpus. `guided=False` keeps nothing but the seeds, for benchmarks."""

    def __init__(
        self, options, kind, seed, python, folder, guided=True, store=None, oracles=True, event=lambda *_: None,
        only_seeds=False,
    ):
        self.kind, self.guided, self.event, self.root = kind, guided, event, options.root
        self.folder = folder
        self.random = random_module.Random(f"{kind.name} {seed}")
        self.limit = LIMITS[kind.format]
        self.worker = self.start_worker(options, python, folder)
        self.server = mutators.MutationServer(options.mutations)
        side_files = compose.SideFiles(os.path.join(options.private, "fuzz"), only_seeds)
        shares = mutators.ARCHIVE_SHARES if kind.format == kinds.ARCHIVE and side_files.tags else mutators.SHARES
        self.mutator = mutators.Mutator(kind, self.server, self.random, self.limit, shares, side_files)
        self.corpus = Corpus(os.path.join(folder, "corpus"), self.random)
        self.seeds = read_folder(os.path.join(folder, "seeds"))
        self.store = store or Store(os.path.join(options.private, "findings"))
        self.symbols, self.known = Symbols(), {}
        self.oracles = Oracles(self) if oracles else None
        self.executions = self.deaths = self.new_groups = self.flaky = self.failed = 0
        self.started = time.monotonic()

    def start_worker(self, options, python, folder):
        if self.kind.name == sample.NAME:
            return sample.start(python, options, folder)
        return Worker(python, options.table, options.libraries, self.kind.name)

    def processor_seconds(self):
        return self.worker.processor_seconds() + time.process_time() + self.server.processor_seconds()

    def start(self):
        """Runs seeds and the stored corpus, to know their blocks. Returns the number of blocks."""
        stored = read_folder(self.corpus.folder)
        for data in self.seeds:
            self.step(data, is_seed=True)
        for data in stored:
            if len(data) <= self.limit:
                self.step(data, is_seed=True)
        # Inputs of the model are kept only where they reach new blocks of the core.
        if self.guided:
            with exchange.Imports(self.folder) as imports:
                for data in imports.new(self.kind.name, self.root):
                    if len(data) <= self.limit and name_of(data) not in self.corpus.names:
                        self.step(data)
        if not self.corpus.entries:
            self.corpus.add(b"\n", store=False)
        return self.worker.seen

    def step(self, data, is_seed=False):
        """Runs one input and handles the result. Returns the answer and whether the input was kept."""
        answer = self.worker.run(data)
        self.executions += 1
        if answer.status in (memory.DIED, memory.GREW):
            self.died(data, answer)
        elif answer.status == memory.DIED_IN_BATCH:
            self.flaky += 1
        elif answer.status == memory.FAILED:
            self.failed += 1
        is_kept = is_seed or (self.guided and len(answer.new) > 0 and answer.status == memory.READ)
        if is_kept and answer.status == memory.READ and self.corpus.add(data, store=not is_seed):
            self.mutator.learn(data)
        if self.oracles is not None:
            self.oracles.after(data, answer, is_kept)
        return answer, is_kept

    def seconds_of(self, answer):
        """Processor time of an execution, the fork after a death included."""
        if not answer.is_death:
            return MUTATION_SECONDS + answer.microseconds / 1e6
        if self.worker.header.signal not in (signal.SIGPROF, signal.SIGALRM):
            return DEATH_SECONDS
        return DEATH_SECONDS + HANG_SECONDS * (0.2 if answer.flags & memory.KNOWN_HANG else 1)

    def run(self, is_over):
        """Runs mutated inputs until `is_over` returns True; it is called every 16 inputs."""
        while True:
            if self.executions & 15 == 0 and is_over(self):
                return
            entry = self.corpus.pick()
            data = self.mutator.mutate(entry.data, self.corpus.any())
            if len(data) <= self.limit:
                answer, is_kept = self.step(data)
                if self.guided:
                    gain = math.log2(1 + len(answer.new)) if is_kept else 0.0
                    self.corpus.credit(entry, self.seconds_of(answer), gain)
                    self.mutator.credit(self.seconds_of(answer), gain)
            elif is_over(self):
                return

    def died(self, data, answer):
        """Finds the group of a death and stores the input."""
        self.deaths += 1
        if answer.status == memory.GREW:
            return self.found(groups.growth_group(self.kind.name), data, [], {"KiB": answer.growth})
        death = self.worker.death()
        key = (death.signal, death.fault if death.fault < 4096 else -1, death.error, tuple(death.frames[:16]))
        if key not in self.known:
            if len(self.known) > TABLE_SIZE:
                self.known.clear()
            self.known[key] = groups.group(death, self.symbols)
        group, frames = self.known[key]
        # A batch stopped it early, so only its group is known, and not that it hangs.
        if not answer.flags & memory.KNOWN_HANG:
            self.found(group, data, frames, {})

    def found(self, group, data, frames, details):
        is_new = self.store.add(group, self.kind, data, frames, details)
        if is_new:
            self.new_groups += 1
            self.event("finding", {"id": group.id, "severity": group.death_class.severity})
        self.compare_plain(group, data, is_new)

    def compare_plain(self, group, data, is_new):
        """For the first input of a group: whether it dies alike without breakpoints."""
        if not is_new or group.function in groups.WITHOUT_STACK:
            return
        answer = self.worker.run(data, memory.PLAIN)
        found = groups.group(self.worker.death(), self.symbols)[0] if answer.is_death else None
        # A hang is sampled anywhere in its loop.
        alike = found is not None and (found.id == group.id or found.death_class is group.death_class is classes.HANG)

        def change(known):
            known["compared"] += 1
            known["alike"] += alike

        self.store.update(group.id, change)

    def close(self):
        self.server.close()
        self.worker.close()
