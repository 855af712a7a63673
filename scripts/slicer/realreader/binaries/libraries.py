"""Which libraries of the wheel are measured, as data."""

import fnmatch
import os

# The application's own code, what parses scenes and bundles, and what VTK reads XML with.
SCENE = [
    "libMRMLCore.so", "libMRMLLogic.so", "libMRMLCLI.so", "libvtkSlicer*ModuleMRML.so", "libvtkSlicer*Logic.so",
    "libvtkSegmentationCore.so", "libvtkAddon.so", "libvtkTeem.so", "libteem.so", "libarchive.so*", "libvtkexpat.so",
    "libvtkjsoncpp.so", "libjsoncpp.so*", "libvtkIOXML.so", "libvtkIOXMLParser.so", "libvtkIOCore.so", "libvtksys.so",
    "libvtkzlib.so", "libvtklz4.so", "libvtklzma.so", "libvtkRemoteIO.so", "libvtkCommonTransforms.so",
    "libModuleDescriptionParser.so",
]  # fmt: skip
# Readers of data files.
SIDE = [
    "libvtkITK.so", "libITKIO*.so", "libITKMetaIO*.so", "libITKNrrdIO*.so", "libITKniftiio*.so", "libITKznz*.so",
    "libITKCommon*.so", "libITKTransformFactory*.so", "libitkhdf5*.so", "libitkgdcm*.so", "libITKEXPAT*.so",
    "libitkzlib*.so", "libitkdouble*.so", "libvtkIOGeometry.so", "libvtkIOLegacy.so", "libvtkIOPLY.so",
    "libvtkIOImage.so", "libvtkIOInfovis.so", "libvtkIOSQL.so", "libvtkIOCellGrid.so", "libvtksqlite.so",
    "libvtkmetaio.so", "libvtkpng.so", "libvtktiff.so", "libvtkjpeg.so", "libvtkpugixml.so", "libdcmdata.so",
    "libdcmimgle.so", "libofstd.so", "libvtkDICOMParser.so",
]  # fmt: skip
# Set names to patterns; a kind of input names one of the sets.
SETS = {"scene": SCENE, "all": SCENE + SIDE}


def is_in(name, patterns):
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def loaded():
    """Paths of the libraries of this process, by file name. Call after importing the core."""
    found = {}
    with open("/proc/self/maps", encoding="utf-8") as maps:
        for line in maps:
            parts = line.split(maxsplit=5)
            if len(parts) == 6 and "x" in parts[1] and ".so" in parts[5]:
                path = parts[5].strip()
                found[os.path.basename(path)] = path
    return found


def chosen(set_name, paths):
    """Names of the measured libraries of a set, sorted, from the result of `loaded`."""
    return sorted(name for name in paths if is_in(name, SETS[set_name]) and "Python" not in name)
