"""Was it right: from what the learner gave to a verdict."""
