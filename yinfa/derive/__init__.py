"""Plain functions from the model to what tables and prose print of it."""
