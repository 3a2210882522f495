"""The use cases: the only place where answering happens."""
