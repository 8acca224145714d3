"""Names as data with evidence: concepts, their terms, and where they occur in a text."""
