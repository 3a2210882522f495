"""What stands in a text: money, dates, numbers, articles, names."""
