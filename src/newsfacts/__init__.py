"""Extract facts from police news: people and their roles, counts, money, percentages, quantities and quotes."""

__version__ = "0.1.0"
