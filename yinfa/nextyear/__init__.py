"""Next year's draft, from what is known: last year's papers, how far they have come, the path to the plan's targets."""
