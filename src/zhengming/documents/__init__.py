"""Drafts in each format: where their prose is, and the bytes they are made of."""

from zhengming.documents.model import Block, Document, Piece
from zhengming.documents.read import FORMATS, SUFFIXES, parse_document, read_document

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "Block",
    "Document",
    "Piece",
    "parse_document",
    "read_document",
]
