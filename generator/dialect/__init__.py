"""Dialects: how one family of reference pages words what the reader looks for, as data in a profile."""

from generator.dialect.kinds import Column, SectionKind
from generator.dialect.profile import Profile, ProfileError, load_profile, parse_profile

__all__ = ["Column", "Profile", "ProfileError", "SectionKind", "load_profile", "parse_profile"]
