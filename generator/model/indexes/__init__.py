"""Derived knowledge: each index is a pure function of the `Api`. Build one once and keep it; nothing is stored on the model."""
