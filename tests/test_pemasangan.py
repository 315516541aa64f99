"""The checks of a PC, tried on a Windows that exists only here; what `pasang` changes, and that the rest stays."""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field

import pytest
from jalan_lkjip import CONTOH, lkjip

from lkjip_xl import pemasangan, perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.excel.mesin import Mesin, mesin_terpasang
from lkjip_xl.excel.pasang import modul_vba
from lkjip_xl.excel.ruang import ASING, TERBUKA, TIADA, Ruang
from lkjip_xl.inti.galat import KELUAR_BERKAS
from lkjip_xl.pemasangan import Keadaan, mesin_otomatis, perbaiki, periksa_pasang
from lkjip_xl.pemasangan.cek import (
    KUNCI_EXCEL,
    KUNCI_KEAMANAN,
    KUNCI_KEBIJAKAN,
    KUNCI_TEPERCAYA,
    KUNCI_TEPERCAYA_KANTOR,
    PELUNCUR,
)
from lkjip_xl.pemasangan.siaga import KUNCI_MASUK
from lkjip_xl.pemasangan.sistem import ZONA_LUAR
from lkjip_xl.skema.pesan import katalog

FOLDER = r"C:\Users\staf\Documents\LKjIP & 100%"
BUKU = FOLDER + r"\LKjIP 2025.xlsm"
RUANG = r"C:\Users\stäf\AppData\Local\LKjIP-XL\tombol"
PROGRAM, PY = r"C:\Python311\python.exe", r"C:\Windows\py.exe"
PYTHONW = r"C:\Users\staf\AppData\Local\LKjIP-XL\Scripts\pythonw.exe"


@dataclass
class Tiruan:
    """A healthy Windows; each test breaks one thing."""

    windows: bool = True
    lingkungan: dict[str, str] = field(
        default_factory=lambda: {"LOCALAPPDATA": r"C:\Users\staf\AppData\Local", "WINDIR": r"C:\Windows"}
    )
    interpreter: str = r"C:\Python311\python.exe"
    versi_python: str = "3.11.9"
    bit: int = 64
    halaman_kode: str = "cp1252"
    kunci: dict[str, dict[str, str | int]] = field(default_factory=lambda: {
        "HKLM\\" + KUNCI_EXCEL: {"": r"C:\Program Files\Microsoft Office\EXCEL.EXE"},
        KUNCI_TEPERCAYA + r"\Location0": {"Path": r"c:\users\STAF\documents" + "\\", "AllowSubFolders": 1},
    })  # fmt: skip
    berkas: set[str] = field(default_factory=lambda: {BUKU, PYTHONW, PROGRAM})
    terblokir: set[str] = field(default_factory=set)
    ruangnya: Ruang = field(default_factory=lambda: Ruang(RUANG, "", PROGRAM))
    dimulai: list[list[str]] = field(default_factory=list)
    paket: dict[str, str] = field(default_factory=lambda: {"xlwings": "0.37.8", "lkjip-xl": "0.1.0"})

    def baca_kunci(self, kunci: str, nama: str = "") -> str | int | None:
        return self.kunci.get(kunci, {}).get(nama)

    def anak_kunci(self, kunci: str) -> list[str]:
        return [k.rpartition("\\")[2] for k in self.kunci if k.rpartition("\\")[0] == kunci]

    def tulis_kunci(self, kunci: str, nilai: Mapping[str, str | int]) -> None:
        self.kunci.setdefault(kunci, {}).update(nilai)

    def ada(self, berkas: str) -> bool:
        return berkas in self.berkas

    def tanda_web(self, berkas: str) -> bool:
        return berkas in self.terblokir

    def hapus_nilai(self, kunci: str, nama: str) -> None:
        self.kunci.get(kunci, {}).pop(nama, None)

    def pintasan(self, letak: str, program: str, argumen: str) -> None:
        self.berkas.add(letak)
        self.dimulai.append([letak, program, argumen])

    def buang(self, berkas: str) -> None:
        self.berkas.discard(berkas)

    def mulai(self, perintah: Sequence[str]) -> None:
        self.dimulai.append(list(perintah))

    def hapus_tanda_web(self, berkas: str) -> None:
        self.terblokir.remove(berkas)

    def ruang(self) -> Ruang:
        return self.ruangnya

    def versi(self, paket: str) -> str | None:
        return self.paket.get(paket)


def kode(s: Tiruan, *berkas: str) -> list[str]:
    return [c.temuan.kode for c in periksa_pasang(s, berkas) if c.temuan]


def test_komputer_siap() -> None:
    hasil = periksa_pasang(Tiruan(), [BUKU])
    assert {c.keadaan for c in hasil} == {Keadaan.BAIK} and len(hasil) == 10
    assert mesin_otomatis(Tiruan()) == "xlwings"


@pytest.mark.parametrize(
    ("ubah", "harap", "mesin"),
    [
        ({"kunci": {KUNCI_TEPERCAYA + r"\Location0": {"Path": FOLDER}}}, ["PM-02"], "vba"),
        ({"ruangnya": Ruang(RUANG, "", "")}, ["PM-03"], "xlwings"),
        ({"berkas": {BUKU, PYTHONW}}, ["PM-03"], "xlwings"),
        ({"berkas": {BUKU, PYTHONW, PY}}, [], "xlwings"),
        ({"berkas": {BUKU, PYTHONW, PY}, "paket": {"xlwings": "1"}}, ["PM-03"], "xlwings"),
        ({"ruangnya": Ruang(RUANG, TIADA, "")}, ["PM-20"], "xlwings"),
        ({"ruangnya": Ruang(RUANG, TIADA, ""), "paket": {"xlwings": "1"}}, ["PM-03", "PM-20"], "xlwings"),
        ({"ruangnya": Ruang(RUANG, ASING, PROGRAM)}, ["PM-21"], "xlwings"),
        ({"ruangnya": Ruang(RUANG, TERBUKA, PROGRAM)}, ["PM-21"], "xlwings"),
        (
            {"ruangnya": Ruang(RUANG, "", r"C:\ꦱ\python.exe"), "berkas": {BUKU, PYTHONW, r"C:\ꦱ\python.exe"}},
            ["PM-16"],
            "xlwings",
        ),
        (
            {
                "interpreter": r"C:\Users\staf\AppData\Local\Microsoft\WindowsApps\PythonSoftwareFoundation.Python.3.11_q\python.exe"
            },
            ["PM-22"],
            "xlwings",
        ),
        ({"interpreter": r"C:\WindowsAppsLain\python.exe"}, [], "xlwings"),
        ({"paket": {"lkjip-xl": "0.1.0"}}, ["PM-04"], "vba"),
        ({"berkas": {BUKU, PROGRAM}}, ["PM-05"], "vba"),
        ({"terblokir": {BUKU}}, ["PM-11"], "xlwings"),
        ({"berkas": {PYTHONW, PROGRAM}}, ["PM-12"], "xlwings"),
        ({"bit": 32}, ["PM-15"], "xlwings"),
        ({"ruangnya": Ruang(RUANG.replace("stäf", "ꦱ"), "", PROGRAM)}, ["PM-16"], "xlwings"),
        (
            {"lingkungan": {"LOCALAPPDATA": r"C:\Users\staf\AppData\Local", "OneDrive": r"c:\users\staf"}},
            ["PM-09"],
            "xlwings",
        ),
    ],
)
def test_satu_hal_kurang(ubah: dict, harap: list[str], mesin: str) -> None:
    s = Tiruan(**ubah)
    assert kode(s, BUKU) == harap and mesin_otomatis(s) == mesin


@pytest.mark.parametrize(
    ("tempat", "nilai", "harap"),
    [
        (KUNCI_KEAMANAN, 2, []),
        (KUNCI_KEAMANAN, 4, ["PM-06"]),
        (KUNCI_KEBIJAKAN, 3, ["PM-07"]),
        (KUNCI_KEBIJAKAN, 1, []),
    ],
)
def test_keamanan_makro(tempat: str, nilai: int, harap: list[str]) -> None:
    s = Tiruan()
    s.kunci[KUNCI_KEAMANAN] = {"VBAWarnings": 4 if tempat == KUNCI_KEBIJAKAN else 1}  # a policy has the last word
    s.kunci.setdefault(tempat, {})["VBAWarnings"] = nilai
    assert kode(s, BUKU) == harap


def test_lokasi_tepercaya_tanpa_bawahan() -> None:
    s = Tiruan()
    s.kunci[KUNCI_TEPERCAYA + r"\Location0"]["AllowSubFolders"] = 0
    assert kode(s, BUKU) == ["PM-08"]
    s.kunci[KUNCI_TEPERCAYA + r"\Location0"]["Path"] = FOLDER
    assert kode(s, BUKU) == []


def test_folder_jaringan_dan_web() -> None:
    s = Tiruan(berkas={PYTHONW, PROGRAM, r"\\server\bagian\a.xlsm"})
    assert kode(s, r"\\server\bagian\a.xlsm") == ["PM-10"]
    assert kode(s, "https://kantor.sharepoint.com/a.xlsm") == ["PM-09", "PM-12"]
    semula = dict(s.kunci)
    perbaiki(s, periksa_pasang(s, [r"\\server\bagian\a.xlsm", "https://kantor.sharepoint.com/a.xlsm"]))
    assert s.kunci == semula


@pytest.mark.parametrize(
    "folder",
    ["C:\\", r"C:\Users", r"C:\Users\staf", r"c:\users\STAF\downloads\2025", r"C:\Users\staf\AppData\Local\Temp\x"],
)
def test_folder_umum_tidak_dipercayai(folder: str) -> None:
    buku = folder.rstrip("\\") + r"\a.xlsm"
    s = Tiruan(berkas={PYTHONW, PROGRAM, buku}, lingkungan=Tiruan().lingkungan | {"USERPROFILE": r"C:\Users\staf"})
    del s.kunci[KUNCI_TEPERCAYA + r"\Location0"]
    semula = dict(s.kunci)
    assert kode(s, buku) == ["PM-13"]
    assert perbaiki(s, periksa_pasang(s, [buku])) == [] and s.kunci == semula


@pytest.mark.parametrize("tempat", [KUNCI_TEPERCAYA, KUNCI_TEPERCAYA_KANTOR])
def test_lokasi_tepercaya_dimatikan(tempat: str) -> None:
    s = Tiruan()
    s.kunci[tempat] = {"AllLocationsDisabled": 1}
    assert kode(s, BUKU) == ["PM-14"] and perbaiki(s, periksa_pasang(s, [BUKU])) == []


def test_lokasi_tepercaya_dari_kantor() -> None:
    s = Tiruan()
    s.kunci[KUNCI_TEPERCAYA_KANTOR + r"\Location5"] = s.kunci.pop(KUNCI_TEPERCAYA + r"\Location0")
    assert kode(s, BUKU) == []


@pytest.mark.parametrize(
    ("isi", "terblokir"),
    [
        ("[ZoneTransfer]\r\nZoneId=3\r\n", True),
        ("[ZoneTransfer]\nZoneId=4\nHostUrl=x", True),
        ("[ZoneTransfer]\nZoneId=1\n", False),
    ],
)
def test_zona_berkas(isi: str, terblokir: bool) -> None:
    assert (ZONA_LUAR.search(isi) is not None) == terblokir


def test_pasang_memperbaiki_yang_dapat_dan_tidak_lebih() -> None:
    s = Tiruan(terblokir={BUKU}, ruangnya=Ruang(RUANG, "", ""))
    del s.kunci[KUNCI_TEPERCAYA + r"\Location0"]
    s.kunci[KUNCI_TEPERCAYA + r"\Location1"] = {"Path": r"D:\Lain"}
    semula = {k: dict(v) for k, v in s.kunci.items()}
    daftar = periksa_pasang(s, [BUKU])
    assert {c.temuan.kode for c in perbaiki(s, daftar)} == {"PM-08", "PM-11"}
    assert kode(s, BUKU) == ["PM-03"]
    baru = {k: v for k, v in s.kunci.items() if k not in semula}
    assert list(baru) == [KUNCI_TEPERCAYA + r"\Location0"]
    assert baru.popitem()[1] == {"Path": FOLDER, "Description": "LKjIP-XL"}  # the folders below stay untrusted
    assert {k: s.kunci[k] for k in semula} == semula


def test_makro_mencari_peluncur_yang_sama() -> None:
    """Where the checks look for py, the macro does, with its full path: a bare name is looked for beside the workbook, too."""
    makro = modul_vba()["Program"]
    for akar, *sisa in PELUNCUR:
        assert f'Environ("{akar}") & "\\{chr(92).join(sisa)}"' in makro
    assert "".join(modul_vba().values()).count("Shell ") == 1 and makro.count("GalatPanggil(") == 3


def test_bukan_windows() -> None:
    hasil = periksa_pasang(pemasangan.sistem_ini(), [str(CONTOH)])
    assert [c.nama for c in hasil if c.keadaan is Keadaan.TAK_DAPAT] == ["Excel", "Keamanan makro", "Lokasi tepercaya"]
    assert {c.temuan.kode for c in hasil if c.keadaan is Keadaan.TAK_DAPAT} == {"PM-01"}
    assert mesin_otomatis(pemasangan.sistem_ini()) == "vba"


def test_tiap_masalah_menyebut_caranya() -> None:
    assert all(p.saran for k, p in katalog().items() if k.startswith("PM-"))


class Registri(types.ModuleType):
    """The module winreg over a dictionary; a key is open while its context is."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, REG_SZ, REG_DWORD = "HKCU", "HKLM", 1, 4

    def __init__(self, isi: dict[str, dict[str, str | int]]) -> None:
        super().__init__("winreg")
        self.isi = isi

    def OpenKey(self, akar: str, sisa: str):
        if f"{akar}\\{sisa}" not in self.isi:
            raise FileNotFoundError(sisa)
        return nullcontext(f"{akar}\\{sisa}")

    def CreateKey(self, akar: str, sisa: str):
        self.isi[f"{akar}\\{sisa}"] = {}
        return nullcontext(f"{akar}\\{sisa}")

    def QueryValueEx(self, kunci: str, nama: str) -> tuple[str | int, int]:
        if nama not in self.isi[kunci]:
            raise FileNotFoundError(nama)
        return self.isi[kunci][nama], 0

    def SetValueEx(self, kunci: str, nama: str, _: int, jenis: int, nilai: str | int) -> None:
        assert jenis == (self.REG_SZ if isinstance(nilai, str) else self.REG_DWORD)
        self.isi[kunci][nama] = nilai


def test_registri_windows(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """The real access to Windows, over a registry that exists only here."""
    isi: dict[str, dict[str, str | int]] = {}
    monkeypatch.setitem(sys.modules, "winreg", Registri(isi))
    monkeypatch.setattr(sys, "platform", "win32")
    s = pemasangan.sistem_ini()
    assert s.windows and s.baca_kunci(r"HKCU\A", "x") is None
    s.tulis_kunci(r"HKCU\A", {"x": "teks", "y": 1})
    assert (s.baca_kunci(r"HKCU\A", "x"), s.baca_kunci(r"HKCU\A", "y"), s.baca_kunci(r"HKCU\A", "z")) == (
        "teks",
        1,
        None,
    )


def test_tanda_web_di_berkas(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """An alternate stream is a file of its own here."""
    monkeypatch.setitem(sys.modules, "winreg", Registri({}))
    monkeypatch.setattr(sys, "platform", "win32")
    s, buku = pemasangan.sistem_ini(), str(tmp_path / "b.xlsm")
    assert not s.tanda_web(buku)
    (tmp_path / "b.xlsm:Zone.Identifier").write_text("[ZoneTransfer]\nZoneId=3\n")
    assert s.tanda_web(buku)
    s.hapus_tanda_web(buku)
    assert not s.tanda_web(buku)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Tiruan:
    s = Tiruan()
    monkeypatch.setattr(pemasangan, "sistem_ini", lambda: s)
    return s


def test_perintah(windows: Tiruan, monkeypatch: pytest.MonkeyPatch) -> None:
    windows.berkas.add(str(CONTOH))
    windows.kunci[KUNCI_TEPERCAYA + r"\Location0"]["Path"] = str(CONTOH.parent).replace("/", "\\")
    hasil = lkjip("periksa-pasang", "--json")
    assert hasil.returncode == 0 and {x["keadaan"] for x in json.loads(hasil.stdout)} == {"baik"}
    windows.terblokir.add(str(CONTOH))
    assert lkjip("periksa-pasang", CONTOH).returncode == 1 and windows.terblokir
    assert lkjip("pasang", CONTOH, "--ya").returncode in (0, 1) and not windows.terblokir
    windows.terblokir.add(str(CONTOH))
    hasil = lkjip("pasang", CONTOH, "--ya", "--json")
    assert "PM-11" not in {x["kode"] for x in json.loads(hasil.stdout)} and not windows.terblokir
    windows.ruangnya = Ruang(RUANG, "", "")
    assert lkjip("periksa-pasang").returncode == 2
    windows.terblokir.add(str(CONTOH))
    monkeypatch.setattr(windows, "hapus_tanda_web", lambda b: (_ for _ in ()).throw(PermissionError("ditolak")))
    hasil = lkjip("pasang", CONTOH, "--ya")
    assert hasil.returncode == 4 and "ditolak" in hasil.stderr


@pytest.mark.parametrize(
    ("pilih", "jadi"),
    [
        ("otomatis", Mesin.XLWINGS),
        pytest.param("vba", Mesin.VBA, marks=pytest.mark.lengkap),
        pytest.param("xlwings", Mesin.XLWINGS, marks=pytest.mark.lengkap),
    ],
)
def test_buat_dengan_mesin(windows: Tiruan, tmp_path, pilih: str, jadi: Mesin) -> None:
    from lkjip_xl.buku.paket import Paket

    buku = tmp_path / "b.xlsm"
    perintah.buat(buku, mesin=pilih)
    assert mesin_terpasang(Paket.buka(buku)) is jadi


def test_penunggu_dipasang_dan_dicopot() -> None:
    """At every sign-in and in the Start menu, without a console; taken back whole, the user's own entries stay."""
    s = Tiruan(interpreter=r"C:\Users\s taf\Python\python.exe")
    s.lingkungan["APPDATA"] = r"C:\Users\s taf\AppData\Roaming"
    s.kunci[KUNCI_MASUK] = {"Lain": "x"}
    berkas = set(s.berkas)
    pemasangan.pasang_siaga(s)
    program, argumen = r"C:\Users\s taf\Python\pythonw.exe", "-P -m lkjip_xl.cli tunggu"
    (pintasan,) = s.berkas - berkas
    assert s.kunci[KUNCI_MASUK]["LKjIP-XL"] == f'"{program}" {argumen}'
    assert s.dimulai == [[pintasan, program, argumen], [program, *argumen.split()]]
    assert pintasan.startswith(s.lingkungan["APPDATA"]) and pintasan.endswith(".lnk")
    pemasangan.copot_siaga(s)
    pemasangan.copot_siaga(s)
    assert s.kunci[KUNCI_MASUK] == {"Lain": "x"} and s.berkas == berkas


def test_penunggu_hanya_di_windows(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for pilihan, pakai in (("--siaga", True), ("--tanpa-siaga", False)):
        with pytest.raises(GalatBerkas) as e:
            perintah.pasang_siaga(pakai)
        assert e.value.kode == "BK-85" and lkjip("pasang", pilihan).returncode == KELUAR_BERKAS


def test_periksa_pasang_mengatakan_apakah_penunggu_terpasang() -> None:
    s = Tiruan()
    sebelum = {c.nama: c.keterangan for c in periksa_pasang(s)}
    pemasangan.pasang_siaga(s)
    sesudah = {c.nama: c.keterangan for c in periksa_pasang(s)}
    assert {n for n in sesudah if sesudah[n] != sebelum[n]} == {"Penunggu tombol"}
