"""Files of every supported format -> Document."""
