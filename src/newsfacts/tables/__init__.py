"""Flat rows for warehouses, and their writers.

What the tables are is derived from the models of record/ (columns.py, catalogue.py); a record becomes rows (rows.py);
a load of rows (loads.py, writers.py) goes to its target (target.py) as JSON lines or CSV (lines.py), as Parquet
(parquet.py, partitions.py) or into DuckDB (duck.py), and spares or replaces rows that are there; other systems get the
tables' definitions (definitions.py), which `newsfacts schema` writes.
"""
