"""Version stamp of the template: which layout a workbook was built with."""

NAMA_VERSI = "VersiTemplat"  # defined name in every workbook, a constant
VERSI_TEMPLAT = 2


def nama_baris(id_lembar: str) -> str:
    """Defined name, a constant, that says how many ready-made rows a sheet of this workbook has."""
    return f"BarisSiap_{id_lembar}"


NAMA_TEMPLAT_WORD = (
    "_lkjip_templat_word"  # defined name, a constant: fingerprint of the Word document a region set for reports
)
NAMA_TANDA = "_lkjip_lembar"  # defined name of each sheet we write anew; its value is the sheet's name
