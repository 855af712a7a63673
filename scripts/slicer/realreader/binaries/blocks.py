"""Basic-block starts of functions, by linear disassembly with Capstone."""

import struct

from .elf import BUILD_ID_SIZE, Library

MAGIC = b"SFBLOCK1"
ENDS = {"ret", "ud2", "hlt", "bnd ret", "repz ret", "rep ret", "int3"}
JUMP_PREFIXES = ("j", "notrack jmp", "bnd jmp", "loop")


def disassembler():
    import capstone

    return capstone.Cs(capstone.CS_ARCH_X86, capstone.CS_MODE_64)


def is_padding(mnemonic, operands):
    return mnemonic == "nop" or mnemonic.startswith("data16") or (mnemonic == "xchg" and operands == "ax, ax")


def leaders(machine, code, start):
    """Block starts inside one function, jump targets, instruction addresses, and whether every byte
    was decoded."""
    found, targets, known = {start}, [], set()
    end, after_end = start, False
    for address, size, mnemonic, operands in machine.disasm_lite(code, start):
        known.add(address)
        if after_end and not is_padding(mnemonic, operands):
            found.add(address)
            after_end = False
        if mnemonic.startswith(JUMP_PREFIXES):
            after_end = True
            if operands.startswith("0x"):
                targets.append(int(operands, 16))
        elif mnemonic in ENDS:
            after_end = True
        end = address + size
    return found, targets, known, end == start + len(code)


def blocks_of(library, machine):
    """(sorted block offsets, number of functions, number of functions with undecodable bytes).
    Without a disassembler (`machine` is None) each function is one block."""
    address, offset, size = library.sections[".text"]
    text = library.data[offset : offset + size]
    found, targets, known = set(), [], set()
    functions = undecodable = 0
    for start, length in library.functions():
        if length == 0 or start < address or start + length > address + size:
            continue
        functions += 1
        if machine is None:
            found.add(start)
            continue
        starts, jumps, instructions, is_complete = leaders(
            machine, text[start - address : start - address + length], start
        )
        if not is_complete:
            undecodable += 1
            continue
        found |= starts
        known |= instructions
        targets += jumps
    # A jump into the middle of an instruction would corrupt code: such a target is data that was
    # decoded as code.
    found.update(target for target in targets if target in known)
    return sorted(found), functions, undecodable


def entry(name, build, offsets):
    """One library of the block table (Sources/Harness/BlockCoverage/table.c)."""
    name = name.encode()
    return (
        struct.pack("<H", len(name)) + name + build.ljust(BUILD_ID_SIZE, b"\0")
        + struct.pack("<I", len(offsets)) + struct.pack(f"<{len(offsets)}I", *offsets)
    )  # fmt: skip


def read_table(path):
    """[(name, build ID, first identifier, offsets)] of a block table."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != MAGIC:
        raise ValueError(f"{path}: not a block table")
    place, first, found = 8, 0, []
    while place < len(data):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        place += 2 + length
        build = data[place : place + BUILD_ID_SIZE]
        (count,) = struct.unpack_from("<I", data, place + BUILD_ID_SIZE)
        place += BUILD_ID_SIZE + 4
        found.append((name, build, first, struct.unpack_from(f"<{count}I", data, place)))
        place += 4 * count
        first += count
    return found


def write_table(path, libraries, machine, say=lambda line: None):
    """Writes the table of some library files. Returns totals: libraries, functions, undecodable
    functions, blocks."""
    import os

    totals = {"libraries": 0, "functions": 0, "undecodable": 0, "blocks": 0}
    with open(path + ".new", "wb") as out:
        out.write(MAGIC)
        for file in libraries:
            library = Library(file)
            offsets, functions, undecodable = blocks_of(library, machine)
            out.write(entry(os.path.basename(file), library.build_id(), offsets))
            for name, count in (
                ("libraries", 1),
                ("functions", functions),
                ("undecodable", undecodable),
                ("blocks", len(offsets)),
            ):
                totals[name] += count
            say(f"{os.path.basename(file)}: {functions} functions, {undecodable} undecodable, {len(offsets)} blocks")
    os.replace(path + ".new", path)
    return totals
