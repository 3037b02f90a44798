"""Reading what drafters write: YAML files and workbooks, every value with its origin."""
