"""From broken laws to findings: clusters, sentences, order."""
