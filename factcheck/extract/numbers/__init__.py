"""Numbers in digits, in words, and mixed."""
