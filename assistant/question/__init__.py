"""Questions: what is asked, about whom, where and when, read from Norwegian words."""
