"""Dated events, and the days that articles give them."""
