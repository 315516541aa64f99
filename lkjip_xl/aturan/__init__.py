"""Rules that look across cells, rows and sheets; importing this package registers them all."""
