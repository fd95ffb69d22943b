"""Text as words: sentences, tokens, phrases, and the vocabulary of a language."""
