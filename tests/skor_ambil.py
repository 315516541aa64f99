"""How many cells of printed tables land where they belong when `lkjip ambil` takes them into a blank workbook.

    python tests/skor_ambil.py [--lo]

The tables of both reports (tests/tabel_cetak.py): the input sheets as printed, and the published tables under their own headers.
Each document is taken over as written in every format, with --lo also as LibreOffice saves it again. A cell is right when it
stands, or stood already, in the column and row it was printed for with the value printed; wrong when it stands elsewhere or with
another value and nothing says so; listed when it was left out, doubted or in conflict, with the reason.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from cetakan import PENULIS
from dokumen_kantor import cetak_skor
from libreoffice import LibreOffice
from tabel_cetak import RUMAH_TW, TabelCetak, sama_judul, sel_cetak, tabel_lembar, tabel_terbit

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.bacaan_kolom import baca_kolom, tanpa_kali
from lkjip_xl.inti.kemiripan import mirip
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.isi import isi_buku
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.perintah import CONTOH, TEMPLAT, skema
from lkjip_xl.rencana import Nasib, Rencana, SelAsal, rencanakan
from lkjip_xl.rencana import rencana as modul_rencana
from lkjip_xl.rencana.model import PetaTabel
from lkjip_xl.skema.preset import Preset
from lkjip_xl.sumber.model import BarisAsing, TabelAsing
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import ANGKA, BukuKerja, Nilai, Tabel

AKAR = Path(__file__).parents[1]
ULANG_LO = {"docx": ("docx", "pdf", "html"), "xlsx": ("xls", "ods", "html")}
"""From which written format LibreOffice makes which."""
DITULIS = ("csv", "xlsx", "html", "docx")  # PDF as LibreOffice makes it
JENIS = ("lembar", "terbit")
BUKAN_ISI = ("nomor", "ulang", "kaki", "sambung")
SEEJAAN = 92.0
PENAMA = ("indikator", "nama", "jenis", "uraian", "komponen")


@dataclass(slots=True)
class SkorAmbil:
    """Cells of one document in one format."""

    laporan: str
    format: str
    benar: int = 0
    salah: list[str] = field(default_factory=list)
    didaftar: Counter[str] = field(default_factory=Counter)
    dijawab: set[tuple[str, str]] = field(default_factory=set)  # names that a user said are one

    @property
    def semua(self) -> int:
        """The denominator: every printed cell that has a place in the workbook."""
        return self.benar + len(self.salah) + self.didaftar.total()

    @property
    def bagian(self) -> float:
        """Share of right cells, in percent."""
        return 100 * self.benar / max(self.semua, 1)


@cache
def tercetak(laporan: str) -> BukuKerja:
    """The filling made by hand, as printed."""
    paket = Paket.buka(AKAR / "workbooks" / TEMPLAT)
    return isi_buku(paket, AKAR / "tests/data" / laporan / "tercetak", skema())[1]


@cache
def tabel(laporan: str, jenis: str) -> list[TabelCetak]:
    """The tables of a report, of one kind."""
    return tabel_terbit(laporan) if jenis == "terbit" else tabel_lembar(tercetak(laporan), laporan)


def buku_bersetelan(asal: BukuKerja) -> BukuKerja:
    """A blank workbook with the settings of another."""
    b = buku_kosong(asal.skema)
    b["pengaturan"].sel = dict(asal["pengaturan"].sel)
    b["satuan"].sel, b["skala"].sel = dict(asal["satuan"].sel), dict(asal["skala"].sel)
    return hitung_buku(b.skema, b.tabel, [], set())


def berkas(laporan: str, jenis: str, folder: Path, format: Sequence[str] = DITULIS) -> Iterator[tuple[str, Path]]:
    """The documents with the tables of a report, by format."""
    semua = [t.cetak for t in tabel(laporan, jenis)]
    for f in format:
        PENULIS[f](semua, path := folder / f"{laporan}.{f}")
        yield f, path


def berkas_lo(
    laporan: str, jenis: str, folder: Path, office: LibreOffice, ulang: Mapping[str, Sequence[str]] = ULANG_LO
) -> Iterator[tuple[str, Path]]:
    """The same as LibreOffice saves them again; each is opened once."""
    semua = [t.cetak for t in tabel(laporan, jenis)]
    for dari, ke in ulang.items():
        PENULIS[dari](semua, asal := folder / f"{laporan}.{dari}")
        tujuan = {x: folder / f"lo-{dari}" / f"{laporan}.{x}" for x in ke}
        office.ubah(asal, *tujuan.values())
        for x, path in tujuan.items():
            yield f"{dari}→{x} (LibreOffice)", path


def skor(laporan: str, jenis: str, format: str, path: Path, *, jawab: bool = True) -> tuple[SkorAmbil, SkorAmbil]:
    """Take a document over and count: as it is, and after every question about a name that resembles another was answered with ya.

    Without `jawab` nothing is answered, and both are the first.
    """
    with patch.object(modul_rencana, "petakan", _sekali(modul_rencana.petakan)):  # the same tables are planned twice
        return _skor(laporan, jenis, format, path, jawab)


def _sekali(asli: Callable[..., PetaTabel]) -> Callable[..., PetaTabel]:
    """What a table is does not depend on the answers; who asks again gets a plan of its own to change."""
    jadi: dict[tuple[object, ...], tuple[TabelAsing, PetaTabel]] = {}

    def petakan(
        buku: BukuKerja, tabel: TabelAsing, nomor: int, paksa: str = "", preset: Collection[Preset] = ()
    ) -> PetaTabel:
        kunci = id(buku), id(tabel), nomor, paksa, bool(preset)
        if kunci not in jadi:
            jadi[kunci] = tabel, asli(buku, tabel, nomor, paksa, preset)  # kept, so that no other gets its id
        p = jadi[kunci][1]
        return replace(p, kolom=dict(p.kolom), bawaan=dict(p.bawaan))

    return petakan


def _skor(laporan: str, jenis: str, format: str, path: Path, dijawab: bool) -> tuple[SkorAmbil, SkorAmbil]:
    bahan = baca_bahan([path])
    buku = buku_bersetelan(tercetak(laporan))
    rencana = rencanakan(buku, bahan.tabel, kisi=bahan.kisi)
    awal = SkorAmbil(laporan, format)
    _hitung(awal, jenis, rencana)
    jawab = [p for p in rencana.pertanyaan if p.jenis == "baris mirip"] if dijawab else []
    if not jawab:
        return awal, awal
    rencana = rencanakan(buku, bahan.tabel, {p.id: True for p in jawab}, kisi=bahan.kisi)
    akhir = SkorAmbil(awal.laporan, format, dijawab={(nama_setara(p.bagian), nama_setara(p.isi)) for p in jawab})
    _hitung(akhir, jenis, rencana)
    return awal, akhir


def _hitung(hasil: SkorAmbil, jenis: str, rencana: Rencana) -> None:
    nasib = {(s.berkas, s.alamat): s for s in rencana.sel}
    for cetak in tabel(hasil.laporan, jenis):
        asing = [p.tabel for p in rencana.tabel if sama_judul(cetak.cetak.judul, p.tabel.judul)]
        _tabel(hasil, rencana, cetak, asing, nasib)


def _tabel(hasil: SkorAmbil, r: Rencana, cetak: TabelCetak, asing: Sequence[TabelAsing], nasib: dict[tuple[str, str], SelAsal]) -> None:  # fmt: skip
    letak = {n: (t, b) for n, t, b in _jajarkan(cetak, asing)}
    for n, k, teks in sel_cetak(cetak):
        tempat = f"{cetak.cetak.judul[:40]} / {' '.join(cetak.cetak.kepala[k])} / {teks[:30]}"
        s = None
        if n in letak:
            t, b = letak[n]
            kolom = _kolom(t, cetak, k)
            s = nasib.get(t.alamat(b, kolom)) if kolom else None
        if s is None:
            hasil.didaftar[f"{cetak.cetak.judul[:40]}: tidak terbaca"] += 1
        elif s.nasib not in (Nasib.DITULIS, Nasib.SAMA):
            hasil.didaftar[f"{cetak.cetak.judul[:40]} / {' '.join(cetak.cetak.kepala[k])}: {s.nasib.value}, {s.alasan}"] += 1  # fmt: skip
        elif beda := _salah(hasil, r, cetak, n, k, teks, s):
            hasil.salah.append(f"{tempat}: {beda}")
        else:
            hasil.benar += 1


def _jajarkan(cetak: TabelCetak, asing: Sequence[TabelAsing]) -> Iterator[tuple[int, TabelAsing, BarisAsing]]:
    """Printed rows with the rows they were read as, in their order."""
    semua = [(t, b) for t in asing for b in t.baris if b.jenis not in BUKAN_ISI]
    mulai = 0
    for n, isi in enumerate(cetak.cetak.sel()):
        teks = {_rapat(x) for x in isi if x}
        cocok = [len(teks & {_rapat(s.teks) for s in b.sel.values()}) for _, b in semua[mulai : mulai + 4]]
        if cocok and 2 * max(cocok) >= len(teks):
            i = mulai + cocok.index(max(cocok))
            yield n, *semua[i]
            mulai = i + 1


def _kolom(t: TabelAsing, cetak: TabelCetak, k: int) -> int:
    if len(t.kolom) == len(cetak.tempat):
        return t.kolom[k].nomor
    harap = _rapat(" ".join(cetak.cetak.kepala[k]))
    return next((x.nomor for x in t.kolom if _rapat(" ".join(x.jalur)) == harap), 0)


def _rapat(teks: str) -> str:
    return "".join(kunci_judul(teks).split())


def _salah(hasil: SkorAmbil, r: Rencana, cetak: TabelCetak, n: int, k: int, teks: str, s: SelAsal) -> str:
    """What is wrong with where a cell went; "" where nothing is."""
    t = next((t for t in r.buku.tabel.values() if t.lembar == s.lembar), None)
    if t is None:
        return "" if s.nasib is Nasib.SAMA else "tanpa tempat"
    b, letak = pecah(s.sel)
    kolom = next((x for x, y in t.letak.items() if y == letak), "")
    if t.skema.id == "triwulan":
        asal = {y for _, y in cetak.tempat[k]} & set(RUMAH_TW)
        ini = t.isi(b)
        return "" if asal and RUMAH_TW[asal.pop()] == ini.get("tw") else f"di triwulan {ini.get('tw')}"
    if (t.skema.id, kolom) not in cetak.tempat[k]:
        return f"di kolom {t.skema.id}.{kolom}"
    isi = t.isi(b)
    if cetak.nama[n] and not _sebaris(isi, cetak.nama[n], hasil.dijawab):
        return f"di baris {isi}"
    if cetak.versi and isi.get("versi", cetak.versi) != cetak.versi:
        return f"di versi {isi.get('versi')}"
    return _beda(t, kolom, isi.get("pernyataan_lengkap" if kolom == "pernyataan" else kolom), teks, s)


def _sebaris(isi: dict[str, Nilai], nama: Sequence[str], dijawab: set[tuple[str, str]]) -> bool:
    """Is this the row of that name, of one spelled otherwise (which is told), or of one that was asked about?"""
    ada = [nama_setara(str(isi[k])) for k in PENAMA if isi.get(k)]
    return any(mirip(x, y) >= SEEJAAN or (y, x) in dijawab for x in ada for n in nama for y in (nama_setara(n),))


def _beda(t: Tabel, kolom: str, ada: Nilai, teks: str, s: SelAsal) -> str:
    k = t.skema.kolom[kolom]
    if s.nasib is Nasib.SAMA and k.jenis == "rumus" and k.tipe in ANGKA:
        return ""
    x = baca_kolom(tanpa_kali(teks) if kolom == "pengali" else teks, k.tipe).nilai if k.tipe in ANGKA else None
    if isinstance(ada, float) and x is not None:
        return "" if abs(x - ada) <= 1e-9 * max(1, abs(x)) else f"tertulis {ada}"
    if k.tipe == "pilihan":
        return "" if isinstance(ada, str) else f"tertulis {ada}"
    return "" if _rapat(str(ada or "")) == _rapat(teks) or nama_setara(str(ada or "")) == nama_setara(teks) else f"tertulis {ada}"  # fmt: skip


def utama() -> None:
    """Print the counts of every report and format."""
    rinci = "--rinci" in sys.argv
    cetak_skor()
    office = LibreOffice()
    for laporan in CONTOH:
        for jenis in JENIS:
            with tempfile.TemporaryDirectory() as d:
                ulang = berkas_lo(laporan, jenis, Path(d), office) if "--lo" in sys.argv else ()
                for format, path in (*berkas(laporan, jenis, Path(d)), *ulang):
                    h, dijawab = skor(laporan, jenis, format, path)
                    print(f"ambil {h.laporan} ({jenis}) {h.format}: {h.benar} dari {h.semua} sel benar ({h.bagian:.1f} %), {len(h.salah)} salah, "
                          f"{h.didaftar.total()} didaftar; nama yang mirip dijawab ya: {dijawab.bagian:.1f} %", flush=True)  # fmt: skip
                    for x in h.salah if rinci else ():
                        print("   salah:", x)
                    for x, jumlah in h.didaftar.most_common() if rinci else ():
                        print(f"   {jumlah}: {x}")
    office.tutup()


if __name__ == "__main__":
    utama()
