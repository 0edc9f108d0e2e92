"""Keys to join by, beside what the text wrote: places, organisations, substances, quantities in SI units.

Whoever counts over many articles needs one name for "the NDLEA" and "National Drug Law Enforcement Agency", and one
unit for pounds and kilograms. A key says what the writing means, or nothing: none is chosen because it is likelier.
`reader.py` fills the keys of one article; the other modules know one kind of key each. Not here: what the text says,
which stays as it was written.
"""
