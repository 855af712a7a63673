"""Coverage-guided fuzzing of the real 3D Slicer core from its prebuilt wheel. See
docs/REAL-READER.md."""
