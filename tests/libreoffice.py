"""Client of the LibreOffice server: recalculates a workbook and returns its cells."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's python3-uno belongs to this interpreter
SERVER = Path(__file__).with_name("lo_pelayan.py")

Lembar = dict[str, dict[str, dict[str, Any]]]


class GalatLibreOffice(RuntimeError):
    """LibreOffice could not do what was asked."""


@cache
def tersedia() -> bool:
    """Tell whether LibreOffice and its Python bridge are installed."""
    if shutil.which("soffice") is None or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


class LibreOffice:
    """One headless LibreOffice, started at the first request and used for all later ones.

    bahasa is the locale it writes numbers in, as in id-ID; without one the system's.
    """

    def __init__(self, bahasa: str = "") -> None:
        self._bahasa = bahasa
        self._server: subprocess.Popen[str] | None = None

    def hitung(
        self,
        path: Path | str,
        tulis: dict[str, dict[str, Any]] | None = None,
        *,
        tanpa_hitung: bool = False,
        simpan: Path | str | None = None,
        lembar: Sequence[str] | None = None,
        batas: float = 120,
    ) -> Lembar:
        """Return {sheet: {A1: {"v": value, "f": formula, "e": error code}}} of a recalculated private copy.

        tulis sets cells first (text that starts with = becomes a formula); tanpa_hitung shows the cached
        values instead; simpan stores the result (.xlsx, .xlsm, .ods); lembar: the sheets that are wanted, else all, each
        of which takes its time; batas is the time limit in seconds.
        """
        request: dict[str, Any] = {"tulis": tulis or {}, "tanpa_hitung": tanpa_hitung, "batas": batas}
        if simpan is not None:
            request["simpan"] = str(Path(simpan).absolute())
        if lembar is not None:
            request["lembar"] = list(lembar)
        return self._ask(path, request)["sel"]

    def sebelum_dan_sesudah(self, path: Path | str) -> tuple[Lembar, Lembar]:
        """All cells as they are stored, and recalculated; the workbook is opened once."""
        jawaban = self._ask(path, {"semula": True})
        return jawaban["semula"], jawaban["sel"]

    def jalankan(
        self,
        path: Path | str,
        makro: str,
        *argumen: str,
        tampil: Sequence[str],
        simpan: Path | str,
        lembar: Sequence[str] = (),
    ) -> dict[str, Any]:
        """Run a procedure (Module.Name) of a private copy and store it; returns lo_pelayan's answer with the cells of `lembar`."""
        request = {"makro": [makro, *argumen], "tampil": list(tampil), "simpan": str(simpan), "lembar": list(lembar)}
        return self._ask(path, request)

    def ketik(self, path: Path | str, isi: dict[str, dict[str, str]], simpan: Path | str) -> None:
        """Type texts into cells of a private copy, as people do in the locale, and store it."""
        self._ask(path, {"ketik": isi, "simpan": str(simpan), "lembar": []})

    def pdf(self, path: Path | str, out: Path | str) -> None:
        """Recalculate a private copy and print all its sheets to a PDF file."""
        self._ask(path, {"pdf": str(Path(out).absolute()), "lembar": []})

    def ubah(self, path: Path | str, *tujuan: Path, batas: float = 300) -> None:
        """Open a document once and store it in other formats (docx, odt, html, pdf of text; xls, ods, html of tables)."""
        for folder in {t.parent for t in tujuan}:
            folder.mkdir(parents=True, exist_ok=True)
        self._ask(path, {"ubah": [str(t.absolute()) for t in tujuan], "batas": batas})

    def tutup(self) -> None:
        """Stop the server and its LibreOffice."""
        if self._server is None:
            return
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(30)
        self._server = None

    def _ask(self, path: Path | str, request: dict[str, Any]) -> dict[str, Any]:
        server = self._started()
        assert server.stdin is not None and server.stdout is not None
        server.stdin.write(json.dumps(request | {"buka": str(Path(path).absolute())}) + "\n")
        server.stdin.flush()
        line = server.stdout.readline()
        answer = json.loads(line) if line else {"galat": "the LibreOffice server has stopped"}
        if "galat" in answer:
            raise GalatLibreOffice(f"{Path(path).name}: {answer['galat']}")
        return answer

    def _started(self) -> subprocess.Popen[str]:
        if self._server is None or self._server.poll() is not None:
            self._server = subprocess.Popen(
                [SYSTEM_PYTHON, str(SERVER), self._bahasa],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        return self._server
