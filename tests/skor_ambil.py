"""How many cells of printed tables land where they belong when `lkjip ambil` takes them into a blank workbook.

    python tests/skor_ambil.py

The tables of both examples, as reports print them, in CSV, Excel, HTML and Word. A cell is right when it stands, or is
already, in the cell of the row and column it was printed from; wrong when it stands elsewhere or with another value and nothing
says so; listed when it was left out, doubted or in conflict, with the reason.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tabel_cetak import PENULIS, TabelCetak, sama_judul, tabel_buku

from lkjip_xl.ambil import Nasib, Rencana, SelAsal, rencanakan
from lkjip_xl.ambil.model import PetaTabel
from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.perintah import CONTOH, skema
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import BukuKerja, Tabel
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.susun import susun

AKAR = Path(__file__).parents[1]
IDENTITAS = ("indikator", "nama", "jenis", "uraian", "komponen")
SALINAN = {"sasaran": "pernyataan", "indikator": "indikator", "satuan": "satuan"}


@dataclass(slots=True)
class SkorAmbil:
    """Cells of one report in one format."""

    laporan: str
    format: str
    benar: int = 0
    salah: list[str] = field(default_factory=list)
    didaftar: Counter[str] = field(default_factory=Counter)
    per_lembar: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def semua(self) -> int:
        """The denominator: every printed cell that has a place in the workbook."""
        return self.benar + len(self.salah) + self.didaftar.total()

    @property
    def bagian(self) -> float:
        """Share of right cells, in percent."""
        return 100 * self.benar / max(self.semua, 1)


def buku_bersetelan(asal: BukuKerja) -> BukuKerja:
    """A blank workbook with the settings of another."""
    b = buku_kosong(asal.skema)
    b["pengaturan"].sel = dict(asal["pengaturan"].sel)
    b["satuan"].sel, b["skala"].sel = dict(asal["satuan"].sel), dict(asal["skala"].sel)
    return susun(b.skema, b.tabel, [], set())


def skor(laporan: str, format: str, folder: Path) -> SkorAmbil:
    """Print, read, take over and count."""
    asal = muat_buku(AKAR / "workbooks" / "contoh" / CONTOH[laporan], skema())
    semua = tabel_buku(asal)
    bahan = baca_bahan(PENULIS[format](semua, folder))
    rencana = rencanakan(buku_bersetelan(asal), bahan.tabel, kisi=bahan.kisi)
    hasil = SkorAmbil(laporan, format)
    nasib = {(s.berkas, s.alamat): s for s in rencana.sel}
    for cetak in semua:
        peta = next((p for p in rencana.tabel if sama_judul(cetak.judul, p.tabel.judul.replace("\n", " "))), None)
        _tabel(hasil, asal, rencana, cetak, peta, nasib)
    return hasil


def _tabel(
    hasil: SkorAmbil,
    asal: BukuKerja,
    r: Rencana,
    cetak: TabelCetak,
    peta: PetaTabel | None,
    nasib: dict[tuple[str, str], SelAsal],
) -> None:
    data = (
        [b for b in peta.tabel.baris if b.jenis in ("data", "jumlah", "subjumlah", "rata", "kelompok")]
        if peta is not None
        else []
    )
    if peta is None or len(data) != len(cetak.baris):
        n = sum(bool(x) for b in cetak.baris for x in b[1:])
        hasil.didaftar[f"{cetak.lembar}: tabel tidak terbaca utuh ({len(data)} dari {len(cetak.baris)} baris)"] += n
        return
    for b, teks, baris in zip(data, cetak.baris, cetak.asal, strict=True):
        for k, (kolom, isi) in enumerate(zip(cetak.kolom, teks, strict=True), 1):
            if not isi or kolom == "no":
                continue
            s = nasib.get(peta.tabel.alamat(b, k))
            tempat = f"{cetak.judul} / {kolom} / {isi[:30]}"
            if s is None:
                hasil.salah.append(f"{tempat}: hilang")
            elif s.nasib not in (Nasib.DITULIS, Nasib.SAMA):
                hasil.didaftar[f"{cetak.lembar}.{kolom}: {s.nasib.value}, {s.alasan}"] += 1
            elif (beda := _salah(asal, r, cetak.lembar, kolom, baris, s)) is not None:
                hasil.salah.append(f"{tempat}: {beda}")
            else:
                hasil.benar += 1


def _salah(asal: BukuKerja, r: Rencana, lembar: str, kolom: str, baris: int, s: SelAsal) -> str | None:
    """What is wrong with where a cell went; None where nothing is."""
    t = next((t for t in r.buku.tabel.values() if t.lembar == s.lembar), None)
    if t is None:
        return None if s.nasib is Nasib.SAMA else "tanpa tempat"
    b, k = pecah(s.sel)
    nama = next((n for n, letak in t.letak.items() if letak == k), "")
    milik = asal[lembar].isi(baris)
    if t.skema.id == "indikator" and lembar != "indikator":
        harap = SALINAN.get(kolom, "")
        if nama != harap:
            return f"di kolom {t.skema.id}.{nama}"
        ada = t.isi(b).get("pernyataan_lengkap" if nama == "pernyataan" else nama)
        return None if kunci_judul(ada) == kunci_judul(milik[kolom]) else f"tertulis {ada}"
    if (t.skema.id, nama) != (lembar, kolom):
        return f"di kolom {t.skema.id}.{nama}"
    if not _sebaris(t, b, milik):
        return f"di baris {t.isi(b)}"
    ada = t.isi(b).get(nama)
    x = milik[kolom]
    if isinstance(x, float) and isinstance(ada, float):
        return (
            None
            if abs(x - ada) <= 1e-9 * max(1, abs(x)) or s.nasib is Nasib.SAMA
            else f"tertulis {ada}, semestinya {x}"
        )
    return None if kunci_judul(ada) == kunci_judul(x) else f"tertulis {ada}, semestinya {x}"


def _sebaris(t: Tabel, b: int, milik: dict) -> bool:
    isi = t.isi(b)
    return all(
        kunci_judul(isi.get(k)) == kunci_judul(milik.get(k))
        for k in IDENTITAS
        if k in isi and milik.get(k) is not None and k in ("indikator", "nama", "jenis", "uraian")
    )


def utama() -> None:
    """Print the counts of every report and format."""
    for laporan in CONTOH:
        for format in PENULIS:
            with tempfile.TemporaryDirectory() as d:
                h = skor(laporan, format, Path(d))
            print(
                f"ambil {laporan} {format}: {h.benar} dari {h.semua} sel benar ({h.bagian:.1f} %), {len(h.salah)} salah, {h.didaftar.total()} didaftar"
            )


if __name__ == "__main__":
    utama()
