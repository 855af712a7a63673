"""Arguments that `scenefuzz` passes to every module."""

import argparse
import os


def parser(description):
    result = argparse.ArgumentParser(description=description)
    result.add_argument("--libraries", required=True, help="folder of the built C libraries")
    result.add_argument("--table", required=True, help="block table")
    result.add_argument("--private", required=True, help="git-ignored folder of results")
    result.add_argument("--root", required=True, help="checkout")
    result.add_argument("--mutations", default="", help="program mutation-server")
    result.add_argument("--solver", default="", help="program cover-solver")
    return result


def private_folder(path, *parts):
    """Creates a folder that only its owner can read."""
    os.makedirs(path, mode=0o700, exist_ok=True)
    for place in (path, os.path.dirname(os.path.abspath(path))):
        if place == path or os.path.basename(place) == "private":
            os.chmod(place, 0o700)
    folder = path
    for part in parts:
        folder = os.path.join(folder, part)
        os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


def private_root(path):
    """The folder `private` of the checkout around the folder of results, or that folder."""
    parent = os.path.dirname(os.path.abspath(path))
    return parent if os.path.basename(parent) == "private" else os.path.abspath(path)


# Exit codes of the command line.
CLEAN, FINDING, USAGE, ENVIRONMENT = range(4)
