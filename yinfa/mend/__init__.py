"""`check --fix`: figures typed into prose are bound to their facts in the YAML, and nothing else of it changes."""
