"""The linked model. It knows no Markdown, no Python target and no file; siblings read it, nothing changes it."""
