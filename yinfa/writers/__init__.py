"""Each format a function of the finished tree."""
