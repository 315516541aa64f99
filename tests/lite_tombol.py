"""A button of main.py on an open workbook as the browser sends it, with nothing installed but what requirements.txt names.

Input: folder, button, workbook; prints the closing sentence, the names of the painted sheets, and where lkjip_xl came from.
"""

import asyncio
import io
import json
import os
import sys
from contextlib import redirect_stdout
from importlib.abc import MetaPathFinder
from pathlib import Path

os.environ["XLWINGS_LICENSE_KEY"] = "noncommercial"
os.environ["XLWINGS_ON_SERVER"] = "true"
TIDAK_ADA = {"typer", "rich", "pyopenvba", "docx", "num2words", "matplotlib", "pdfplumber", "distributed"}


class Penolak(MetaPathFinder):
    """What a browser does not have."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in TIDAK_ADA:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def jalan(folder, tombol, buku):
    from peramban import kirim, terlukis

    from lkjip_xl.buku.paket import Paket

    book = kirim(Paket.buka(Path(buku)))
    for nama in [m for m in sys.modules if m.partition(".")[0] in ("lkjip_xl", "rapidfuzz")]:
        del sys.modules[nama]  # from here on only what the folder brings
    sys.path[:] = [p for p in sys.path if not (Path(p or ".") / "lkjip_xl").is_dir()]
    sys.meta_path[:] = [p for p in sys.meta_path if "editable" not in repr(p).lower()]
    sys.meta_path.insert(0, Penolak())
    sys.path.insert(0, folder)
    import main
    import xlwings as xw
    from xlwings.pro import udfs_officejs

    main.DATA = Path(folder)
    layar = io.StringIO()
    with redirect_stdout(layar):  # what the panel of the add-in shows
        asyncio.run(udfs_officejs.custom_scripts_call(main, tombol, typehint_to_value={xw.Book: book}))
    asal = {m: sys.modules[m].__file__ for m in ("lkjip_xl", "rapidfuzz") if m in sys.modules}
    return {"kalimat": layar.getvalue().strip(), "lembar": sorted(terlukis(book)), "asal": asal}


if __name__ == "__main__":
    print(json.dumps(jalan(*sys.argv[1:])))
