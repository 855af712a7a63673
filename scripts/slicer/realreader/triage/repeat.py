"""Runs deaths again, with and without breakpoints, and compares their groups."""

from ..worker import memory
from . import classes, groups

# Inputs of a group that are tried until one dies.
TRIED_INPUTS = 3


def death_of(worker, data, operation, symbols):
    """The group of the death of an input; None when it lives."""
    return groups.group(worker.death(), symbols)[0] if worker.run(data, operation).is_death else None


def is_slow(worker, data, group):
    """Whether the input of a group of hangs is read after all, with eight times the time. One that
    then exhausts memory is not slow."""
    return group.death_class is classes.HANG and worker.run(data, memory.PATIENT).status == memory.READ


def is_alike(group, other):
    """Whether two deaths are of one group. A hang is sampled anywhere in its loop, so any two
    are."""
    return other is not None and (
        other.id == group.id or other.death_class is group.death_class is classes.HANG
    )


def stored_inputs(store):
    """{kind: [(group, its shortest inputs of that kind)]} of the groups with a stack."""
    found = {}
    for group in store.all():
        inputs = store.inputs(group["id"])
        if group["function"] in groups.WITHOUT_STACK or not inputs:
            continue
        kind = next(iter(inputs)).split("--")[0]
        chosen = [data for name, data in inputs.items() if name.split("--")[0] == kind]
        found.setdefault(kind, []).append((group["id"], chosen[:TRIED_INPUTS]))
    return found


def compare_stored(store, start, symbols):
    """(deaths alike, deaths, groups) of the groups with a stack, each by its shortest input that
    dies. `start` returns the worker of a kind as in a session, because a damaged heap shows only in
    the heap of its kind. The result is stored with each group, where it replaces an older one.
    """
    alike = deaths = compared = 0
    for kind, found in sorted(stored_inputs(store).items()):
        with start(kind) as worker:
            for identifier, inputs in found:
                compared += 1
                armed = same = None
                for data in inputs:
                    armed = death_of(worker, data, memory.ALONE, symbols)
                    if armed is not None and is_slow(worker, data, armed):
                        armed = None
                    if armed is not None:
                        same = is_alike(armed, death_of(worker, data, memory.PLAIN, symbols))
                        break
                deaths, alike = deaths + (armed is not None), alike + bool(same)
                figures = {"compared": int(armed is not None), "alike": int(bool(same))}
                store.update(identifier, lambda known, figures=figures: known.update(figures))
    return alike, deaths, compared
