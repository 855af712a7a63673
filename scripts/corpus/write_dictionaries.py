#!/usr/bin/env python3
"""Writes the dictionaries of the targets mrml and mrb: the words that their seeds and formats are made of.

    python3 scripts/corpus/write_dictionaries.py

mrml: tags, attribute names, reference roles and values of enumerations, from Sources/SceneModel/NodeTypes and from the
seeds that the core wrote. A fuzzer copies words out of its seeds by itself, and a long dictionary dilutes: an attribute
of plain numbers or an enumeration's value stands here only if no seed has it.
mrb: signatures, methods, flags and extra fields of APPNOTE, and the names that a bundle has.
"""

import glob
import os
import re
import xml.etree.ElementTree as tree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Numbers at the edges of what readers of numbers hold.
NUMBERS = [
    "0", "-1", "1", "2147483647", "-2147483648", "4294967295", "4294967296", "9223372036854775807", "1e308", "1e309",
    "-1e-400", "nan", "inf", "0x10", "1.5e3", "00", "+1", ".5", "5.", "1e", "true", "false",
]

MARKUP = [
    "<MRML", "</MRML>", " id=\"", " name=\"", " references=\"", " attributes=\"", "/>", "<!--", "-->", "<![CDATA[", "]]>",
    "<!DOCTYPE MRML [", "<!ENTITY e \"", "&e;", "&amp;", "&lt;", "&quot;", "&#10;", "&#x10FFFF;", "<?xml version=\"1.0\"?>",
    "%20", "%25", "%3B", "file://", "../", "https://", "1 0 0 0  0 1 0 0  0 0 1 0  0 0 0 1",
]

ZIP = {
    "local_header": b"PK\3\4", "central_header": b"PK\1\2", "end_record": b"PK\5\6", "descriptor": b"PK\7\x08",
    "zip64_end": b"PK\6\6", "zip64_locator": b"PK\6\7", "archive_extra_data": b"PK\6\x08", "signature": b"PK\5\5",
    "method_stored": b"\0\0", "method_deflate": b"\x08\0", "method_deflate64": b"\x09\0", "method_bzip2": b"\x0c\0",
    "method_lzma": b"\x0e\0", "method_zstandard": b"\x5d\0", "method_aes": b"\x63\0",
    "flag_encrypted": b"\1\0", "flag_descriptor": b"\x08\0", "flag_utf8": b"\0\x08", "flag_strong": b"\x40\0",
    "needs_20": b"\x14\0", "needs_45": b"\x2d\0", "made_by_unix": b"\x1e\3",
    "extra_zip64": b"\1\0\x1c\0", "extra_timestamp": b"UT\x09\0", "extra_unix": b"ux\x0b\0", "extra_unicode_path": b"up\x05\0",
    "link_attributes": b"\0\0\xff\xa1", "folder_attributes": b"\x10\0\0\0", "all_ones_16": b"\xff\xff",
    "all_ones_32": b"\xff\xff\xff\xff", "all_ones_64": b"\xff" * 8, "zero_32": b"\0\0\0\0", "deflate_empty": b"\3\0",
    "deflate_stored": b"\1\5\0\xfa\xff", "name_scene": b"scene.mrml", "name_data": b"Data/", "name_up": b"../",
    "name_root": b"/", "name_back": b"..\\", "name_drive": b"C:\\", "name_encoded": b"%2e%2e%2f", "mrml": b".mrml", "mrb": b".mrb",
    "scene": b"<MRML></MRML>", "gzip": b"\x1f\x8b\x08", "seven_zip": b"7z\xbc\xaf\x27\x1c", "rar": b"Rar!\x1a\7", "xz": b"\xfd7zXZ\0",
    "tar": b"ustar\0" b"00",
}


def entry(value, name=""):
    """One line in libFuzzer's form: printable ASCII, with backslash, quote and bytes escaped."""
    text = "".join(
        "\\" + chr(byte) if byte in b'\\"' else chr(byte) if 32 <= byte < 127 else f"\\x{byte:02X}" for byte in value
    )
    return f'{name}="{text}"'


# Kinds of values without a grammar of their own.
PLAIN = {"bool", "int", "float", "stream", "vector", "string", "atof", "atoi"}


def words_of_seeds():
    """Tags, attributes, roles and values of the seeds that the core wrote."""
    tags, attributes, roles, values = set(), set(), set(), set()
    for path in sorted(glob.glob(os.path.join(ROOT, "corpus/mrml/seeds/*.mrml"))):
        if os.path.basename(path).startswith("hostile-"):
            continue
        for element in tree.parse(path).iter():
            tags.add(element.tag)
            attributes.update(element.attrib)
            values.update(element.attrib.values())
            roles.update(re.findall(r"(?:^|;)([^:;]+):", element.get("references", "")))
    return tags, attributes, roles, values


def words_of_types():
    """Tags, attributes with their kinds, roles with the attributes that set them, and values that the model knows."""
    source = ""
    for path in sorted(glob.glob(os.path.join(ROOT, "Sources/SceneModel/NodeTypes/*.swift"))):
        with open(path, encoding="utf-8") as file:
            source += re.sub(r"^\s*//.*", "", file.read(), flags=re.MULTILINE)
    strings = re.compile(r'"([^"]+)"')
    tags = {tag for found in re.findall(r"\btags: \[([^\]]*)\]", source) for tag in strings.findall(found)}
    attributes = {}
    for name, kind in re.findall(r'NodeAttribute\(\s*"([^"]+)",\s*\.(\w+)', source):
        attributes.setdefault(name, set()).add(kind)
    roles = {}
    for role, attribute in re.findall(r'ReferenceRole\(\s*"([^"]+)"(?:,\s*attribute: "([^"]+)")?', source):
        roles[role] = attribute or role
    values = {value for found in re.findall(r"Enumeration\(\s*\[([^\]]*)\]", source) for value in strings.findall(found)}
    assert len(tags) > 100 and len(attributes) > 400 and len(roles) > 30 and len(values) > 150, "NodeTypes reads otherwise"
    return tags, attributes, roles, values


def words_of_mrml():
    seed_tags, seed_attributes, seed_roles, seed_values = words_of_seeds()
    tags, kinds, roles, values = words_of_types()
    attributes = {name for name, kind in kinds.items() if name not in seed_attributes or not kind <= PLAIN}
    # What every node and every hierarchy item has, and what refers.
    attributes |= {"id", "name", "singletonTag", "parent", "dataNode", "uids"} | set(roles.values())
    return tags | seed_tags, attributes, set(roles) | seed_roles, values - seed_values


def write(target, sections):
    path = os.path.join(ROOT, "corpus", target, f"{target}.dict")
    with open(path, "w", encoding="ascii") as file:
        file.write(f"# Words of {target}, written by scripts/corpus/write_dictionaries.py\n")
        for title, lines in sections:
            file.write(f"\n# {title}\n" + "".join(line + "\n" for line in lines))
    print(f"{target}: {sum(len(lines) for _, lines in sections)} words")


def main():
    tags, attributes, roles, values = words_of_mrml()
    write("mrml", [
        ("Markup and grammar", [entry(word.encode()) for word in MARKUP]),
        ("Numbers", [entry(word.encode()) for word in NUMBERS]),
        ("Tags", [entry(f"<{tag}".encode()) for tag in sorted(tags)]),
        ("Attributes", [entry(f' {name}="'.encode()) for name in sorted(attributes)]),
        ("Reference roles", [entry(f"{role}:".encode()) for role in sorted(roles)]),
        ("Values of enumerations", [entry(value.encode()) for value in sorted(values)]),
    ])
    write("mrb", [("Records, fields and names of APPNOTE and of bundles", [entry(v, n) for n, v in ZIP.items()])])


if __name__ == "__main__":
    main()
