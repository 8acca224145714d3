"""Positions, edits and foldings of plain strings; knows nothing of files or formats."""
