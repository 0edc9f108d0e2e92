"""Titles, organisations and places of people."""
