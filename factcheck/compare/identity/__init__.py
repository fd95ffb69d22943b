"""Whether two figures speak of one fact."""
