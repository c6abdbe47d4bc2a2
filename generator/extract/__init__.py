"""Pages to facts: what the sections, tables, fences and sentences of one page mean in a dialect."""
