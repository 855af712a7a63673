"""Elements, attributes and values of a corpus of XML texts, and new ones made of them."""

import re

from ..worker.kinds import SCENE_NAME

TAG = re.compile(rb"<[A-Za-z_][^<>]*>")
NAME = re.compile(rb"<([A-Za-z_][\w.:-]*)")
ATTRIBUTE = re.compile(rb"""\s([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')""")
NUMBERS = [
    b"0",
    b"1",
    b"-1",
    b"2",
    b"1000000",
    b"2147483647",
    b"-2147483648",
    b"4294967296",
    b"1e308",
    b"-1e-320",
    b"nan",
    b"inf",
    b"0.5",
]
TEXTS = [
    b"",
    b" ",
    b";",
    b":",
    b"a:b;",
    b"true",
    b"false",
    b"..",
    b"/",
    b"a" * 300,
    b"%",
    b"%3B",
    b"&#10;",
    b"&#233;",
    b"0 0 0",
    b"1 2 3 4 5 6 7 8 9",
    # The scene's own name: a file that is there.
    SCENE_NAME.encode(),
]
# Values below this are those of most enumerations.
ENUMERATION = 48
MAXIMUM_TAGS, MAXIMUM_LENGTH, MAXIMUM_ELEMENTS = 4096, 2048, 2048
# Values of an attribute, of all elements and of one.
MAXIMUM_POOL, MAXIMUM_OF_ELEMENT = 64, 16
# Nodes of one class with equal values of this attribute are one node.
SINGLETON = b"singletonTag"
# Numbers of attributes of a composed element.
RICHNESS = (4, 12, 24, 48)
# Share of its values that are new: readers take attributes one by one, so one element tries many.
FRESH_SHARE = 0.2
# Share of words of the code among new values.
WORD_SHARE = 0.2


class Pool:
    """Tags, and attribute values by name, of all inputs of a corpus."""

    def __init__(self):
        self.tags, self.values, self.names = [], {}, []
        # Values by attribute of each element, and the names of the elements.
        self.elements, self.element_names = {}, []
        # Pairs of elements, a node and the storage node that reads its file.
        self.pairs = []
        # Words of the code that the input to mutate reaches; set before each mutation.
        self.words = []

    def know(self, element):
        """Adds the name of an element while there is room. Returns its attributes."""
        if element not in self.elements and len(self.element_names) < MAXIMUM_ELEMENTS:
            self.elements[element] = {}
            self.element_names.append(element)
        return self.elements.get(element, {})

    def add(self, data):
        for match in TAG.finditer(data):
            tag = match.group()
            if len(self.tags) < MAXIMUM_TAGS and len(tag) < MAXIMUM_LENGTH:
                self.tags.append(tag)
            attributes = self.know(NAME.match(tag).group(1))
            for name, value in ATTRIBUTE.findall(tag):
                own = attributes.setdefault(name, [])
                if len(own) < MAXIMUM_OF_ELEMENT and value[1:-1] not in own:
                    own.append(value[1:-1])
                known = self.values.setdefault(name, [])
                if not known:
                    self.names.append(name)
                if len(known) < MAXIMUM_POOL and value[1:-1] not in known:
                    known.append(value[1:-1])


def a_number(random):
    """A limit, or a small number: most enumerations have few values."""
    return b"%d" % random.randrange(ENUMERATION) if random.random() < 0.5 else random.choice(NUMBERS)


def new_value(pool, name, old, random):
    if pool.words and random.random() < WORD_SHARE:
        return random.choice(pool.words).translate(None, b'"<&')
    kind = random.randrange(6)
    if kind == 0:
        return a_number(random)
    if kind == 1:
        return random.choice(TEXTS)
    if kind == 2 and pool.names:
        return random.choice(pool.values[random.choice(pool.names)])
    if kind == 3 and name in pool.values:
        return random.choice(pool.values[name])
    words = re.split(rb"([ ;:,]+)", old)
    place = random.randrange(len(words))
    if kind == 4:
        words[place] = a_number(random) if random.random() < 0.5 else random.choice(TEXTS)
    else:
        words.insert(place, words[random.randrange(len(words))])
    return b"".join(words).replace(b'"', b"")


def closed(tag):
    """The text of a tag as an element without content."""
    return tag if tag.endswith(b"/>") else tag + b"</" + NAME.match(tag).group(1) + b">"


def composed(pool, element, random, extra=b""):
    """An element with many of the attributes that the inputs of the corpus give to it, each with one
    of its values or a new one."""
    taken = dict(ATTRIBUTE.findall(extra))
    known = [name for name in pool.elements.get(element, ()) if name not in taken]
    parts = [b"<" + element, extra]
    for name in random.sample(known, min(len(known), random.choice(RICHNESS))):
        value = random.choice(pool.elements[element][name])
        if random.random() < FRESH_SHARE:
            value = new_value(pool, name, value, random)
        parts.append(b" " + name + b'="' + value.replace(b'"', b"") + b'"')
    return b"".join(parts) + b"></" + element + b">"
