"""What sdkwright has to say about a page or a tree: one value for every stage, rendered elsewhere."""

from generator.diagnostics.model import Code, Diagnostic, Label, Report, Severity, sort_key

__all__ = ["Code", "Diagnostic", "Label", "Report", "Severity", "sort_key"]
