import random
import unittest
import xml.parsers.expat

from realreader.session import pool as pool_module
from realreader.session import tree
from realreader.session.pool import TAG, Pool

SCENE = (
    b'<?xml version="1.0"?><MRML version="1"><Model id="m" name="n"></Model><View id="v" a="1"/>'
    b'<SceneView id="s"><Model id="k"></Model><Model id="l"/></SceneView><Model id="o"></Model></MRML>'
)
OTHER = b'<MRML><Color id="c"><Text/></Color><Model id="z"></Model></MRML>'


def is_well_formed(data):
    try:
        xml.parsers.expat.ParserCreate().Parse(data, True)
    except xml.parsers.expat.ExpatError:
        return False
    return True


def pool_of(*texts):
    pool = Pool()
    for text in texts:
        pool.add(text)
    return pool


class Elements(unittest.TestCase):
    def test_the_end_of_an_element_is_behind_its_own_end_tag(self):
        cases = {
            b"<A/><B/>": b"<A/>", b"<A></A><B/>": b"<A></A>", b"<A><A></A><A/></A><B/>": b"<A><A></A><A/></A>",
            b"<A><AB></AB></A >x": b"<A><AB></AB></A >", b"<A><B></B>": b"<A>", b'<A b="1"/>': b'<A b="1"/>',
        }  # fmt: skip
        for data, element in cases.items():
            self.assertEqual(data[: tree.element_end(data, TAG.search(data))], element)

    def test_every_mutation_of_an_element_keeps_a_text_well_formed(self):
        pool = pool_of(SCENE, OTHER)
        pool.words = [b"color", b"width"]
        for mutation in set(tree.MUTATIONS) - {tree.swap_value}:
            changed = 0
            for seed in range(200):
                chance = random.Random(seed)
                tag = chance.choice(list(TAG.finditer(SCENE))[1:])
                result = mutation(SCENE, pool, chance, tag)
                changed += result != SCENE
                self.assertTrue(is_well_formed(result), (mutation.__name__, result))
            self.assertGreater(changed, 40, mutation.__name__)

    def test_nearly_all_results_of_many_mutations_are_well_formed(self):
        pool = pool_of(SCENE, OTHER)
        results = [tree.mutate(SCENE, pool, random.Random(seed)) for seed in range(1000)]
        self.assertGreater(sum(map(is_well_formed, results)), 900)
        self.assertGreater(len(set(results)), 600)

    def test_elements_that_meet_have_one_name_one_singleton_tag_and_other_values(self):
        pool, different = pool_of(SCENE, OTHER), 0
        for seed in range(100):
            chance = random.Random(seed)
            result = tree.insert_meeting(SCENE, pool, chance, list(TAG.finditer(SCENE))[1])
            first, second = [tag for tag in TAG.findall(result) if b"singletonTag" in tag]
            names = [pool_module.NAME.match(tag).group(1) for tag in (first, second)]
            values = [dict(pool_module.ATTRIBUTE.findall(tag))[b"singletonTag"] for tag in (first, second)]
            self.assertEqual(names[0], names[1])
            self.assertEqual(values[0], values[1])
            different += first != second
        self.assertGreater(different, 30)

    def test_a_stored_node_names_its_storage_node_and_that_the_scene_or_a_missing_file(self):
        pool, names = pool_of(SCENE, OTHER), set()
        pool.pairs = [(b"Text", b"TextStorage", b".txt")]
        for seed in range(40):
            result = tree.insert_stored(SCENE, pool, random.Random(seed), list(TAG.finditer(SCENE))[1])
            self.assertTrue(is_well_formed(result))
            storage, node = [
                dict(pool_module.ATTRIBUTE.findall(tag))
                for tag in TAG.findall(result) if b"fileName" in tag or b"storageNodeRef" in tag
            ]  # fmt: skip
            self.assertEqual(node[b"storageNodeRef"], storage[b"id"])
            names.add(storage[b"fileName"])
        self.assertEqual(names, {b'"scene.mrml"', b'"absent.txt"'})

    def test_a_composed_element_has_only_attributes_that_the_corpus_gives_to_it(self):
        pool = pool_of(SCENE, b'<MRML><Model name="o" k="1"/><View b="2"/></MRML>')
        pool.know(b"Unseen")
        texts = {pool_module.composed(pool, b"Model", random.Random(seed)) for seed in range(50)}
        for text in texts:
            self.assertLessEqual(set(dict(pool_module.ATTRIBUTE.findall(text))), {b"id", b"name", b"k"})
        self.assertGreater(len(texts), 10)
        self.assertEqual(pool_module.composed(pool, b"Unseen", random.Random(1)), b"<Unseen></Unseen>")

    def test_a_crossed_text_is_well_formed_and_has_elements_of_the_other(self):
        results = {tree.cross(SCENE, OTHER, random.Random(seed)) for seed in range(300)}
        self.assertTrue(all(map(is_well_formed, results)))
        self.assertTrue(any(b'<Color id="c"><Text/></Color>' in result for result in results))

    def test_an_empty_root_gets_elements_inside(self):
        root, pool = b"<MRML></MRML>", pool_of(OTHER)
        results = {tree.mutate(root, pool, random.Random(seed)) for seed in range(300)}
        self.assertTrue(any(b"<Text/></MRML>" in result for result in results))

    def test_a_text_of_nested_tags_that_never_close_is_mutated_in_linear_time(self):
        data = b"<A>" * 5000
        for seed in range(5):
            tree.mutate(data, pool_of(SCENE), random.Random(seed))


if __name__ == "__main__":
    unittest.main()
