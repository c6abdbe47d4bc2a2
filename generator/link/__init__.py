"""Pages to one Api: what single pages declare is joined, resolved and inferred. Knows facts and the model, no files."""

from generator.link.linker import Linked, link

__all__ = ["Linked", "link"]
