"""Figures that other figures come to: sums, shares, ratios, changes."""
