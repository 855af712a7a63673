import random
import unittest
import xml.parsers.expat

from realreader.session import tree

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
    pool = tree.Pool()
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
            self.assertEqual(data[: tree.element_end(data, tree.TAG.search(data))], element)

    def test_every_mutation_of_an_element_keeps_a_text_well_formed(self):
        pool = pool_of(SCENE, OTHER)
        pool.words = [b"color", b"width"]
        for mutation in set(tree.MUTATIONS) - {tree.swap_value}:
            changed = 0
            for seed in range(200):
                chance = random.Random(seed)
                tag = chance.choice(list(tree.TAG.finditer(SCENE))[1:])
                result = mutation(SCENE, pool, chance, tag)
                changed += result != SCENE
                self.assertTrue(is_well_formed(result), (mutation.__name__, result))
            self.assertGreater(changed, 40, mutation.__name__)

    def test_nearly_all_results_of_many_mutations_are_well_formed(self):
        pool = pool_of(SCENE, OTHER)
        results = [tree.mutate(SCENE, pool, random.Random(seed)) for seed in range(1000)]
        self.assertGreater(sum(map(is_well_formed, results)), 900)
        self.assertGreater(len(set(results)), 600)

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
