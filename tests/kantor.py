"""Excel in an office, played by pyOpenVBA's interpreter: two books may be open, the buttons' files and programs are real or refused."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pyopenvba.apps.excel import ExcelApplication, Workbook, Worksheet
from pyopenvba.interpreter import _runtime
from pyopenvba.interpreter._values import error

from lkjip_xl.excel.pasang import modul_vba

SENDIRI = -4105  # xlCalculationAutomatic
_runtime.parse_module = cache(
    _runtime.parse_module
)  # every office has the same modules; running them leaves them as they are

# what the interpreter cannot do of itself becomes a call of the functions below
_GANTI = (
    (r"Open (\w+) For (Output|Input) As #nomor", r'KantorBuka \1, nomor, "\2"'),
    (r"Open (\w+) For Binary Access Read As #nomor", r'KantorBuka \1, nomor, "Input"'),
    (r"Get #nomor, (\d), (\w)\b", r"\2 = KantorByte(nomor, \1)"),
    (r"Print #nomor, ", "KantorTulis nomor, "),
    (r"Close #nomor", "KantorTutup nomor"),
    (r"\bInput\(banyak, nomor\)", "KantorBaca(banyak, nomor)"),
    (r"\bLOF\(nomor\)", "KantorPanjang(nomor)"),
    (r"\bShell ", "KantorShell "),
    (r"\b(MkDir|Kill|RmDir) ", r"Kantor\1 "),
    (r"ThisWorkbook\.SaveCopyAs ", "KantorSalin "),
    (r"lembar\.PageSetup\.\w+ = ", "KantorCetak "),
    (r"f = Split\(baris\(i\), vbTab\)", r"\g<0>: KantorBaris i"),
    (r"lembar\.Unprotect\b", "KantorLepas lembar"),
    (r"Application\.MacroOptions .*", "KantorKotor"),
    (r"Application\.Wait .*", "KantorTunggu"),
    (r"\bNow\b", "KantorSekarang()"),
    (r"\.EnableCancelKey = ", ".DisplayAlerts = "),
)


class Kantor:
    """An Excel with the macros of the package in its first book; `lingkungan` are the variables of the PC.

    jalankan takes the command line of Shell; saat_menunggu is what happens while the macro waits for a second; salinan is what SaveCopyAs writes; gagal names a step that fails with an error
    number: shell, salin, cetak, tulis, mkdir, kill, rmdir; gagal_baris is the order of the answer that cannot be followed.
    """

    def __init__(
        self, berkas: Path, lingkungan: Mapping[str, str], tambahan: Callable[[str, str], str] | None = None
    ) -> None:
        self.app = ExcelApplication.open(str(berkas), with_vba=False)
        self.app.application._this_workbook = self.app.workbook
        self.buku = self.app.workbook
        self.lingkungan = dict(lingkungan)
        self.perintah: list[str] = []
        self.jalankan: Callable[[str], None] = lambda _: None
        self.saat_menunggu: Callable[[], None] = lambda: None
        self.salinan = b"PK"
        self.gagal: dict[str, int] = {}
        self.gagal_baris = 0
        self._terbuka: dict[int, Any] = {}
        self._sisa: list[str] = []
        self._detik = 0
        for nama, fungsi in {
            "dir": self._dir, "environ": lambda n: self.lingkungan.get(n, ""), "freefile": lambda: len(self._terbuka) + 1,
            "kantorbuka": self._buka, "kantorbyte": self._byte, "kantortulis": self._tulis, "kantortutup": self._tutup,
            "kantorbaca": lambda n, nomor: self._terbuka[int(nomor)].read(int(n)).decode("ascii"),
            "kantorpanjang": lambda nomor: os.fstat(self._terbuka[int(nomor)].fileno()).st_size,
            "kantorshell": self._shell, "kantorsalin": self._salin, "kantorcetak": lambda _: self._langkah("cetak"),
            "kantorbaris": self._baris, "kantorkotor": lambda: setattr(self.buku, "saved", False),
            "kantorlepas": self._lepas, "kantortunggu": self._tunggu, "kantorsekarang": lambda: self._detik / 86400,
            "kantormkdir": self._pada("mkdir", os.mkdir), "kantorkill": self._pada("kill", os.unlink),
            "kantorrmdir": self._pada("rmdir", os.rmdir),
        }.items():  # fmt: skip
            self.app.interpreter._intrinsics[nama] = _panggil(fungsi)
        for nama, teks in modul_vba().items():
            for pola, baru in _GANTI:
                teks = re.sub(pola, baru, teks)
            self.app.add_module(tambahan(nama, teks) if tambahan else teks, name=nama)

    def klik(self, makro: str) -> str:
        """Run the macro of a button; returns the sentence it ends with."""
        self.app.dialogs.clear()
        self.app.run(makro)
        return self.app.dialogs[-1][1]

    def buka_lain(self, berkas: Path) -> Workbook:
        """Open another workbook, which becomes the active one."""
        return self.app.open_workbook(berkas)

    def terkunci(self) -> dict[str, bool]:
        """Which sheets of the first book are protected."""
        return {s.name: s.protection is not None for s in self.buku.sheets_}

    def tenang(self) -> bool:
        """Is the application as the user left it: screen, calculation, status bar?"""
        a = self.app.application
        return (a.screen_updating, a.calculation, a.status_bar) == (True, SENDIRI, False)

    def _tunggu(self) -> None:
        self._detik += 1
        self.saat_menunggu()

    def _baris(self, nomor: int) -> None:
        if int(nomor) == self.gagal_baris:
            raise error(1004, "baris")

    def _lepas(self, lembar: Worksheet) -> None:
        """Excel asks for the password; the user does not give it."""
        if lembar.protection is not None and lembar.protection.locked_by_password:
            raise error(1004, "Unprotect")
        lembar.Unprotect()

    def _langkah(self, nama: str) -> None:
        if nama in self.gagal:
            raise error(self.gagal[nama], nama)

    def _pada(self, nama: str, kerjakan: Callable[[str], None]) -> Callable[[str], None]:
        def langkah(path: str) -> None:
            self._langkah(nama)
            kerjakan(_jalan(path))

        return langkah

    def _dir(self, path: str = "", _sifat: object = 0) -> str:
        if path:
            induk, _, nama = _jalan(path).rpartition("/")
            isi = os.listdir(induk) if os.path.isdir(induk) else []
            self._sisa = [n for n in isi if fnmatch.fnmatch(n, nama)]
        return self._sisa.pop(0) if self._sisa else ""

    def _buka(self, path: str, nomor: int, cara: str) -> None:
        self._terbuka[int(nomor)] = open(_jalan(path), "rb" if cara == "Input" else "wb")  # noqa: SIM115

    def _byte(self, nomor: int, letak: int) -> int:
        berkas = self._terbuka[int(nomor)]
        berkas.seek(int(letak) - 1)
        return (berkas.read(1) or b"\0")[0]

    def _tulis(self, nomor: int, teks: str) -> None:
        self._langkah("tulis")
        self._terbuka[int(nomor)].write(f"{teks}\r\n".encode("ascii"))

    def _tutup(self, nomor: int) -> None:
        self._terbuka.pop(int(nomor)).close()

    def _shell(self, perintah: str, _jendela: object = 0) -> None:
        self._langkah("shell")
        self.perintah.append(perintah)
        self.jalankan(perintah)

    def _salin(self, path: str) -> None:
        self._langkah("salin")
        Path(_jalan(path)).write_bytes(self.salinan)


def _jalan(path: str) -> str:
    return str(path).replace("\\", "/")


def _panggil(fungsi: Callable[..., Any]) -> Callable[..., Any]:
    def panggil(_penafsir: object, argumen: list[Any], _bernama: object) -> Any:
        hasil = fungsi(*argumen)
        return 0 if hasil is None else hasil

    return panggil
