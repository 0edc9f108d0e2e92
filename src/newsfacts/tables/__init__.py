"""Flat rows for warehouses, and their writers.

What the tables are is derived from the models of record.py (columns.py, catalogue.py); a record becomes rows (rows.py);
rows are written as JSON lines, CSV, Parquet or into DuckDB (writers.py); other systems get the tables' definitions
(definitions.py), which `newsfacts schema` writes.
"""
