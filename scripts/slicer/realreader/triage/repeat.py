"""Runs deaths again, with and without breakpoints, and compares their groups."""

from ..worker import memory
from . import classes, groups

# Inputs of a group that are tried until one dies.
TRIED_INPUTS = 3


def death_of(worker, data, operation, symbols):
    """The group of the death of an input; None when it lives."""
    return groups.group(worker.death(), symbols)[0] if worker.run(data, operation).is_death else None


def is_alike(group, other):
    """Whether two deaths are of one group. A hang is sampled anywhere in its loop, so any two
    are."""
    return other is not None and (
        other.id == group.id or other.death_class is group.death_class is classes.HANG
    )


def compare_stored(store, worker, symbols):
    """(deaths alike, deaths, groups) of the groups with a stack, each by its shortest input that
    dies. `worker` takes inputs after the name of their kind. The result is stored with each group,
    where it replaces that of an older worker.
    """
    alike = deaths = compared = 0
    for group in store.all():
        if group["function"] in groups.WITHOUT_STACK:
            continue
        compared += 1
        for name, content in list(store.inputs(group["id"]).items())[:TRIED_INPUTS]:
            data = name.split("--")[0].encode() + b"\0" + content
            armed = death_of(worker, data, memory.ALONE, symbols)
            if armed is None:
                continue
            same = is_alike(armed, death_of(worker, data, memory.PLAIN, symbols))
            deaths, alike = deaths + 1, alike + same
            store.update(group["id"], lambda known, same=same: known.update(compared=1, alike=int(same)))
            break
    return alike, deaths, compared
