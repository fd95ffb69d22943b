"""Laws: read, checked, compiled, judged."""
