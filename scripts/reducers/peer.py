"""Runs another reducer on one input and prints the result as a line of JSON.

    peer.py TOOL INPUT OUTPUT SECONDS ORACLE...

ORACLE is a command that reads frames (four bytes of length, most significant first, and a candidate) and answers
each with a frame that is empty when the candidate does not show the finding. It is one long-lived process, so that a
test does not start one: the result counts tests, and the time is that of the reducer. After SECONDS the smallest
candidate so far is the result.
"""

import json
import os
import random
import signal
import struct
import subprocess
import sys
import tempfile
import time


class OutOfTime(BaseException):
    pass


class Oracle:
    def __init__(self, command, best):
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.best = best
        self.tests = 0

    def __call__(self, candidate):
        self.tests += 1
        self.child.stdin.write(struct.pack(">I", len(candidate)) + candidate)
        self.child.stdin.flush()
        (length,) = struct.unpack(">I", self.child.stdout.read(4))
        shows = len(self.child.stdout.read(length)) > 0
        if shows and len(candidate) < len(self.best):
            self.best = candidate
        return shows


def lithium(data, oracle, folder):
    """Lines, then characters, as its documentation recommends."""
    from lithium.reducer import Lithium

    path = os.path.join(folder, "input")
    script = os.path.join(folder, "condition.py")
    with open(script, "w") as file:
        file.write("def interesting(args, prefix): raise NotImplementedError\n")
    with open(path, "wb") as file:
        file.write(data)
    for atom in ["--lines", "--char"]:
        tool = Lithium()
        where = os.path.join(folder, "work" + atom)
        os.mkdir(where)
        tool.process_args([atom, "--tempdir", where, script, path])
        tool.condition_script.interesting = lambda args, prefix: oracle(open(path, "rb").read())
        tool.run()


def picire(data, oracle, folder):
    """ddmin over lines, then over characters."""
    from picire import DD, Outcome

    def reduce(parts):
        def test(config, identity):
            return Outcome.FAIL if oracle(b"".join(config)) else Outcome.PASS

        return b"".join(DD(test)(parts))

    data = reduce(data.splitlines(keepends=True))
    reduce([data[place : place + 1] for place in range(len(data))])


def shrinkray(data, oracle, folder):
    from shrinkray.reducer import Reducer

    Reducer(data, oracle, random=random.Random(0)).run()


def main():
    tool, source, target, seconds = sys.argv[1:5]
    with open(source, "rb") as file:
        data = file.read()
    oracle = Oracle(sys.argv[5:], data)

    def stop(number, frame):
        raise OutOfTime

    signal.signal(signal.SIGALRM, stop)
    start = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, float(seconds))
    complete, failure = True, None
    # The tools cannot be silenced; standard output is reserved for the result.
    words = os.dup(1)
    os.dup2(2, 1)
    try:
        with tempfile.TemporaryDirectory() as folder:
            globals()[tool](data, oracle, folder)
    except OutOfTime:
        complete = False
    except Exception as error:
        complete, failure = False, f"{type(error).__name__}: {error}"
    signal.setitimer(signal.ITIMER_REAL, 0)
    elapsed = time.monotonic() - start
    with open(target, "wb") as file:
        file.write(oracle.best)
    line = {"bytes": len(oracle.best), "tests": oracle.tests, "seconds": elapsed}
    line |= {"complete": complete, "failure": failure}
    os.write(words, (json.dumps(line) + "\n").encode())
    os._exit(0)


main()
