"""Time and memory of the engine beside bare baselines, measured in one run: `python -m bench`.

Every measurement is a fresh process, started in turn with its baseline, and the best of several. The process that
starts them imports nothing of the engine: a child's peak memory would begin at its parent's.
"""
