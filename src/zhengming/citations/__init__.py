"""Citations in drafts: found, tied to references, rendered, and the list that they make."""
