"""Numbers about progress."""
