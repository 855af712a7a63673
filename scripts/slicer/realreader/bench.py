"""`scenefuzz slicer bench`: measures the fuzzer of the real core against its bars. Rates are per
second of processor time of worker, loop and mutators together."""

import json
import os
import statistics
import sys
import tempfile

from . import arguments
from .binaries.symbols import Symbols
from .session import compose
from .session.corpus import read_folder
from .session.loop import Loop
from .session.record import FIELDS
from .triage import disclose, repeat
from .triage.store import Store
from .worker import memory
from .worker.client import Worker
from .worker.kinds import KINDS, matching

REPLAY_ROUNDS = 24
MAXIMUM_OVERHEAD = 0.05
MINIMUM_RATE = {"scene": 150, "bundle": 200}
MINIMUM_GAIN = {"scene": 1.15, "bundle": 1.5}
MINIMUM_REPLAYED = 0.995
MINIMUM_ALIKE = 0.95
SESSION_SECONDS = 600
# Guided; what `slicer session` does; and one that keeps nothing but has all mutators of the guided
# one. The bar is for both kinds of blind mutation.
GUIDED, SESSION, BLIND = WAYS = ("guided", "blind", "blind with all mutators")
SESSION_SHARES = [0, 1, 0, 0, 0, 0]


class Bench:
    """Rows of results: a text and whether its bar holds, or None without a bar."""

    def __init__(self, options):
        self.options, self.rows = options, []
        self.missed = 0

    def row(self, text, holds=None):
        self.missed += holds is False
        print(f"{ {True: 'held  ', False: 'MISSED', None: '      '}[holds] } {text}", flush=True)

    def worker(self, kind, armed=True):
        return Worker(sys.executable, self.options.table, self.options.libraries, kind, armed=armed)

    def seeds(self, target):
        """The committed seeds of a target."""
        return read_folder(os.path.join(self.options.root, "corpus", target, "seeds"))

    def overhead(self):
        """Processor time of the seeds with and without breakpoints, in turn."""
        costs = {True: [], False: []}
        workers = {armed: self.worker("scene", armed) for armed in costs}
        data = [one for one in self.seeds("mrml") if not workers[False].run(one).status]
        data = [one for one in data if not workers[True].run(one).status]
        for _ in range(REPLAY_ROUNDS):
            for armed, worker in workers.items():
                before = worker.processor_seconds()
                for one in data:
                    worker.run(one)
                costs[armed].append(worker.processor_seconds() - before)
        for worker in workers.values():
            worker.close()
        with_, without = sum(costs[True]), sum(costs[False])
        count = len(data) * REPLAY_ROUNDS
        over = with_ / without - 1
        text = f"replay of {len(data)} seeds, {REPLAY_ROUNDS} rounds: {count / with_:.0f} executions per second with coverage, "
        self.row(text + f"{count / without:.0f} without: overhead {100 * over:.1f} %", over <= MAXIMUM_OVERHEAD)

    def determinism(self):
        for kind, target in (("scene", "mrml"), ("bundle", "mrb")):
            seeds, equal, read = self.seeds(target), 0, 0
            with self.worker(kind) as worker:
                for data in seeds:
                    (first, one), (second, other) = worker.trace(data), worker.trace(data)
                    if first.status == second.status == memory.READ:
                        read += 1
                        equal += one == other
            self.row(f"{kind}: equal block sets for {equal} of {read} seeds that are read, run twice", equal == read)

    def guided(self, kind, seconds, seed, way, folder):
        """(blocks, executions per second, inputs) of one trial."""
        place = os.path.join(folder, f"{kind}-{seed}-{way}")
        os.makedirs(os.path.join(place, "seeds"))
        for name, data in enumerate(self.seeds("mrb" if kind == "bundle" else "mrml")):
            with open(os.path.join(place, "seeds", f"{name:04}"), "wb") as file:
                file.write(data)
        store = Store(os.path.join(place, "findings"))
        loop = Loop(
            self.options, KINDS[kind], seed, sys.executable, place, way == GUIDED, store, oracles=False, only_seeds=True
        )
        if way == SESSION:
            loop.mutator.shares = SESSION_SHARES
        before, base = loop.processor_seconds(), loop.executions
        loop.start()
        loop.run(lambda loop: loop.processor_seconds() - before >= seconds)
        spent = loop.processor_seconds() - before
        blocks, rate = loop.worker.seen, (loop.executions - base) / spent
        loop.close()
        return blocks, rate, loop.seeds + loop.corpus.inputs

    def replayed(self, kind, inputs):
        with self.worker(kind) as worker:
            for data in inputs:
                worker.run(data)
            return worker.seen

    def trials(self, folder):
        """The trials of all kinds in turn, so that a stopped bench has the first ones of each."""
        found = {(kind, way): [] for kind in self.options.kinds for way in WAYS}
        for seed in range(1, self.options.trials + 1):
            for kind in self.options.kinds:
                for way in WAYS:
                    blocks, rate, inputs = self.guided(kind, self.options.seconds, seed, way, folder)
                    found[kind, way].append(blocks)
                    self.row(f"{kind}: trial {seed}, {way}: {blocks} blocks, {rate:.0f} executions per second")
                    if way == GUIDED and seed == 1:
                        self.first_trial(kind, blocks, rate, inputs)
        for kind in self.options.kinds:
            for way in (SESSION, BLIND):
                self.compare(kind, way, found[kind, GUIDED], found[kind, way])

    def compare(self, kind, way, guided, other):
        """The ratio of the medians, and the range of the ratios of any two trials."""
        if not guided or not other:
            return
        gain = statistics.median(guided) / statistics.median(other)
        text = f"{kind}: median blocks of guided to {way} in {self.options.seconds:.0f} processor seconds, {len(guided)} trials: "
        text += f"{gain:.3f} ({min(guided) / max(other):.3f} to {max(guided) / min(other):.3f})"
        self.row(text, gain >= MINIMUM_GAIN[kind])

    def first_trial(self, kind, blocks, rate, inputs):
        self.row(f"{kind}: {rate:.0f} guided executions per second", rate >= MINIMUM_RATE[kind])
        share = self.replayed(kind, inputs) / blocks
        self.row(f"{kind}: {100 * share:.2f} % of {blocks} claimed blocks replayed", share >= MINIMUM_REPLAYED)

    def repeated(self):
        """Deaths of stored groups, run again with and without breakpoints."""
        store = Store(os.path.join(self.options.private, "findings"))
        alike, deaths, stored = repeat.compare_stored(store, self.worker, Symbols())
        if deaths:
            text = f"{alike} of {deaths} deaths alike without breakpoints; {stored} groups are stored"
            self.row(text, alike / deaths >= MINIMUM_ALIKE)

    def stored(self):
        """Figures of the sessions so far."""
        groups = Store(os.path.join(self.options.private, "findings")).all()
        classes, others = {}, 0
        for group in groups:
            stands = group["status"] != disclose.SLOW and not group["status"].startswith(disclose.SAME)
            others += not stands
            if stands:
                classes[group["class"]] = classes.get(group["class"], 0) + 1
        self.row(
            "groups by class: " + (", ".join(f"{name} {count}" for name, count in sorted(classes.items())) or "none")
            + (f"; {others} more are the same as another one, or only slow" if others else "")
        )
        seconds, processor, totals = {}, {}, dict.fromkeys(FIELDS, 0)
        folder = os.path.join(self.options.private, "fuzz", "sessions")
        for name in os.listdir(folder) if os.path.isdir(folder) else []:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                for kind, value in json.load(file)["kinds"].items():
                    seconds[kind] = max(seconds.get(kind, 0), value.get("seconds", 0))
                    processor[kind] = processor.get(kind, 0) + value.get("processor", 0)
                    for field in FIELDS:
                        totals[field] += value.get(field, 0)
        long = sum(1 for kind in matching([]) if seconds.get(kind.name, 0) >= SESSION_SECONDS)
        ran = sum(1 for kind in matching([]) if seconds.get(kind.name, 0) > 0)
        self.row(
            f"{totals['executions']} executions of {ran} kinds in all sessions; {long} of {len(matching([]))} kinds for ten minutes "
            "or more in one session",
            long == len(matching([])),
        )
        shares = sorted(processor.get(kind.name, 0) for kind in matching([]))
        self.row(
            f"processor time of a kind in all sessions: {shares[0]:.0f} s at least, {statistics.median(shares):.0f} s median, "
            f"{sum(shares):.0f} s together"
        )
        try:
            with open(self.options.table + ".json", encoding="utf-8") as file:
                table = json.load(file)
            self.row(f"{table['undecodable']} of {table['functions']} functions undecodable", table["undecodable"] == 0)
        except OSError:
            self.row(
                "the totals of the block table are missing; remove the table and run 'scenefuzz slicer setup'", False
            )


def main():
    parser = arguments.parser(__doc__)
    parser.add_argument("--seconds", type=float, default=200)
    parser.add_argument("--trials", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--kinds", nargs="*", default=list(MINIMUM_RATE), choices=list(MINIMUM_RATE))
    options = parser.parse_args()
    bench = Bench(options)
    bench.overhead()
    bench.determinism()
    if not options.quick:
        compose.require_tags(os.path.join(options.private, "fuzz"), options.root)
        with tempfile.TemporaryDirectory(dir=arguments.private_folder(options.private)) as folder:
            bench.trials(folder)
        bench.repeated()
    bench.stored()
    return arguments.FINDING if bench.missed else arguments.CLEAN


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
