"""Which column and row of somebody else's table is which of ours: by what columns are called and rows are named, then by content."""
