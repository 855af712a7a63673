"""Empty scenes of a worker, created before the first fork."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

import slicer
import vtk
from describing import describe_all
from registry import fresh_scene, registry

from .memory import ROUND_TRIP_DIFFERS


class State:
    """One untouched scene for each input of a batch, and a second one for kinds that load twice."""

    def __init__(self, batch):
        vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
        self.source, self.keep, self.missing = registry()
        self.scenes = [fresh_scene(self.source) for _ in range(batch)]
        self.second = None
        self.kept_messages = []

    def messages(self):
        return slicer.vtkMRMLMessageCollection()

    def compare_again(self, scene, number, folder):
        """Imports the written scene into a fresh scene. Returns a flag when the nodes differ."""
        text = scene.GetSceneXMLString()
        data = text if isinstance(text, bytes) else (text or "").encode("utf-8", "surrogateescape")
        path = os.path.join(folder, "again.mrml")
        with open(path, "wb") as file:
            file.write(data)
        again = fresh_scene(self.source)
        again.SetURL(path)
        again.Import(self.messages())
        return 0 if stable(describe_all(scene)) == stable(describe_all(again)) else ROUND_TRIP_DIFFERS


def stable(nodes):
    """Nodes in the form in which a written scene must equal its original."""
    return sorted((node["tag"], node["id"], node["name"]) for node in nodes if node["view"] is None)
