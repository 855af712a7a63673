"""Small mutations of XML texts by their elements and attributes. Nearly all results of well-formed
texts are well-formed: expat reads nothing after the first error."""

import re

from ..worker.kinds import SCENE_NAME
from .pool import ATTRIBUTE, NAME, SINGLETON, TAG, closed, composed, new_value

# Share of insertions into an element; others are behind it.
INSIDE_SHARE = 0.2
# Share of words of the code among names of new attributes.
NAME_SHARE = 0.5


def change_attribute(data, pool, random, tag):
    found = list(ATTRIBUTE.finditer(data, tag.start(), tag.end()))
    if not found:
        return add_attribute(data, pool, random, tag)
    match = random.choice(found)
    value = new_value(pool, match.group(1), match.group(2)[1:-1], random)
    return data[: match.start(2)] + b'"' + value + b'"' + data[match.end(2) :]


def remove_attribute(data, pool, random, tag):
    found = list(ATTRIBUTE.finditer(data, tag.start(), tag.end()))
    if not found:
        return data
    match = random.choice(found)
    return data[: match.start()] + data[match.end() :]


def add_attribute(data, pool, random, tag):
    name = random.choice(pool.names) if pool.names else None
    if pool.words and random.random() < NAME_SHARE and NAME.fullmatch(b"<" + (word := random.choice(pool.words))):
        name = word
    if name is None:
        return data
    value = b'"' + new_value(pool, name, b"", random) + b'"'
    for match in ATTRIBUTE.finditer(data, tag.start(), tag.end()):
        # A tag that has a name twice is not well-formed.
        if match.group(1) == name:
            return data[: match.start(2)] + value + data[match.end(2) :]
    place = NAME.match(data, tag.start()).end()
    return data[:place] + b" " + name + b"=" + value + data[place:]


def add_words(data, pool, random, tag):
    """Adds attributes that are named by consecutive words of the code, which often are those that
    one function compares with. Readers ignore names that they do not know."""
    words = [word for word in pool.words if NAME.fullmatch(b"<" + word)]
    if not words:
        return data
    known = {match.group(1) for match in ATTRIBUTE.finditer(data, tag.start(), tag.end())}
    first, added = random.randrange(len(words)), b""
    for word in words[first : first + random.choice((1, 4, 12))]:
        if word not in known:
            known.add(word)
            added += b" " + word + b'="' + new_value(pool, word, b"1", random) + b'"'
    place = NAME.match(data, tag.start()).end()
    return data[:place] + added + data[place:]


def element_end(data, tag):
    """End of the element that a tag starts; that of the tag when it is never closed. Linear."""
    if data[tag.end() - 2 : tag.end() - 1] == b"/":
        return tag.end()
    depth, name = 1, re.escape(NAME.match(data, tag.start()).group(1))
    for match in re.finditer(rb"<(/?)" + name + rb"(?=[\s/>])[^<>]*?(/?)>", data[tag.end() :]):
        if match.group(2) != b"/":
            depth += -1 if match.group(1) else 1
        if depth == 0:
            return tag.end() + match.end()
    return tag.end()


def place_at(data, tag, random):
    """A place behind the element of a tag, or inside of it as its first content; always inside of
    the root."""
    end = element_end(data, tag)
    return tag.end() if random.random() < INSIDE_SHARE or data.find(b"<", end) < 0 else end


def remove_tag(data, pool, random, tag):
    return data[: tag.start()] + data[element_end(data, tag) :]


def remove_tags(data, pool, random, tag):
    """Removes elements from one on: most other mutations add some, and long inputs are slow."""
    end = element_end(data, tag)
    for _ in range(random.choice((1, 2, 4, 16))):
        following = TAG.search(data, end)
        closing = data.find(b"</", end)
        if following is None or 0 <= closing < following.start():
            break
        end = element_end(data, following)
    return data[: tag.start()] + data[end:]


def repeat_tag(data, pool, random, tag):
    end = element_end(data, tag)
    return data[:end] + data[tag.start() : end] * random.choice((1, 1, 1, 2, 8)) + data[end:]


def insert_tag(data, pool, random, tag):
    if not pool.tags:
        return data
    place = place_at(data, tag, random)
    return data[:place] + closed(random.choice(pool.tags)) + data[place:]


def an_element(data, pool, random, tag):
    """The name of a tag, or of any element of the corpus."""
    if pool.element_names and random.random() < 0.7:
        return random.choice(pool.element_names)
    return NAME.match(data, tag.start()).group(1)


def insert_composed(data, pool, random, tag):
    place = place_at(data, tag, random)
    return data[:place] + composed(pool, an_element(data, pool, random, tag), random) + data[place:]


def insert_meeting(data, pool, random, tag):
    """Inserts two elements of one name that meet as one singleton: the reader copies the second node
    into the first, attribute by attribute."""
    element, place = an_element(data, pool, random, tag), place_at(data, tag, random)
    extra = b" " + SINGLETON + b'="m%d"' % random.randrange(4)
    pair = composed(pool, element, random, extra) + composed(pool, element, random, extra)
    return data[:place] + pair + data[place:]


def insert_stored(data, pool, random, tag):
    """Inserts a node and the storage node that reads its file: the scene itself, or one that is not
    there."""
    if not pool.pairs:
        return insert_composed(data, pool, random, tag)
    node, storage, extension = random.choice(pool.pairs)
    place, identifier = place_at(data, tag, random), b"s%d" % random.randrange(1000)
    file_name = SCENE_NAME.encode() if random.random() < 0.5 else b"absent" + extension
    pair = composed(pool, storage, random, b' id="%s" fileName="%s"' % (identifier, file_name))
    pair += composed(pool, node, random, b' storageNodeRef="%s" references="storage:%s;"' % (identifier, identifier))
    return data[:place] + pair + data[place:]


def move_tag(data, pool, random, tag):
    end = element_end(data, tag)
    rest = data[: tag.start()] + data[end:]
    tags = list(TAG.finditer(rest))
    if not tags:
        return data
    place = place_at(rest, random.choice(tags), random)
    return rest[:place] + data[tag.start() : end] + rest[place:]


def rename_tag(data, pool, random, tag):
    if not pool.tags:
        return data
    name = NAME.match(random.choice(pool.tags)).group(1)
    match, end = NAME.match(data, tag.start()), element_end(data, tag)
    closing = b"</" + match.group(1)
    last = data.rfind(closing, tag.end(), end)
    if last >= 0:
        data = data[:last] + b"</" + name + data[last + len(closing) :]
    return data[: match.start(1)] + name + data[match.end(1) :]


def rename_all(data, pool, random, tag):
    """Renames every tag of one name: what a document does with one class, it does with another."""
    if not pool.tags:
        return data
    old, new = NAME.match(data, tag.start()).group(1), NAME.match(random.choice(pool.tags)).group(1)
    return re.sub(rb"(</?)" + re.escape(old) + rb"(?=[\s/>])", rb"\g<1>" + new, data)


def swap_value(data, pool, random, tag):
    """Gives an attribute the value of another attribute of the document, such as an identifier."""
    found, all_found = list(ATTRIBUTE.finditer(data, tag.start(), tag.end())), ATTRIBUTE.findall(data)
    if not found or not all_found:
        return data
    match = random.choice(found)
    return data[: match.start(2)] + random.choice(all_found)[1] + data[match.end(2) :]


MUTATIONS = [
    change_attribute, change_attribute, change_attribute, swap_value, add_attribute, add_words, add_words,
    remove_attribute, remove_tag, repeat_tag, insert_tag, insert_tag, move_tag, rename_tag,
    rename_all, rename_all, remove_tags, remove_tags, insert_composed, insert_meeting, insert_meeting, insert_stored,
]  # fmt: skip


OF_ROOT = [change_attribute, swap_value, add_attribute, add_words, remove_attribute, insert_tag]
COUNTS, ROOT_SHARE = (1, 1, 2, 3, 4, 6, 8), 0.05


def mutate(data, pool, random):
    """One to eight mutations: those of different tags rarely disturb each other, and an execution
    costs more than a mutation. The root is rarely chosen."""
    for _ in range(random.choice(COUNTS)):
        tags = list(TAG.finditer(data))
        if not tags:
            return data
        is_root = len(tags) == 1 or random.random() < ROOT_SHARE
        tag = tags[0] if is_root else tags[random.randrange(1, len(tags))]
        data = random.choice(OF_ROOT if is_root else MUTATIONS)(data, pool, random, tag)
    return data


def cross(one, other, random):
    """Inserts up to four consecutive elements of another document, or the first tag of each."""
    tags, others = list(TAG.finditer(one)), list(TAG.finditer(other))
    if not tags or not others:
        return one
    place = place_at(one, tags[random.randrange(min(1, len(tags) - 1), len(tags))], random)
    first = random.randrange(min(1, len(others) - 1), len(others))
    chosen = others[first : first + random.randint(1, 4)]
    if random.random() < 0.5:
        pieces = [closed(tag.group()) for tag in chosen]
    else:
        pieces, end = [], 0
        for tag in chosen:
            # An element that is inside the one before it is already there.
            if tag.start() >= end:
                end = element_end(other, tag)
                pieces.append(other[tag.start() : end])
    return one[:place] + b"".join(pieces) + one[place:]
