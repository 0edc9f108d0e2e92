"""Percentages: direction, measure, base of comparison."""
