"""The only reader and writer of trees: docs folders, git revisions and output folders. It knows bytes and paths, not APIs."""
