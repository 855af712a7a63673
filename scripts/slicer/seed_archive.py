"""Normalizes archives of the core: removes clock and file system order, and repacks members with
DEFLATE."""

import io
import struct
import zipfile

# 2026-01-01 00:00:00 in the two words of MS-DOS (APPNOTE 4.4.6), in seconds, and in the words of
# zipfile.
DOS_TIME, DOS_DATE = 0, (46 << 9) | (1 << 5) | 1
SECONDS = 1767225600
DATE = (2026, 1, 1, 0, 0, 0)


def normalized(data):
    """Replaces all times in an archive and sorts its members by name.

    The core packs members in the order of the file system, which differs between machines.
    """
    data = bytearray(data)
    end = data.rindex(b"PK\5\6")
    count, _, start = struct.unpack_from("<HII", data, end + 10)
    members = []
    entry = start
    for _ in range(count):
        assert data[entry : entry + 4] == b"PK\1\2"
        struct.pack_into("<HH", data, entry + 12, DOS_TIME, DOS_DATE)
        name, extra, comment = struct.unpack_from("<HHH", data, entry + 28)
        local = struct.unpack_from("<I", data, entry + 42)[0]
        fix_extra(data, entry + 46 + name, extra)
        assert data[local : local + 4] == b"PK\3\4"
        struct.pack_into("<HH", data, local + 10, DOS_TIME, DOS_DATE)
        local_name, local_extra = struct.unpack_from("<HH", data, local + 26)
        fix_extra(data, local + 30 + local_name, local_extra)
        length = 46 + name + extra + comment
        members.append((bytes(data[entry + 46 : entry + 46 + name]), local, entry, length))
        entry += length
    # A member extends to the next one: header, name, data and optional descriptor.
    offsets = sorted(local for _, local, _, _ in members) + [start]
    ends = dict(zip(offsets, offsets[1:]))
    out, directory = bytearray(data[: offsets[0]]), bytearray()
    for _, local, position, length in sorted(members):
        header = data[position : position + length]
        struct.pack_into("<I", header, 42, len(out))
        directory += header
        out += data[local : ends[local]]
    return bytes(out + directory + data[entry:])


def fix_extra(data, start, length):
    """Replaces times in extra fields 0x5455 (extended timestamp) and owners in 0x7875 (Info-ZIP
    Unix)."""
    position = start
    while position + 4 <= start + length:
        kind, size = struct.unpack_from("<HH", data, position)
        body = position + 4
        if kind == 0x5455:
            for offset in range(body + 1, body + size - 3, 4):
                struct.pack_into("<I", data, offset, SECONDS)
        elif kind == 0x7875:
            owner = data[body + 1]
            data[body + 2 : body + 2 + owner] = bytes(owner)
            group = data[body + 2 + owner]
            data[body + 3 + owner : body + 3 + owner + group] = bytes(group)
        position = body + size


def repacked(data, deflated):
    """Repacks the members without descriptors and compresses those for which `deflated` returns
    true.

    The core only stores members; other tools compress them when a user edits a bundle.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist()):
            member = zipfile.ZipInfo(name, DATE)
            member.create_system = 3
            member.external_attr = (0o40755 << 16) | 0x10 if name.endswith("/") else 0o100644 << 16
            member.compress_type = zipfile.ZIP_DEFLATED if deflated(name) else zipfile.ZIP_STORED
            target.writestr(member, source.read(name), compresslevel=9)
    return out.getvalue()
