"""Version stamp of the template: which layout a workbook was built with."""

NAMA_VERSI = "VersiTemplat"  # defined name in every workbook, a constant
VERSI_TEMPLAT = 1
NAMA_TANDA = "_lkjip_lembar"  # defined name of each sheet we write anew; its value is the sheet's name
