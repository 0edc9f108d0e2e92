"""Numbers and what they are: a count, an amount of money, a percentage, a quantity, or none of these."""
