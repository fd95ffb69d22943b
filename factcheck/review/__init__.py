"""The review page: a queue of findings, decisions with a history, and what is made of them."""
