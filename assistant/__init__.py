"""Search and cite what Norwegian NAV offices learned from their local projects (tiltak)."""

__version__ = "0.1.0"
