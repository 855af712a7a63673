"""The guided loop over one kind: mutate, run, keep what reaches new blocks, store deaths."""

import math
import os
import random as random_module
import time

from ..binaries.symbols import Symbols
from ..binaries.words import CodeWords
from ..triage import groups, repeat
from ..triage.oracles import Oracles
from ..triage.store import Store
from ..worker import kinds, memory, sample
from ..worker.client import Worker
from . import compose, exchange, mutators
from .corpus import Corpus, name_of, read_folder
from .words import merged

# Maximum length of an input by format.
LIMITS = {
    kinds.XML: 16 << 10,
    kinds.JSON: 16 << 10,
    kinds.TEXT: 8 << 10,
    kinds.BINARY: 64 << 10,
    kinds.ARCHIVE: 256 << 10,
}
TABLE_SIZE = 1 << 16
# Inputs that are remembered so that equal ones do not run again.
TRIED_SIZE = 1 << 20
# Estimated processor time in seconds: a mutation with its frames, and the fork after a death.
MUTATION_SECONDS, FORK_SECONDS = 0.0005, 0.0085


class Loop:
    """One worker with its corpus. For benchmarks, `guided=False` keeps nothing but the seeds, and
    with `only_seeds` no input of the model's corpora or of other kinds' corpora is used."""

    def __init__(
        self, options, kind, seed, python, folder, guided=True, store=None, oracles=True, event=lambda *_: None,
        only_seeds=False,
    ):
        self.kind, self.guided, self.event, self.root = kind, guided, event, options.root
        self.folder, self.only_seeds = folder, only_seeds
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
        self.words = self.words_of_code()
        self.tried = set()
        self.oracles = Oracles(self) if oracles else None
        self.executions = self.deaths = self.new_groups = self.flaky = self.failed = 0
        self.started = time.monotonic()

    def start_worker(self, options, python, folder):
        if self.kind.name == sample.NAME:
            return sample.start(python, options, folder)
        return Worker(python, options.table, options.libraries, self.kind.name)

    def words_of_code(self):
        """Words of the functions that inputs reach; None where the table is missing, and for the
        blind loop, which does not know what inputs reach."""
        if not self.guided:
            return None
        paths = {os.path.basename(path): path for _, _, path, _ in self.worker.greeting["code"]}
        try:
            return CodeWords(self.worker.table, paths)
        except (OSError, ValueError):
            return None

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
        if self.guided and not self.only_seeds:
            with exchange.Imports(self.folder) as imports:
                for data in imports.new(self.kind.name, self.root):
                    if len(data) <= self.limit and name_of(data) not in self.corpus.names:
                        self.step(data)
        if not self.corpus.entries:
            self.corpus.add(b"\n", store=False)
        return self.worker.seen

    def step(self, data, is_seed=False, inherited=()):
        """Runs one input and handles the result. `inherited` are the words of the input that it was
        made from. Returns the answer and whether the input was kept."""
        answer = self.worker.run(data)
        self.executions += 1
        if answer.status in (memory.DIED, memory.GREW):
            self.died(data, answer)
        elif answer.status == memory.DIED_IN_BATCH:
            self.flaky += 1
        elif answer.status == memory.FAILED:
            self.failed += 1
        is_kept = is_seed or (self.guided and len(answer.new) > 0 and answer.status == memory.READ)
        if is_kept and answer.status == memory.READ:
            own = self.words.of(answer.new) if self.words is not None else []
            if self.corpus.add(data, not is_seed, merged(own, inherited)):
                self.mutator.learn(data)
        if self.oracles is not None:
            self.oracles.after(data, answer, is_kept)
        return answer, is_kept

    def seconds_of(self, answer):
        """Processor time of an execution, the fork after a death included."""
        fork = FORK_SECONDS if answer.is_death else 0
        return MUTATION_SECONDS + answer.microseconds / 1e6 + fork

    def run(self, is_over):
        """Runs mutated inputs until `is_over` returns True; it is called every 16 inputs."""
        while True:
            if self.executions & 15 == 0 and is_over(self):
                return
            entry = self.corpus.pick()
            self.mutator.words = entry.words
            data = self.mutator.mutate(entry.data, self.corpus.any())
            if len(data) <= self.limit and not self.was_tried(data):
                answer, is_kept = self.step(data, inherited=entry.words)
                if self.guided:
                    gain = math.log2(1 + len(answer.new)) if is_kept else 0.0
                    self.corpus.credit(entry, self.seconds_of(answer), gain)
                    # Ways differ more in the blocks than in the inputs that they find.
                    self.mutator.credit(self.seconds_of(answer), math.sqrt(len(answer.new)) * is_kept)
            elif is_over(self):
                return

    def was_tried(self, data):
        """Whether an equal input ran lately. Only for the guided loop, which learns from
        results."""
        if not self.guided:
            return False
        number = hash(data)
        if number in self.tried:
            return True
        if len(self.tried) > TRIED_SIZE:
            self.tried.clear()
        self.tried.add(number)
        return False

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
        if not answer.flags & memory.STOPPED:
            self.found(group, data, frames, {})

    def found(self, group, data, frames, details):
        is_new = self.store.add(group, self.kind, data, frames, details)
        if is_new and self.oracles is not None and self.oracles.is_slow(group, data):
            self.flaky += 1
            return self.store.remove(group.id)
        if is_new:
            self.new_groups += 1
            self.event("finding", {"id": group.id, "severity": group.death_class.severity})
        self.compare_plain(group, data, is_new)

    def compare_plain(self, group, data, is_new):
        """For the first input of a group: whether it dies alike without breakpoints."""
        if not is_new or group.function in groups.WITHOUT_STACK:
            return
        found = repeat.death_of(self.worker, data, memory.PLAIN, self.symbols)
        alike = repeat.is_alike(group, found)

        def change(known):
            known["compared"] += 1
            known["alike"] += alike

        self.store.update(group.id, change)

    def close(self):
        self.server.close()
        self.worker.close()
