"""A conversation over the answers: what was asked stays in force until it is changed, and every change is shown."""
