"""The plan as typed, frozen values, each knowing where in the data it stands."""
