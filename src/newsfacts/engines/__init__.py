"""Many articles at once: on this machine (local.py, pool.py) and on Spark (spark.py); a whole run of it (run.py)."""
