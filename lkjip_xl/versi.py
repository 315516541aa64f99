"""Version stamp of the template: which layout a workbook was built with."""

NAMA_VERSI = "VersiTemplat"  # defined name in every workbook, a constant
VERSI_TEMPLAT = 1
