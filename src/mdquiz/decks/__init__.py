"""What is asked: decks, their questions, and the files they live in."""
