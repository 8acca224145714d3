"""Drafts in each format: where their prose is, and the bytes they are made of."""

from zhengming.documents.model import Block, Comment, Document, Piece
from zhengming.documents.read import FORMATS, SUFFIXES, format_of, parse_document, read_document

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "Block",
    "Comment",
    "Document",
    "Piece",
    "format_of",
    "parse_document",
    "read_document",
]
