"""The reference store: reading, searching and exchanging bibliographic references."""
