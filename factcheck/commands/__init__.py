"""The commands: each module has `run(arguments) -> int`, the exit code."""
