"""Shares the time of a session among kinds by what they yielded."""

SLICES_PER_KIND = 2
MINIMUM_SLICE, MAXIMUM_SLICE = 20.0, 120.0
# A new group counts as many new blocks as this.
GROUP_VALUE = 200
DECAY = 0.5
# Score of a kind that was never run, above every other one.
UNTRIED = float("inf")


class Schedule:
    """Chooses the next kind: untried ones first, then by blocks and groups per second of recent
    slices. Kinds that run are left out; each turn without a slice raises the score a little, so
    that no kind starves."""

    def __init__(self, names, seconds, jobs):
        self.names = list(names)
        share = seconds * jobs / (SLICES_PER_KIND * len(self.names))
        self.slice = min(max(share, MINIMUM_SLICE), MAXIMUM_SLICE)
        # A kind that waits for no other one need not start again.
        if len(self.names) <= jobs:
            self.slice = max(seconds, MINIMUM_SLICE)
        self.scores = {name: UNTRIED for name in self.names}
        self.turns = {name: 0 for name in self.names}
        self.running, self.turn = set(), 0

    def next(self):
        """A kind, or None when all run."""
        free = [name for name in self.names if name not in self.running]
        if not free:
            return None
        self.turn += 1
        waited = {name: self.turn - self.turns[name] for name in free}
        chosen = max(free, key=lambda name: (self.scores[name] + 0.01 * waited[name], -self.names.index(name)))
        self.running.add(chosen)
        self.turns[chosen] = self.turn
        return chosen

    def ended(self, name, blocks, groups, seconds):
        """Records the yield of a slice."""
        self.running.discard(name)
        gained = (blocks + GROUP_VALUE * groups) / max(seconds, 1.0)
        known = self.scores[name]
        self.scores[name] = gained if known == UNTRIED else DECAY * known + (1 - DECAY) * gained
