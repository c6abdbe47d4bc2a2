"""What single pages say, before linking. Each value depends on one page alone, so it can be cached by that page's content."""
