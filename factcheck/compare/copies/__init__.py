"""Near-copies, and what was altered in them."""
