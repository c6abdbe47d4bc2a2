"""Documented examples as tests of the generated SDK: the data, and for each the call a user would write."""
