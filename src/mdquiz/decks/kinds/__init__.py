"""The question types, one file each: its model, its cards, and how it is asked."""
