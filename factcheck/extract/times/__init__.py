"""When a figure was so: the choice of its date."""
