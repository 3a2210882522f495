"""When to ask again: study days, the memory model, the day's queue."""
