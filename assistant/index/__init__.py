"""The hybrid index: passages, arms that score them, fusion, and the folder they are kept in."""
