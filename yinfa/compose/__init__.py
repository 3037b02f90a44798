"""From a plan to the finished tree of a paper: templates, one parse, then named passes."""
