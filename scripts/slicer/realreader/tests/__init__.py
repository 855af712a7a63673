"""Tests that need neither the core nor a worker: python -m unittest discover -s realreader/tests -t
. (in scripts/slicer)."""
