"""Checks the numbers in news articles against each other."""
