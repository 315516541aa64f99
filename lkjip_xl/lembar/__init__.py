"""Every worksheet we write: input sheets, lists, guide, findings, summaries, charts."""
