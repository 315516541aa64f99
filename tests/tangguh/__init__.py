"""The long campaign: kills, mutated packages, hostile cells, hand-made packages; `make tangguh` prints one table.

Nothing here asserts: every module yields `Hasil`, the table counts them, `tests/test_tangguh.py` asserts on a small
fixed part, `make tangguh` on the whole.
"""
