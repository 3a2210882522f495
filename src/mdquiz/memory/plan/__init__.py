"""What to study each day so that the most is expected on the exam day."""
