"""Widgets that more than one screen uses, or that hold one idea of their own."""
