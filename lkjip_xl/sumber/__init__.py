"""Tables of other people's files, whatever the format, as one thing: grids of cells, then tables with header and rows."""
