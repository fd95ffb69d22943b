"""The archive: what is known, found and decided. `store.Archive` needs pyarrow, `decision_log.DecisionLog` does not."""
