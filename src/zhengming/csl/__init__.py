"""A CSL 1.0.2 citation engine on the standard library alone, usable without the rest."""
