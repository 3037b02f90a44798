"""Two states of a plan compared: which facts changed, what of it is printed where, and the paper that says so."""
