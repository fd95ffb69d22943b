"""Claims in, findings out: laws, gates, identity, engines."""
