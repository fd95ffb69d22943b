"""Whom or what a figure is about."""
