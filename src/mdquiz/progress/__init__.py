"""What happened: the append-only review log in SQLite, and its copies."""
