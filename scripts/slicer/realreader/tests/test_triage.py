import contextlib
import os
import signal
import tempfile
import types
import unittest

from realreader.triage import classes, groups, reduce, repeat
from realreader.triage.store import MAXIMUM_INPUTS, Store
from realreader.worker import kinds, memory

KIND = kinds.SAMPLE


def frame(library, function):
    return types.SimpleNamespace(library=library, function=function, offset=0)


def death(**values):
    known = {
        "signal": signal.SIGSEGV,
        "code": 1,
        "fault": 0,
        "error": 4,
        "instruction": 0x1000,
        "stack": 0x7FFF00000000,
    }
    return types.SimpleNamespace(**{**known, **values})


class Classes(unittest.TestCase):
    def test_faults_are_classified_by_address_and_error_code(self):
        cases = [
            (death(), "null read"), (death(error=6), "null write"), (death(fault=1 << 40), "wild read"),
            (death(fault=1 << 40, error=6), "wild write"), (death(fault=1 << 40, error=20), "wild jump"),
            (death(fault=0, error=20), "null jump"), (death(fault=0x7FFF00000000 - 8, error=6), "stack overflow"),
            (death(code=128), "wild access"), (death(signal=signal.SIGPROF), "hang"), (death(signal=signal.SIGFPE), "arithmetic"),
            (death(signal=signal.SIGXFSZ), "file size"), (death(signal=signal.SIGBUS), "bus error"),
        ]  # fmt: skip
        for one, name in cases:
            self.assertEqual(classes.classify(one, [])[0].name, name)

    def test_an_abort_is_classified_by_its_caller(self):
        abort = [frame("libc", "raise"), frame("libc", "abort")]
        cases = [
            ([frame("libstdc++", "std::terminate()")], "uncaught exception"),
            ([frame("libstdc++", None), frame("libstdc++", "operator new(unsigned long)")], "memory exhaustion"),
            ([frame("libc", None), frame("libc", "free")], "heap corruption"), ([frame("libx", "f")], "abort"),
            ([frame("libc", "__assert_fail"), frame("libx", "f")], "assertion"),
        ]  # fmt: skip
        for frames, name in cases:
            self.assertEqual(classes.classify(death(signal=signal.SIGABRT), abort + frames)[0].name, name)

    def test_the_address_of_a_bad_pointer_does_not_split_a_group(self):
        ids = {groups.make(one, "libx", "f", "").id for one in (classes.JUMP, classes.NULL_JUMP)}
        self.assertEqual(len(ids), 1)
        ids |= {groups.make(one, "libx", "f", "").id for one in (classes.WILD_READ, classes.WILD_WRITE)}
        self.assertEqual(len(ids), 2)



class Groups(unittest.TestCase):
    def test_the_innermost_function_that_is_no_helper_is_blamed(self):
        frames = [
            frame("libc", "memcpy"),
            frame("libx", "std::vector<int>::insert(int)"),
            frame("libx", "A::read(int)"),
            frame("libx", "main"),
        ]
        self.assertEqual(groups.blamed(frames), ("libx", "A::read"))

    def test_an_unnamed_function_is_described_by_its_nearest_named_caller(self):
        frames = [frame("libx", None), frame("libx", None), frame("liby", "B::open()")]
        self.assertEqual(groups.blamed(frames), ("libx", "(unnamed, below B::open)"))

    def test_frames_of_the_bindings_and_below_are_left_out(self):
        frames = [frame("libx", "f"), frame("MRMLCore.cpython-311-x86_64-linux-gnu", "g"), frame("liby", "h")]
        self.assertEqual([one.function for one in groups.own_frames(frames)], ["f"])

    def test_reads_and_writes_of_bad_addresses_in_one_function_are_one_group(self):
        one = groups.make(classes.NULL_READ, "libx", "f", "")
        other = groups.make(classes.WILD_WRITE, "libx", "f", "")
        self.assertEqual(one.id, other.id)
        self.assertNotEqual(one.id, groups.make(classes.HANG, "libx", "f", "").id)
        self.assertNotEqual(one.id, groups.make(classes.NULL_READ, "libx", "g", "").id)

    def test_arguments_and_template_arguments_are_removed_from_names(self):
        self.assertEqual(groups.without_arguments("a::b<int, c<d> >::e(f const&) const"), "a::b::e")


class Stores(unittest.TestCase):
    def test_a_group_keeps_at_most_ten_inputs_and_the_shortest_ones(self):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(os.path.join(folder, "findings"))
            group = groups.make(classes.HANG, "libx", "f", "e")
            for size in range(30, 0, -1):
                is_new = store.add(group, KIND, b"x" * size, [], {})
                self.assertEqual(is_new, size == 30)
            sizes = [len(data) for data in store.inputs(group.id).values()]
            self.assertEqual(sizes, list(range(1, MAXIMUM_INPUTS + 1)))
            self.assertEqual(store.read(group.id)["count"], 30)

    def test_a_more_severe_death_raises_the_severity_of_its_group(self):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(os.path.join(folder, "findings"))
            store.add(groups.make(classes.NULL_READ, "libx", "f", "e"), KIND, b"1", [], {})
            store.add(groups.make(classes.WILD_WRITE, "libx", "f", "e"), KIND, b"2", [], {})
            self.assertEqual([(group["class"], group["severity"]) for group in store.all()], [("wild write", 3)])


class Reduction(unittest.TestCase):
    def test_a_text_is_reduced_to_the_bytes_that_the_judge_needs(self):
        reducer = reduce.Reducer(lambda data: b"needle" in data, 10)
        text = b"\n".join(b"line %d" % number for number in range(40)) + b"\nxx needle yy\n" + b"z" * 200
        self.assertEqual(reducer.reduce(text, kinds.TEXT), b"needle")

    def test_tags_and_attributes_are_deleted_from_xml(self):
        reducer = reduce.Reducer(lambda data: b"<B" in data and b'k="1"' in data, 10)
        result = reducer.reduce(b'<M><A x="1"/><B j="2" k="1" l="3"/><C/></M>', kinds.XML)
        self.assertLess(len(result), 14)

    def test_members_that_the_judge_does_not_need_are_deleted_from_archives(self):
        data = reduce.packed([("a", b"x" * 50), ("b/s.mrml", b"<M><N/></M>"), ("c", b"y")])
        reducer = reduce.Reducer(lambda one: any(b"<N/>" in content for _, content in reduce.members(one)), 10)
        self.assertEqual(reduce.members(reducer.reduce(data, kinds.ARCHIVE)), [("b/s.mrml", b"<N/>")])


class Repeated(unittest.TestCase):
    """Deaths of stored groups, run again. The worker of the test dies as the input says."""

    class Worker(contextlib.nullcontext):
        def run(self, data, operation):
            self.says = data.split(b",")[operation == memory.PLAIN]
            ends = operation == memory.PATIENT and self.says == b"slow"
            dies = self.says != b"lives" and not ends
            grows = operation == memory.PATIENT and self.says == b"grows"
            status = memory.GREW if grows else memory.DIED if dies else memory.READ
            return types.SimpleNamespace(is_death=status == memory.DIED, status=status)

        def death(self):
            number = {b"null": signal.SIGSEGV, b"hang": signal.SIGPROF, b"slow": signal.SIGPROF, b"grows": signal.SIGPROF}.get(self.says, signal.SIGFPE)
            return death(signal=number, frames=[self.says.decode()])

    def start(self, kind):
        self.started.append(kind)
        worker = self.Worker()
        worker.enter_result = worker
        return worker

    def setUp(self):
        self.started = []

    symbols = types.SimpleNamespace(frames=lambda places: [frame("libx", name) for name in places])

    def compared(self, folder, *texts):
        store = Store(folder)
        for number, text in enumerate(texts):
            group = groups.make(classes.NULL_READ, "libx", f"f{number}", "")
            store.add(group, KIND, text, [], {})
        return store, repeat.compare_stored(store, self.start, self.symbols)

    def test_alike_are_deaths_of_one_group_and_any_two_hangs(self):
        with tempfile.TemporaryDirectory() as folder:
            texts = (b"null,null", b"hang,hang", b"null,other", b"null,lives", b"lives,null")
            store, counts = self.compared(folder, *texts)
            self.assertEqual(counts, (2, 4, 5))
            figures = sorted((group["alike"], group["compared"]) for group in store.all())
            self.assertEqual(figures, [(0, 0), (0, 1), (0, 1), (1, 1), (1, 1)])
            self.assertEqual(self.started, ["sample"])

    def test_an_input_that_ends_with_more_time_is_no_death(self):
        with tempfile.TemporaryDirectory() as folder:
            store, counts = self.compared(folder, b"slow,hang", b"hang,hang", b"grows,hang")
            self.assertEqual(counts, (2, 2, 3))

    def test_a_group_of_an_oracle_has_no_death_to_repeat(self):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(folder)
            store.add(groups.growth_group("sample"), KIND, b"null,null", [], {})
            self.assertEqual(repeat.compare_stored(store, self.start, self.symbols), (0, 0, 0))

    def test_a_group_is_compared_by_its_shortest_input_that_dies(self):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(folder)
            group = groups.make(classes.NULL_READ, "libx", "f", "")
            for text in (b"lives,null", b"null,lives  "):
                store.add(group, KIND, text, [], {})
            self.assertEqual(repeat.compare_stored(store, self.start, self.symbols), (0, 1, 1))


if __name__ == "__main__":
    unittest.main()
