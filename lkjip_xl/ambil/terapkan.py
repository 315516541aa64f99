"""Write a plan into a workbook file: its cells as isi would, each recorded so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from lkjip_xl.buku.baca import Sel, baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tampilan import tampilkan
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.sel import tulis_isian
from lkjip_xl.isi.tata import tata
from lkjip_xl.perubahan import DITERAPKAN, KOSONG, RUMUS, Perubahan, catat_perubahan, riwayat_buku
from lkjip_xl.rencana.model import Letak, Rencana
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.model import Asal, BukuKerja

ALASAN = "Ambil: "
Semula = tuple[str | float, str, str]  # content, its kind, number format ("" = unknown)


@dengan_kata
def terapkan(
    paket: Paket, rencana: Rencana, skema: Skema, waktu: str, kabar: list[Temuan] | None = None
) -> list[Perubahan]:
    """Write what the plan writes and record it with the time; returns the new records.

    kabar takes what the user had put on the sheet of records and what became of it.
    """
    if not rencana.tulis:
        return []
    lama = riwayat_buku(paket)
    asal = baca_buku(paket).lembar
    awal = max((p.no for p in lama), default=0)
    baru = catat(rencana, awal, waktu, lambda lembar, sel: _semula(asal[lembar].sel.get(pecah(sel))))
    terisi = catat_perubahan(paket, lama, baru, bentuk(rencana), skema, [] if kabar is None else kabar)
    tata(paket, terisi)
    tampilkan(paket, {p.lembar for p in baru})
    return baru


def bentuk(rencana: Rencana) -> dict[tuple[str, str], str | None]:
    """Number formats that keep the decimals as printed, by sheet and cell."""
    return {
        (rencana.buku[i].lembar, rencana.buku[i].alamat(b, k)): tulis_isian(rencana.buku[i].skema.kolom[k], s).format
        for (i, b, k), s in rencana.tulis.items()
    }


def catat(rencana: Rencana, awal: int, waktu: str, semula: Callable[[str, str], Semula]) -> list[Perubahan]:
    """The changes of a plan, numbered from awal + 1; semula: what stands in a cell of a sheet."""
    hasil = []
    for letak, s in sorted(rencana.tulis.items(), key=lambda x: _urut(rencana.buku, x[0])):
        t = rencana.buku[letak[0]]
        alamat = t.alamat(letak[1], letak[2])
        nilai = tulis_isian(t.skema.kolom[letak[2]], s).nilai
        if alamat and isinstance(nilai, (str, float)):
            isi, jenis, format_semula = semula(t.lembar, alamat)
            alasan = ALASAN + rencana.alasan.get(letak, "")
            no = awal + len(hasil) + 1
            hasil.append(
                Perubahan(no, waktu, t.lembar, alamat, isi, nilai, alasan, DITERAPKAN, format_semula, jenis, "ambil")
            )
    return hasil


def _urut(buku: BukuKerja, letak: Letak) -> tuple[int, int, int]:
    t = buku[letak[0]]
    return t.skema.urutan, letak[1], t.letak.get(letak[2], 0)


def _semula(s: Sel | None) -> Semula:
    """What stands in a cell of a file."""
    if s is None:
        return "", KOSONG, ""
    if s.rumus:
        return s.rumus, RUMUS, s.format
    isi = s.galat if s.nilai is None else s.nilai
    if isi is None or isi == "":
        return "", KOSONG, s.format
    return (float(isi) if isinstance(isi, (int, float)) else str(isi)), "", s.format


def semula_terbuka(buku: BukuKerja) -> Callable[[str, str], Semula]:
    """What stands in the cells of a workbook that is open elsewhere, as far as it was read."""
    sel = {(t.lembar, t.alamat(b, k)): s for t in buku.tabel.values() for (b, k), s in t.sel.items()}

    def semula(lembar: str, alamat: str) -> Semula:
        s = sel.get((lembar, alamat))
        if s is None or s.asal is Asal.KOSONG:
            return "", KOSONG, ""
        if s.rumus:
            return s.rumus, RUMUS, ""
        isi = s.teks if s.teks is not None else s.mentah if s.mentah is not None else s.nilai
        return (
            ("", KOSONG, "")
            if isi in (None, "")
            else (float(isi) if isinstance(isi, (int, float)) else str(isi), "", "")
        )

    return semula
