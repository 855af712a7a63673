"""Prebuilt libraries: ELF files, basic blocks, functions."""
