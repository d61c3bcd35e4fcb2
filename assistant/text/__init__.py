"""Text work: sentences, joining, repair, language and personal data."""
