"""mdquiz: study notes become decks, decks are drilled towards the exam day."""

__version__ = "0.1.0"
