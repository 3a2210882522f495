"""A timed paper: blueprint, marking, attempt, report."""
