"""Fuzzing sessions."""
