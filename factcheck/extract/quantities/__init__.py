"""Quantities: numbers with unit, qualifier, range, rate, and place in a change."""
