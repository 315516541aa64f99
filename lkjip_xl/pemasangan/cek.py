"""The checks of `lkjip periksa-pasang`: each says whether all is well, and if not what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PureWindowsPath
from typing import Any

from lkjip_xl.excel.ruang import TIADA
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.pemasangan.siaga import siaga_terpasang
from lkjip_xl.pemasangan.sistem import Sistem, di_dalam
from lkjip_xl.skema.pesan import buat_temuan

KUNCI_EXCEL = r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
KUNCI_KEAMANAN = r"HKCU\Software\Microsoft\Office\16.0\Excel\Security"
KUNCI_KEBIJAKAN = r"HKCU\Software\Policies\Microsoft\Office\16.0\Excel\Security"
KUNCI_TEPERCAYA = KUNCI_KEAMANAN + r"\Trusted Locations"
KUNCI_TEPERCAYA_KANTOR = KUNCI_KEBIJAKAN + r"\Trusted Locations"
PERINGATAN_MAKRO = "VBAWarnings"
TANPA_TANYA, TANDA_TANGAN, MATI = 2, 3, 4  # 2 asks with a yellow bar, 3 only signed macros, 4 none at all
BIT_PERLU = 64
INTERPRETER_XLWINGS = r"LKjIP-XL\Scripts\pythonw.exe"  # below %LOCALAPPDATA%, as the workbook's xlwings.conf says
# where installers of Python put the launcher; Program.bas looks there, too
PELUNCUR = (
    ("WINDIR", "py.exe"),
    ("LOCALAPPDATA", "Programs", "Python", "Launcher", "py.exe"),
    ("LOCALAPPDATA", "Microsoft", "WindowsApps", "py.exe"),
)
# where files from anywhere land by themselves: trusting such a folder would run the macros of strangers
FOLDER_UMUM = frozenset({"downloads", "unduhan", "temp", "tmp", "inetcache"})
ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


class Keadaan(StrEnum):
    """Outcome of a check."""

    BAIK = "baik"
    PERLU = "perlu tindakan"
    GAGAL = "gagal"
    TAK_DAPAT = "tak dapat diperiksa"


@dataclass(frozen=True, slots=True)
class Cek:
    """One check: what it looks at, how that is, what is known about it, and what to do where it is not well.

    objek: the file or folder a repair would concern.
    """

    nama: str
    keadaan: Keadaan
    keterangan: str
    temuan: Temuan | None = None
    objek: str = ""


_URUT = {Tingkat.KESALAHAN: Keadaan.GAGAL, Tingkat.PERINGATAN: Keadaan.PERLU, Tingkat.TAK_DAPAT: Keadaan.TAK_DAPAT}


def periksa_pasang(s: Sistem, berkas: Sequence[str] = ()) -> list[Cek]:
    """All checks; berkas: the workbooks that are to be opened on this PC."""
    hasil: list[Cek] = []
    for cek in (_excel, _python, _program, _ruang, _siaga, _xlwings, _makro):
        hasil += cek(s)
    for folder in dict.fromkeys(_folder(b) for b in berkas):
        if not _jauh(folder):  # Excel trusts no address there, and _letak says what to do
            hasil += _tepercaya(s, folder)
        hasil += _letak(s, folder)
    for b in berkas:
        hasil += _berkas(s, b)
    return hasil


def mesin_otomatis(s: Sistem) -> str:
    """The engine for a new workbook: xlwings where Excel for Windows and xlwings work, else vba."""
    return "xlwings" if s.windows and all(c.keadaan is Keadaan.BAIK for c in (*_excel(s), *_xlwings(s))) else "vba"


def _baik(nama: str, keterangan: str) -> Cek:
    return Cek(nama, Keadaan.BAIK, keterangan)


def _masalah(nama: str, kode: str, /, objek: str = "", **isian: Any) -> Cek:
    t = buat_temuan(kode, lembar="", **isian)
    return Cek(nama, _URUT[t.tingkat], t.pesan, t, objek)


def _hanya_windows(cek: Callable[..., Iterator[Cek]], nama: str) -> Callable[..., list[Cek]]:
    def jalan(s: Sistem, *argumen: str) -> list[Cek]:
        return list(cek(s, *argumen)) if s.windows else [_masalah(nama, "PM-01", nama=nama)]

    return jalan


def _cek_excel(s: Sistem) -> Iterator[Cek]:
    letak = next((x for a in ("HKCU", "HKLM") if (x := s.baca_kunci(f"{a}\\{KUNCI_EXCEL}"))), None)
    yield _baik("Excel", str(letak)) if letak else _masalah("Excel", "PM-02")


def _python(s: Sistem) -> list[Cek]:
    if s.bit < BIT_PERLU:
        return [_masalah("Python", "PM-15", versi=s.versi_python, bit=s.bit, interpreter=s.interpreter)]
    return [_baik("Python", f"{s.versi_python}, {s.bit} bit, {s.interpreter}")]


def _program(s: Sistem) -> list[Cek]:
    """What the buttons of the vba engine start: the program noted in the private folder, else the launcher py with the package."""
    ruang, ada_paket = s.ruang(), s.versi("lkjip-xl")
    if ruang.program and s.ada(ruang.program):
        return [_baik("Program lkjip", ruang.program)]
    if ada_paket and any(s.ada(str(PureWindowsPath(s.lingkungan.get(akar, ""), *sisa))) for akar, *sisa in PELUNCUR):
        return [_baik("Program lkjip", f"py -m lkjip_xl.cli ({s.interpreter})")]
    if ada_paket and ruang.sebab == TIADA:  # pasang will note it
        return [_baik("Program lkjip", s.interpreter)]
    return [_masalah("Program lkjip", "PM-03", interpreter=s.interpreter)]


def _ruang(s: Sistem) -> list[Cek]:
    """The private folder of buttons and program; VBA knows file names in the code page of Windows only."""
    nama, ruang = "Folder tombol", s.ruang()
    if s.windows and any(bagian.casefold() == "windowsapps" for bagian in PureWindowsPath(s.interpreter).parts):
        return [_masalah(nama, "PM-22", interpreter=s.interpreter)]
    for path in (ruang.folder, ruang.program):
        try:
            path.encode(s.halaman_kode)
        except UnicodeEncodeError:
            return [_masalah(nama, "PM-16", folder=path)]
    if ruang.sebab:
        return [_masalah(nama, "PM-20" if ruang.sebab == TIADA else "PM-21", folder=ruang.folder, sebab=ruang.sebab)]
    return [_baik(nama, ruang.folder)]


def _siaga(s: Sistem) -> list[Cek]:
    """Needed only where the office forbids Excel to start programs, so its absence is no problem."""
    if not s.windows:
        return []
    ada = "berjalan sejak masuk Windows" if siaga_terpasang(s) else "tidak dipasang (hanya perlu bila Excel dilarang memulai program lain: lkjip pasang --siaga)"  # fmt: skip
    return [_baik("Penunggu tombol", ada)]


def _xlwings(s: Sistem) -> list[Cek]:
    versi = s.versi("xlwings")
    if versi is None:
        return [_masalah("xlwings", "PM-04")]
    if not s.windows:
        return [_baik("xlwings", versi)]
    letak = str(PureWindowsPath(s.lingkungan.get("LOCALAPPDATA", ""), INTERPRETER_XLWINGS))
    if not s.ada(letak):
        return [_masalah("xlwings", "PM-05", letak=letak)]
    return [_baik("xlwings", f"{versi}, {letak}")]


def _cek_makro(s: Sistem) -> Iterator[Cek]:
    """A policy of the office beats the setting of the user."""
    kebijakan = s.baca_kunci(KUNCI_KEBIJAKAN, PERINGATAN_MAKRO)
    nilai = kebijakan if kebijakan is not None else s.baca_kunci(KUNCI_KEAMANAN, PERINGATAN_MAKRO)
    if nilai in (TANDA_TANGAN, MATI):
        yield _masalah("Keamanan makro", "PM-07" if kebijakan is not None else "PM-06")
    else:
        yield _baik("Keamanan makro", "makro ditanyakan atau diizinkan")


def _cek_tepercaya(s: Sistem, folder: str) -> Iterator[Cek]:
    tempat = (KUNCI_TEPERCAYA, KUNCI_TEPERCAYA_KANTOR)
    if any(s.baca_kunci(k, "AllLocationsDisabled") == 1 for k in tempat):
        yield _masalah("Lokasi tepercaya", "PM-14")
    elif any(_memercayai(s, f"{k}\\{nama}", folder) for k in tempat for nama in s.anak_kunci(k)):
        yield _baik("Lokasi tepercaya", folder)
    else:
        yield _masalah(
            "Lokasi tepercaya", "PM-13" if _terlalu_umum(s, folder) else "PM-08", objek=folder, folder=folder
        )


def _memercayai(s: Sistem, kunci: str, folder: str) -> bool:
    letak = s.baca_kunci(kunci, "Path")
    return isinstance(letak, str) and di_dalam(folder, letak, bawahan=s.baca_kunci(kunci, "AllowSubFolders") == 1)


def _terlalu_umum(s: Sistem, folder: str) -> bool:
    """A drive, the user's whole folder or one above it, or where downloads and mail attachments land."""
    letak = PureWindowsPath(folder)
    pribadi = s.lingkungan.get("USERPROFILE")
    return (
        letak == PureWindowsPath(letak.anchor)
        or bool(pribadi and di_dalam(pribadi, folder))
        or any(bagian.casefold() in FOLDER_UMUM for bagian in letak.parts)
    )


def _di_web(folder: str) -> bool:
    return folder.casefold().startswith(("http:", "https:"))


def _jauh(folder: str) -> bool:
    return _di_web(folder) or folder.startswith("\\\\")


def _letak(s: Sistem, folder: str) -> list[Cek]:
    """Excel hands macros a web address for a file in OneDrive, and two PCs may save it at once."""
    akar = [s.lingkungan[n] for n in ONEDRIVE if s.lingkungan.get(n)]
    if _di_web(folder) or any(di_dalam(folder, a) for a in akar):
        return [_masalah("Letak berkas", "PM-09", objek=folder, folder=folder)]
    if _jauh(folder):
        return [_masalah("Letak berkas", "PM-10", objek=folder, folder=folder)]
    return [_baik("Letak berkas", folder)]


def _berkas(s: Sistem, berkas: str) -> list[Cek]:
    if not s.ada(berkas):
        return [_masalah("Berkas", "PM-12", objek=berkas, berkas=berkas)]
    if s.tanda_web(berkas):
        return [_masalah("Berkas dari internet", "PM-11", objek=berkas, berkas=berkas)]
    return [_baik("Berkas", berkas)]


def _folder(berkas: str) -> str:
    """Folder of a file by its Windows path; a path of another system keeps its slashes."""
    if "\\" in berkas or ":" in berkas[:2]:
        return str(PureWindowsPath(berkas).parent)
    return berkas.rpartition("/")[0] or "."


_excel = _hanya_windows(_cek_excel, "Excel")
_makro = _hanya_windows(_cek_makro, "Keamanan makro")
_tepercaya = _hanya_windows(_cek_tepercaya, "Lokasi tepercaya")
