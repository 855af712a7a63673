import collections
import os
import random
import tempfile
import types
import unittest
import zlib

from realreader import arguments
from realreader.session import binary, compose, exchange, mutators, page, tree
from realreader.session.corpus import Corpus, read_folder
from realreader.session.pool import Pool
from realreader.session.schedule import Schedule
from realreader.worker import by_hand, kinds

SERVER = types.SimpleNamespace(process=True)
SCENE = b'<MRML version="1"><Model id="m" name="n"/><View id="v"/></MRML>'


class Mutation(unittest.TestCase):
    def test_equal_seeds_give_equal_mutations_and_others_differ(self):
        def made(seed):
            pool, chance = Pool(), random.Random(seed)
            pool.add(SCENE)
            return [tree.mutate(SCENE, pool, chance) for _ in range(50)]

        self.assertEqual(made(1), made(1))
        self.assertNotEqual(made(1), made(2))
        self.assertGreater(len(set(made(1))), 20)

    def test_a_mutated_png_has_correct_checksums(self):
        data, chance, changed = by_hand.png(), random.Random(3), 0
        for _ in range(200):
            result = binary.inside_png(data, chance)
            changed += result != data
            place = len(binary.PNG)
            for kind, content in binary.png_chunks(result):
                place += 8 + len(content)
                self.assertEqual(result[place : place + 4], zlib.crc32(kind + content).to_bytes(4, "big"))
                place += 4
        self.assertGreater(changed, 100)

    def test_the_content_of_a_compressed_block_is_mutated_behind_a_valid_header(self):
        data = by_hand.BY_HAND[".nrrd"][1]
        results = {binary.inside_gzip(data, random.Random(seed)) for seed in range(20)}
        head = data[: data.index(b"\x1f\x8b")]
        for result in results:
            self.assertTrue(result.startswith(head))
            zlib.decompressobj(31).decompress(result[len(head) :])
        self.assertGreater(len(results), 5)

    def test_every_mutation_accepts_an_empty_file(self):
        for seed in range(300):
            binary.mutate(b"", random.Random(seed))
            binary.cross(b"", b"", random.Random(seed))

    def test_a_mutated_bundle_is_a_valid_archive(self):
        server = types.SimpleNamespace(process=None)
        mutator = mutators.Mutator(kinds.KINDS["bundle"], server, random.Random(1), 1 << 18, (100, 0, 0, 0, 0, 0))
        data = mutators.archive([("s/a.mrml", SCENE), ("s/Data/x.txt", b"1 2 3")], random.Random(2))
        mutator.learn(data)
        for _ in range(100):
            self.assertEqual(len(mutators.members(mutator.mutate(data, data))), 2)


    def test_a_way_that_yields_gets_a_larger_share_and_none_gets_nothing(self):
        mutator = mutators.Mutator(kinds.KINDS["scene"], SERVER, random.Random(1), 1 << 14)
        for _ in range(2000):
            for way in range(5):
                mutator.way = way
                mutator.credit(0.001, 1.0 if way == 1 else 0.0)
        self.assertGreater(mutator.shares[1], 4 * max(mutator.shares[0], mutator.shares[2]))
        self.assertGreater(min(mutator.shares[:5]), 0)
        self.assertEqual(mutator.shares[5], 0)

    def test_an_attached_file_is_a_member_that_its_storage_node_names(self):
        with tempfile.TemporaryDirectory() as folder:
            compose.write_tags(folder, {"Model.stl": ["Model", "ModelStorage"]})
            os.makedirs(os.path.join(folder, "Model.stl", "seeds"))
            with open(os.path.join(folder, "Model.stl", "seeds", "a.stl"), "wb") as file:
                file.write(b"solid")
            side_files = compose.SideFiles(folder)
            for seed in range(20):
                content = side_files.attach([("s/a.mrml", SCENE)], random.Random(seed))
                (_, scene), (name, data) = content
                self.assertEqual(data, b"solid")
                self.assertTrue(name.startswith("s/Data/") and name.endswith(".stl"))
                self.assertIn(f'fileName="{name[2:]}"'.encode(), scene)
                self.assertTrue(scene.rstrip().endswith(b"</MRML>"))
            self.assertIsNone(side_files.attach([("s/readme.txt", b"x")], random.Random(1)))
            self.assertIsNone(compose.SideFiles(folder + "/none").attach([("a.mrml", SCENE)], random.Random(1)))

    def test_a_member_is_mutated_by_the_longest_extension_of_a_kind(self):
        names = {"a.mrml": kinds.XML, "b/c.MRK.JSON": kinds.JSON, "x.seg.nrrd": kinds.BINARY, "y": kinds.BINARY}
        for name, form in names.items():
            self.assertEqual(compose.format_of(name), form)


class Corpora(unittest.TestCase):
    def test_an_input_is_stored_once_and_incomplete_files_are_skipped(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus = Corpus(folder, random.Random(1))
            self.assertTrue(corpus.add(b"a", store=True))
            self.assertFalse(corpus.add(b"a", store=True))
            with open(os.path.join(folder, "x.1.part"), "wb") as file:
                file.write(b"half")
            self.assertEqual(read_folder(folder), [b"a"])

    def test_a_slow_or_barren_input_is_chosen_less_than_one_whose_mutations_are_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus = Corpus(folder, random.Random(1))
            for data in (b"rich", b"slow", b"poor"):
                corpus.add(data, store=False)
            for _ in range(200):
                for entry, seconds, gain in zip(corpus.entries, (0.001, 0.05, 0.001), (1, 1, 0)):
                    corpus.credit(entry, seconds, gain)
            counts = collections.Counter(corpus.pick().data for _ in range(3000))
            self.assertGreater(counts[b"rich"], 2 * counts[b"slow"])
            self.assertGreater(counts[b"rich"], 2 * counts[b"poor"])
            self.assertGreater(min(counts.values()), 0)

    def test_a_fresh_input_is_tried_before_barren_ones(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus = Corpus(folder, random.Random(1))
            corpus.add(b"barren", store=False)
            for _ in range(100):
                corpus.credit(corpus.entries[0], 0.01, 0)
            corpus.add(b"fresh", store=False)
            counts = collections.Counter(corpus.pick().data for _ in range(1000))
            self.assertGreater(counts[b"fresh"], 550)

    def test_an_input_of_the_model_is_imported_once(self):
        with tempfile.TemporaryDirectory() as root:
            folder, corpus = os.path.join(root, "kind"), os.path.join(root, ".scenefuzz", "corpus", "mrb")
            os.makedirs(folder)
            os.makedirs(corpus)
            for name, data in (("1", b"long"), ("2", b"a")):
                with open(os.path.join(corpus, name), "wb") as file:
                    file.write(data)
            runs = []
            for _ in range(2):
                with exchange.Imports(folder) as imports:
                    runs.append(list(imports.new("bundle", root)))
            self.assertEqual(runs, [[b"a", b"long"], []])

    def test_a_kind_takes_the_corpus_of_the_target_with_its_format(self):
        self.assertEqual(exchange.target_of("MarkupsJson.Line.mrk.json"), "markups-json")
        self.assertEqual(exchange.target_of("bundle"), "mrb")
        self.assertEqual(exchange.target_of("Model.vtk"), "vtk-header")
        self.assertIsNone(exchange.target_of("Text.txt"))

    def test_the_private_folder_and_the_one_around_it_are_readable_by_their_owner_only(self):
        with tempfile.TemporaryDirectory() as root:
            folder = arguments.private_folder(os.path.join(root, "private", "slicer"), "fuzz")
            for place in (folder, os.path.dirname(folder), os.path.join(root, "private")):
                self.assertEqual(os.stat(place).st_mode & 0o777, 0o700)


class Schedules(unittest.TestCase):
    def test_every_kind_runs_once_before_one_runs_twice(self):
        schedule = Schedule(["a", "b", "c"], 600, 1)
        order = []
        for _ in range(3):
            order.append(name := schedule.next())
            schedule.ended(name, 10, 0, 10)
        self.assertEqual(order, ["a", "b", "c"])

    def test_the_kind_with_the_best_yield_runs_next_and_the_others_do_not_starve(self):
        schedule, counts = Schedule(["poor", "rich"], 600, 1), {"poor": 0, "rich": 0}
        for _ in range(2000):
            name = schedule.next()
            counts[name] += 1
            schedule.ended(name, 100 if name == "rich" else 0, 0, 10)
        self.assertGreater(counts["rich"], counts["poor"])
        self.assertGreater(counts["poor"], 1)

    def test_a_running_kind_is_not_started_again(self):
        schedule = Schedule(["a"], 600, 2)
        self.assertEqual(schedule.next(), "a")
        self.assertIsNone(schedule.next())


class Kinds(unittest.TestCase):
    def test_a_pattern_without_a_match_is_an_error_and_names_ignore_case(self):
        self.assertEqual([kind.name for kind in kinds.matching(["model.vtk"])], ["Model.vtk"])
        with self.assertRaises(KeyError):
            kinds.matching(["nothing"])

    def test_the_sample_is_in_no_default(self):
        self.assertNotIn(kinds.SAMPLE, kinds.matching([]))

    def test_the_last_extension_has_one_dot(self):
        self.assertEqual(kinds.KINDS["Segmentation.seg.nrrd"].last_extension, ".nrrd")
        self.assertEqual(kinds.KINDS["MarkupsFiducial.fcsv"].last_extension, ".fcsv")

    def test_a_text_kind_uses_the_text_format_of_its_extension(self):
        asked = []
        server = types.SimpleNamespace(process=True, mutate=lambda letter, *rest: asked.append(letter) or b"")
        for name in ("MarkupsFiducial.fcsv", "ColorTable.ctbl", "VolumeProperty.vp", "Table.tsv"):
            mutators.Mutator(kinds.KINDS[name], server, random.Random(1), 100).structured(b"a", b"b")
        self.assertEqual(asked, [b"f", b"c", b"p", b"v"])

    def test_every_storage_class_that_reads_has_a_kind(self):
        self.assertEqual(len({kind.storage for kind in kinds.KINDS.values() if kind.storage}), 29)


class Pages(unittest.TestCase):
    def test_a_page_outside_the_private_folder_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            private = os.path.join(folder, "private")
            os.makedirs(private)
            options = types.SimpleNamespace(private=private, page="../page.html")
            self.assertEqual(page.write_page(options), 2)
            self.assertFalse(os.path.exists(os.path.join(folder, "page.html")))


if __name__ == "__main__":
    unittest.main()
