"""Loads one scene and describes the result."""

import os
import re
import shutil
import time

import slicer
import vtk
from describing import describe_all, describe_items, text

# Messages end with a source location and an object address.
PLACE = re.compile(r" \[(\w+)\.cxx, line \d+, .*\]$", re.DOTALL)
SYNTAX = "Error parsing XML in stream"
# Classes whose messages are about the scene; all others are about the data files of storage nodes.
ABOUT_SCENE = ("vtkXMLParser", "vtkMRMLParser")
OF_SCENE = "Syntax error in scene file."


def messages_of(collection):
    """Error texts about the scene, and error texts about data files."""
    scene, data = [], []
    for index in range(collection.GetNumberOfMessages()):
        # Warnings are ignored.
        if collection.GetNthMessageType(index) != vtk.vtkCommand.ErrorEvent:
            continue
        message = text(collection.GetNthMessageText(index))
        place = PLACE.search(message)
        plain = PLACE.sub("", message)
        about_scene = plain == OF_SCENE or (place is not None and place.group(1) in ABOUT_SCENE)
        (scene if about_scene else data).append(plain)
    return scene, data


def load(scene, path, folder):
    """Loads a file into an empty scene, in a folder with no other file."""
    copy = os.path.join(folder, "scene.mrml")
    shutil.copyfile(path, copy)
    os.chdir(folder)
    messages = slicer.vtkMRMLMessageCollection()
    scene.SetURL(copy)
    started = time.monotonic()
    result = scene.Import(messages)
    seconds = time.monotonic() - started
    about_scene, about_data = messages_of(messages)
    refused = any(message.startswith(SYNTAX) for message in about_scene)
    return {
        "outcome": "refused" if refused else "acceptedWithErrors" if about_scene else "accepted",
        "result": int(result),
        "folder": folder,
        "seconds": seconds,
        "sceneErrors": about_scene,
        "dataErrors": about_data,
        "version": text(scene.GetLastLoadedVersion()),
        "extensions": text(scene.GetLastLoadedExtensions()),
        "nodes": [] if refused else describe_all(scene),
        "items": None if refused else describe_items(scene),
    }
