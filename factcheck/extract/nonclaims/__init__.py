"""Numbers that are no claims: labels, ages, addresses, codes."""
