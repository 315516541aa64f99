"""Workbooks filled at random with hostile contents, and every command run on them, in this process.

`jalankan(n, seed)` makes n books, each from its own seed, and returns what became of every command: exit code and, for
a failure of ours, where it happened. A book is a small workbook (a few ready-made rows, so that it takes a second and
random cells meet each other) filled with the first rows of the Magetan example; then contents of CATALOG are put
into random cells: inputs, settings, lists, formulas, headers, now and then sheets of ours. The raw XML of the cell is written, so that what no
program of ours would write stands there, too.

    .venv/bin/python tests/acak_isi.py 200 1        # 200 books from seed 1, a table of outcomes
"""

from __future__ import annotations

import base64
import csv
import io
import os
import random
import secrets
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from lxml import etree
from satu_jalan import sekali_jalan

from lkjip_xl.buku.gaya import Gaya
from lkjip_xl.buku.lembar_xml import LembarXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.xmlaman import q, rangkai
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.skema.model import Skema

BARIS = 14
CONTOH = Path(__file__).parents[1] / "workbooks/contoh/magetan-2024"
SAH = frozenset({0, 1, 2, 4})
SUMBER = (str(CONTOH / "pengukuran.csv"), str(CONTOH / "renstra.csv"))  # tables that lkjip ambil takes
SALINAN = ("buku.xlsm", "salin.xlsm", "ambil.xlsm", "perbarui.xlsm")
GAMBAR_TIAP = 8  # drawing the charts takes most of the time
GAMBAR = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True, slots=True)
class Isi:
    """What is put into a cell: type attribute, raw value or text, formula, number format."""

    tipe: str = "n"
    nilai: str | None = None
    rumus: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Hasil:
    """What became of one command on one book: exit code, and for a failure of ours its place and reason."""

    benih: int
    perintah: str
    kode: int
    gagal: str = ""


def _t(*teks: str) -> list[Isi]:
    return [Isi("s", x) for x in teks]


def _n(*angka: str) -> list[Isi]:
    return [Isi("n", x) for x in angka]


ANGKA_TEKS = (
    "1.168.800.000,-", "Rp. 3.457.628.590,-", "76,99%", "76.99 %", "35,35 Juta rp/tenaga kerja", "1 Dok", "1.762", "2500 orang",
    "-", "N/A", "35,28*", "1.168.800.00", "3.457.628,590", "28,06 07", "25.000.0000", "92.825%", "1E5", "1e400", "9" * 400,
    "-5", "(12)", "−7,5", "1:17,9", "12 dari 20", "½", "٣٤", "１２３", "1.000.000.000.000.000.000", "0", "00012", "1e-400", "--", "5,", ",5",
)  # fmt: skip
PREDIKAT = (
    "BB", "A", "WTP", "Level 3", "Terakreditasi", "Ada", "< 30", "≥ 95", "min. 80", "≥ 91 persen", "BB / 70", "90–100", "100–90", "90 s.d. 100",
    "a–b", "1–1e400", "-5–-1", "0–0", "≥ 90–100", "5–", "–5", "91 % ≤ 100 %",
)  # fmt: skip
HURUF = (
    "a_x0007_b", "_x0000_", "_xD83D_", "teks _xDE00_", "_xD83D__xDE00_", "_xFFFE_x", "_x000B_baris", "_x000D_", "_x005F_x0007_", "12_x0007_",
    "\u00a0", "\u200b", "\u202e\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "\ufeff12", " ", "\n", "\t", "a\nb\nc", "👩‍👩‍👧", "é̀" * 20, "\x7f\x85",
    "x" * 32767, "kata " * 6553, "\n" * 3000, "İ", "ß", "'", "''", '"', "<b>&amp;</b>", "]]>", "\u2028",
)  # fmt: skip
TEKS = (
    "teks", "=1+1", "=cmd|' /C calc'!A0", "+62811", "@SUM(A1)", "-aksi", "{tahun}", "{tahun+1}", "{renstra+9}", "{}", "{0}", "{nilai}", "{instansi}", "%s", "%",
    "{tahun-99999999999999999999}", "A" * 300, "S1.1", "S1", "s1.1", "1.1", "..", "2.07.04.2.01", "program", "sasaran", "tujuan", "subkegiatan", "naik",
    "turun", "rentang", "turun-rasio", "jumlah", "akhir", "rata-rata", "ya", "tidak", "murni", "perubahan", "RKT", "tampil", "rasio", "pmk214",
    "pmk214-tertimbang", "tercapai", "indikator", "Ya ", "JUMLAH", "Capaian Kinerja", "Dasbor", ">=", ">", "<", "True", "nan", "inf", "NaN", "Infinity", "None",
    "#DIV/0!", "#REF!", "Kode", "Indikator", "Target", "Realisasi", "2024", "2025", "https://contoh.go.id", "a|b", "a;b", "\\", "C:\\x", "../x",
)  # fmt: skip
BILANGAN = (
    "0", "-0", "1", "-1", "0.5", "75", "100", "2024", "2025", "99999", "-3", "99", "6", "7", "1e15", "123456789012345678", "1e100", "1e300", "1e308",
    "-1e308", "1.7976931348623157e308", "5e-324", "1e-300", "0.1", "33.333333333333336", "1e22", "4.9999999999999999", "-2024", "1.5", "61", "60", "2958465", "1e9",
)  # fmt: skip
MENTAH = ("NaN", "INF", "-INF", "1e400", "-1e999", "abc", "1,5", "0x10", "1_000", " 12 ", "", "1e", "٣", "--1")
CATALOG: tuple[Isi, ...] = (
    *_t(*ANGKA_TEKS), *_t(*PREDIKAT), *_t(*HURUF), *_t(*TEKS), *_n(*BILANGAN), *_n(*MENTAH),
    *(Isi("b", x) for x in ("0", "1", "2", "true", "")),
    *(Isi("e", x) for x in ("#DIV/0!", "#VALUE!", "#N/A", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "aneh", "")),
    *(Isi("d", x) for x in ("2024-05-06", "2024-05-06T07:08:09", "2024-13-45", "kemarin", "", "0001-01-01", "12:30:00", "2024-05-06T07:08:09Z")),
    *(Isi("n", x, format=f) for x in ("0.75", "45292", "-1", "60", "1e308", "0.5", "1e10", "NaN", "2958466") for f in ("0%", "0.00%", "dd/mm/yyyy", "[h]:mm", "@")),
    Isi("n", None), Isi("s", None), Isi("str", None),
    *(Isi("n", v, r) for r in ("1+1", "A1", "1/0", "2741/3560*100", 'CAPAIAN("x";2)', "#REF!", "", "(" * 60 + "1" + ")" * 60, "1e999", "LET(x,1,x)")
      for v in (None, "12", "NaN", "")),
    *(Isi(t, v, "A1*2") for t, v in (("str", "teks"), ("str", ""), ("e", "#N/A"), ("b", "1"), ("str", "a_x0007_"), ("str", "1.762"))),
)  # fmt: skip


# -- the small workbook --------------------------------------------------------------------------------------------


@cache
def skema_kecil() -> Skema:
    """The real schemas with few ready-made rows, lists and the scale as they are."""
    from lkjip_xl.perintah import skema

    return Skema(
        {
            i: s if s.kelompok == "pengaturan" else replace(s, baris=min(s.baris, BARIS))
            for i, s in skema().lembar.items()
        }
    )


@sekali_jalan
def buku_dasar() -> bytes:
    """The small workbook with the first rows of the Magetan example, its summaries and findings."""
    from lkjip_xl.isi import isi_buku
    from lkjip_xl.lembar.bangun import bangun
    from lkjip_xl.perintah.buku import tulis_ringkasan
    from lkjip_xl.perintah.pemeriksaan import tulis_hasil
    from lkjip_xl.validasi.periksa import periksa_buku

    with tempfile.TemporaryDirectory() as t:
        for p in CONTOH.glob("*.csv"):
            baris = list(csv.reader(io.StringIO(p.read_text(encoding="utf-8-sig"))))
            isi = io.StringIO()
            csv.writer(isi).writerows(
                baris if p.stem in ("pengaturan", "daftar_tabel", "skala") else baris[: BARIS - 3]
            )
            Path(t, p.name).write_text(isi.getvalue(), encoding="utf-8")
        paket = Paket.dari_bytes(bangun(skema_kecil()), "dasar.xlsm")
        _, kerja = isi_buku(paket, Path(t), skema_kecil())
    tulis_ringkasan(paket, kerja)
    tulis_hasil(paket, periksa_buku(paket, skema_kecil()))
    return paket.ke_bytes()


def taruh(data: bytes, isi: Mapping[str, Mapping[str, Isi]]) -> bytes:
    """The workbook with these contents in its cells, by sheet and address."""
    paket = Paket.dari_bytes(data, "buku.xlsm")
    gaya = Gaya(paket)
    for lembar, sel in isi.items():
        bagian = paket.lembar()[lembar].part
        xml = LembarXml(paket.xml(bagian))
        for alamat, apa in sel.items():
            _tulis(xml, alamat, apa, gaya)
        paket.ganti(bagian, rangkai(xml.akar))
    gaya.simpan()
    return paket.ke_bytes()


def _tulis(xml: LembarXml, alamat: str, apa: Isi, gaya: Gaya) -> None:
    c = xml.sel(alamat)
    f = c.find(q("f"))
    if f is not None and f.get("t") == "shared" and f.get("ref"):
        xml.urai_bersama(f.get("si"))
    for anak in list(c):
        c.remove(anak)
    c.attrib.pop("t", None)
    if apa.format is not None:
        c.set("s", str(gaya.dengan_format(int(c.get("s", "0")), apa.format)))
    if apa.rumus is not None:
        etree.SubElement(c, q("f")).text = apa.rumus
    if apa.tipe == "s":
        c.set("t", "inlineStr")
        t = etree.SubElement(etree.SubElement(c, q("is")), q("t"))
        t.text = apa.nilai
        t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return
    if apa.tipe != "n":
        c.set("t", apa.tipe)
    if apa.nilai is not None:
        etree.SubElement(c, q("v")).text = apa.nilai


def buku_acak(benih: int) -> bytes:
    """The small workbook with random hostile contents; the same seed gives the same bytes."""
    acak = random.Random(benih)
    isi: dict[str, dict[str, Isi]] = {}
    banyak = acak.choice((1, 2, 5, 15, 50, 150, 400))
    catalog = CATALOG if acak.random() < 0.7 else acak.sample(CATALOG, 12)
    lembar = list(skema_kecil().lembar.values())
    if acak.random() < 0.4:
        lembar = acak.sample(lembar, acak.choice((1, 2, 4)))
    kepala = acak.random() < 0.2
    for _ in range(banyak):
        s = acak.choice(lembar)
        if s.susunan == "pasangan":
            baris, kolom = acak.randrange(8, 8 + len(s.kolom)), 3
        else:
            baris, kolom = (
                acak.randrange(8, 8 + acak.choice((BARIS, BARIS, BARIS + 4))),
                acak.randrange(1, len(s.kolom) + 1),
            )
            if kepala and acak.random() < 0.1:
                baris, kolom = acak.randrange(1, 8), acak.randrange(1, len(s.kolom) + 3)
        if s.susunan == "pasangan" and kepala and acak.random() < 0.1:
            kolom = acak.choice((1, 2))
        isi.setdefault(s.lembar, {})[alamat_sel(baris, kolom)] = acak.choice(catalog)
    if acak.random() < 0.25:
        masukan = {s.lembar for s in skema_kecil().lembar.values()}
        milik_kita = [n for n in Paket.dari_bytes(buku_dasar(), "x").lembar() if n not in masukan]
        for _ in range(acak.choice((1, 5, 30))):
            alamat = alamat_sel(acak.randrange(1, 30), acak.randrange(1, 12))
            isi.setdefault(acak.choice(milik_kita), {})[alamat] = acak.choice(catalog)
    return taruh(buku_dasar(), isi)


# -- every command ---------------------------------------------------------------------------------------------------

Argumen = Callable[[Path], Sequence[str]]


def perintah_semua() -> dict[str, Argumen]:
    """Every command by name: its arguments for a folder that holds buku.xlsm, its copy and a sound one (dasar.xlsm)."""

    def di(*teks: str) -> Argumen:
        return lambda f: [str(f / x[1:]) if x.startswith("@") else x for x in teks]

    return {
        "validasi": di("validasi", "@buku.xlsm", "--html", "@h.html", "--json", "@h.json"),
        "validasi lalu": di("validasi", "@dasar.xlsm", "--tahun-lalu", "@buku.xlsm", "--json", "-"),
        "laporan": di("laporan", "@buku.xlsm", "-o", "@a.docx"),
        "laporan draf": di("laporan", "@buku.xlsm", "-o", "@b.docx", "--draf"),
        "edar": di("edar", "@buku.xlsm", "-o", "@a.xlsx"),
        "edar nilai": di("edar", "@buku.xlsm", "-o", "@b.xlsx", "--nilai"),
        "tahun-baru": di("tahun-baru", "@buku.xlsm", "@baru.xlsm"),
        "tahun-baru beku": di("tahun-baru", "@salin.xlsm", "@baru2.xlsm", "--bekukan"),
        "validasi beku": di("validasi", "@salin.xlsm"),
        "validasi baru": di("validasi", "@baru.xlsm"),
        "cocokkan csv": di("cocokkan", "@buku.xlsm", "Anggaran", str(CONTOH / "anggaran.csv"), "--json", "@c.json"),
        "cocokkan ukur": di(
            "cocokkan", "@buku.xlsm", "Pengukuran", str(CONTOH / "pengukuran.csv"), "--html", "@c.html"
        ),
        "cocokkan buku": di("cocokkan", "@dasar.xlsm", "Renja", "@buku.xlsm", "--lembar-tabel", "Renja"),
        "cocokkan ringkasan": di(
            "cocokkan", "@buku.xlsm", "Capaian Kinerja", "@dasar.xlsm", "--lembar-tabel", "Capaian Kinerja"
        ),
        "rapikan": di("rapikan", "@buku.xlsm", "--json"),
        "rapikan terapkan": di("rapikan", "@buku.xlsm", "--terapkan", "semua"),
        "rapikan urungkan": di("rapikan", "@buku.xlsm", "--urungkan", "semua"),
        "validasi tulis": di("validasi", "@buku.xlsm", "--tulis"),
        "ringkas": di("ringkas", "@buku.xlsm"),
        "isi": di("isi", "@buku.xlsm", "--dari", str(CONTOH)),
        "ambil": di("ambil", "@dasar.xlsm", "@buku.xlsm", "--json"),
        "ambil terapkan": di("ambil", "@ambil.xlsm", *SUMBER, "--terapkan", "--timpa"),
        "ambil urungkan": di("ambil", "@ambil.xlsm", "--urungkan", "semua"),
        "formulir": di("formulir", "@buku.xlsm", "--ke", "@formulir"),
        "ambil formulir": di("ambil", "@buku.xlsm", "@formulir", "--pratinjau"),
        "perbarui": di("perbarui", "@perbarui.xlsm", "--pulihkan-rumus"),
        "mesin": di("mesin", "@buku.xlsm", "xlwings"),
        "validasi akhir": di("validasi", "@buku.xlsm"),
    }


TOMBOL = ("validasi", "ringkas", "rapikan", "laporan", "formulir", "ambil", "pindah")


def coba(data: bytes, benih: int = 0, hanya: Sequence[str] | None = None) -> list[Hasil]:
    """Run every command (or only those named) and every button on the workbook in a folder of its own."""
    hasil = []
    with tempfile.TemporaryDirectory() as nama, _perkakas(gambar=sum(divmod(benih, 1_000_000)) % GAMBAR_TIAP == 0):
        folder = Path(nama)
        for n in SALINAN:
            (folder / n).write_bytes(data)
        (folder / "dasar.xlsm").write_bytes(buku_dasar())
        (folder / "Ambil").mkdir()  # where the button looks for tables
        shutil.copy(SUMBER[0], folder / "Ambil")
        for tombol in TOMBOL:
            if hanya is None or f"tombol {tombol}" in hanya:
                hasil.append(Hasil(benih, f"tombol {tombol}", *_tombol(folder, tombol)))
        for nama_perintah, argumen in perintah_semua().items():
            if hanya is None or nama_perintah in hanya:
                hasil.append(Hasil(benih, nama_perintah, *_satu(argumen(folder), nama_perintah in LEWAT_BERKAS)))
    return hasil


LEWAT_BERKAS = frozenset({"validasi baru", "ambil formulir"})  # missing where the command before rightly refused


@contextmanager
def _perkakas(*, gambar: bool) -> Iterator[None]:
    """The small schemas for every command, failures of ours with their traceback; charts are drawn only with `gambar`."""
    import lkjip_xl.perintah.buku as buku
    import lkjip_xl.perintah.pemeriksaan as periksa
    import lkjip_xl.perintah.perapian as perapian

    with patch.dict(os.environ, {"LKJIP_JEJAK": "1"}):
        tambal = [patch.object(m, "skema", lambda *_: skema_kecil()) for m in (buku, perapian, periksa)]
        tambal.append(patch("lkjip_xl.perintah.skema", lambda *_: skema_kecil()))
        tambal.append(patch("lkjip_xl.cli.app.muat_skema", lambda *_: skema_kecil()))
        if not gambar:
            tambal.append(patch("matplotlib.figure.Figure.savefig", lambda _, arus, **__: arus.write(GAMBAR)))
        for t in tambal:
            t.start()
        try:
            yield
        finally:
            for t in tambal:
                t.stop()


def _satu(argumen: Sequence[str], boleh_tiada: bool) -> tuple[int, str]:
    from lkjip_xl.cli import main

    keluar = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    galat = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    kode, sebab = 0, ""
    with redirect_stdout(keluar), redirect_stderr(galat), patch.object(sys, "argv", ["lkjip", *argumen]):
        try:
            main()
        except SystemExit as e:
            kode = e.code if isinstance(e.code, int) else 0
        except BaseException as e:  # LKJIP_JEJAK: what would have been exit 3
            kode, sebab = 3, _jejak(e)
        for aliran in (keluar, galat):
            aliran.flush()
    teks = (keluar.buffer.getvalue() + galat.buffer.getvalue()).decode()
    if kode == 3 and not sebab:
        sebab = "; ".join(b.split(" — ")[-1][:300] for b in teks.splitlines() if "KU-01" in b) or teks[-300:]
    if kode == 4 and not (boleh_tiada and "tidak ditemukan" in teks):
        sebab = teks.strip()[-300:]
    return kode, sebab


def _tombol(folder: Path, nama: str) -> tuple[int, str]:
    """What the server of the buttons answers: 0 done, 4 refused with a message, 3 our failure."""
    from lkjip_xl import layani
    from lkjip_xl.excel import ruang

    f = ruang.siapkan() / f"minta-{secrets.token_hex(12)}"
    f.mkdir(mode=0o700)
    (f / layani.BUKU).write_bytes((folder / "buku.xlsm").read_bytes())
    (f / layani.PERMINTAAN).write_text(
        f"lkjip-permintaan {layani.VERSI}\ntanda={'0' * 24}\nperintah={nama}\nfolder={folder}\nberkas=buku.xlsm\n",
        encoding="ascii",
    )
    sebab: list[str] = []
    asli = layani.laksanakan

    def jaga(*a: object):
        try:
            return asli(*a)
        except Exception as e:
            sebab.append(_jejak(e))
            raise

    try:
        with patch.object(layani, "laksanakan", jaga):
            if layani.layani(f.name, sk=skema_kecil()):
                return 0, ""
    except BaseException as e:
        return 3, _jejak(e)
    jawab = (f / layani.HASIL).read_text(encoding="ascii")
    berkas = sebab and sebab[0].startswith(("GalatBerkas", "GalatSkema"))
    return (4 if berkas else 3), (sebab[0] if sebab else jawab[-300:])


def _jejak(e: BaseException) -> str:
    milik = [f for f in traceback.extract_tb(e.__traceback__) if "lkjip_xl" in f.filename]
    tempat = " < ".join(f"{Path(f.filename).name}:{f.lineno}:{f.name}" for f in reversed(milik[-3:]))
    return f"{type(e).__name__}: {str(e)[:120]} @ {tempat}"


def jalankan(n: int, seed: int = 0, hanya: Sequence[str] | None = None) -> list[Hasil]:
    """n books from the seeds seed·1.000.000 … and what became of every command (or only those named) on each."""
    return [h for i in range(n) for h in coba(buku_acak(seed * 1_000_000 + i), seed * 1_000_000 + i, hanya)]


def gagal(hasil: Sequence[Hasil]) -> list[Hasil]:
    """Outcomes that break the promise: an exit code that is not documented, or a failure of ours."""
    return [h for h in hasil if h.kode not in SAH]


def ikhtisar(hasil: Sequence[Hasil]) -> str:
    """A table of outcomes: per command how often which exit code, then every kind of failure once."""
    cacah = Counter((h.perintah, h.kode) for h in hasil)
    kode = sorted({k for _, k in cacah})
    baris = [f"{'perintah':20}" + "".join(f"{k:>7}" for k in kode)]
    baris += [f"{p:20}" + "".join(f"{cacah[p, k]:>7}" for k in kode) for p in dict.fromkeys(h.perintah for h in hasil)]
    jenis: dict[tuple[int, str], list[Hasil]] = {}
    for h in hasil:
        if h.gagal:
            jenis.setdefault((h.kode, h.gagal), []).append(h)
    for (k, sebab), h in sorted(jenis.items(), key=lambda x: (x[0][0], -len(x[1]))):
        baris.append(f"[{k}] {len(h)}x benih {h[0].benih} {h[0].perintah}: {sebab}")
    return "\n".join(baris)


if __name__ == "__main__":
    semua: list[Hasil] = []
    for nomor in range(int(sys.argv[1])):
        acuan = (int(sys.argv[2]) if len(sys.argv) > 2 else 0) * 1_000_000 + nomor
        baru = coba(buku_acak(acuan), acuan)
        for x in gagal(baru):
            print(x.benih, x.perintah, x.kode, x.gagal, flush=True)
        semua += baru
    print(ikhtisar(semua))
