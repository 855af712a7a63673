"""Side files in bundles: adds a file of any kind with the nodes that read it, and mutates members
by their format."""

import json
import os
import subprocess
import sys

from ..worker import kinds
from .corpus import read_folder

# File beside the folders of the kinds: tags of the nodes of each kind, written by worker/seeds.py.
TAGS = "tags.json"
MAXIMUM_FILES, MAXIMUM_LENGTH = 64, 32 << 10
END = b"</MRML>"
# Most files are added to an empty scene: inputs with many files take long, and their mutations
# rarely hit the new one.
EMPTY, FRESH_SHARE = b'<MRML version="Slicer5" userTags="">\n</MRML>\n', 0.7


def write_tags(folder, tags):
    with open(os.path.join(folder, TAGS), "w", encoding="utf-8") as file:
        json.dump(tags, file, indent=1, sort_keys=True)


def require_seeds(folder, root, names):
    """Lets the core write the seeds of the named kinds and the tags."""
    command = [sys.executable, "-m", "realreader.worker.seeds", folder, root, *names]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=1200)


def require_tags(folder, root):
    """Lets the core write all seeds and tags where they are missing."""
    if not os.path.exists(os.path.join(folder, TAGS)):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        require_seeds(folder, root, list(kinds.KINDS))


def format_of(name):
    """Format of a member by the longest extension of a kind that its name ends with; binary without
    one."""
    lower, best = name.lower(), ("", kinds.BINARY)
    if lower.endswith(".mrml"):
        return kinds.XML
    for kind in kinds.STORAGES:
        if lower.endswith(kind.extension) and len(kind.extension) > len(best[0]):
            best = kind.extension, kind.format
    return best[1]


class SideFiles:
    """Files of all kinds below `folder`: their seeds, and their corpora unless `only_seeds`. Read
    when first used."""

    def __init__(self, folder, only_seeds=False):
        self.folder, self.only_seeds, self.files = folder, only_seeds, {}
        try:
            with open(os.path.join(folder, TAGS), encoding="utf-8") as file:
                self.tags = json.load(file)
        except (OSError, ValueError):
            self.tags = {}
        self.names = sorted(self.tags)

    def of(self, name):
        """Files of a kind, short ones only."""
        if name not in self.files:
            found = read_folder(os.path.join(self.folder, name, "seeds"))
            if not self.only_seeds:
                found += sorted(read_folder(os.path.join(self.folder, name, "corpus")), key=len)
            self.files[name] = [data for data in found if len(data) <= MAXIMUM_LENGTH][:MAXIMUM_FILES]
        return self.files[name]

    def attach(self, content, random):
        """`content` with a file of a random kind and, in its scene, a node and a storage node for
        it. None when there is no scene or no file."""
        name = random.choice(self.names) if self.names else None
        files = self.of(name) if name else []
        scene = next((place for place, (member, _) in enumerate(content) if member.lower().endswith(".mrml")), None)
        if not files or scene is None:
            return None
        if random.random() < FRESH_SHARE:
            content, scene = [(content[scene][0], EMPTY)], 0
        kind, (node, storage) = kinds.KINDS[name], self.tags[name]
        number = 900 + random.randrange(100)
        base = content[scene][0].rsplit("/", 1)[0] + "/" if "/" in content[scene][0] else ""
        file_name = f"Data/f{number}{kind.extension}"
        added = (
            f'<{storage} id="{kind.storage}{number}" name="s" fileName="{file_name}"></{storage}>\n'
            f'<{node} id="{kind.node}{number}" name="n{number}" storageNodeRef="{kind.storage}{number}" '
            f'references="storage:{kind.storage}{number};"></{node}>\n'
        ).encode()
        text = content[scene][1]
        place = text.rfind(END)
        text = text[:place] + added + text[place:] if place >= 0 else text + added
        result = list(content)
        result[scene] = content[scene][0], text
        result.append((base + file_name, random.choice(files)))
        result += [(f"{base}Data/{companion}", data[:64]) for companion, data in kind.companions.items()]
        return result
