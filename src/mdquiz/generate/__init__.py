"""A document becomes a deck."""
