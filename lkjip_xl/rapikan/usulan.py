"""What could be tidied: every cell of a number column whose content is text, a percent format, or a fraction for %."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.bacaan import Alasan, Status
from lkjip_xl.inti.kunci import kunci_satuan
from lkjip_xl.ringkasan.desimal import desimal_angka
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.pesan import katalog
from lkjip_xl.tabel.ketik import ANGKA, DIJELASKAN
from lkjip_xl.tabel.model import Asal, BukuKerja, SelKerja, Tabel
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.satuan import satuan_angka

PERSEN, PECAHAN = "AN-05", "AN-06"
SEMENTARA = "angka sementara (*); tandai di kolom Sementara"
SATUAN_LAIN = "satuan di dalam sel berbeda dari kolom Satuan"


@dataclass(frozen=True, slots=True)
class Usulan:
    """One proposal: cell, what stands there, the number meant, decimals to show, why, and whether that is certain."""

    lembar: str
    sel: str
    tertulis: str | float
    menjadi: float
    desimal: int | None
    alasan: str
    pasti: bool

    @property
    def format_semula(self) -> str:
        """The number format of the cell before, as far as its content tells."""
        return (
            f"0.{'0' * (self.desimal or 0)}%".replace(".%", "%")
            if self.alasan == katalog()[PERSEN].judul
            else "General"
        )

    @property
    def format(self) -> str:
        """Number format that keeps the decimals as printed."""
        if not self.desimal:
            return "#,##0" if self.desimal == 0 else "General"
        return f"#,##0.{'0' * self.desimal}"


@dengan_kata
def usulan(buku: BukuKerja) -> list[Usulan]:
    """All proposals, by sheet, row and column; the user's own formulas are never touched."""
    kode = {(t.lembar, s): t.kode for t in buku.temuan if t.kode == PERSEN for s in t.sel_semua}
    lapor = Pelapor(buku)
    satuan_angka(buku, lapor)
    kode |= {(t.lembar, t.sel): t.kode for t in lapor.temuan if t.kode == PECAHAN}
    hasil = []
    for t in buku.tabel.values():
        for (baris, kolom), s in t.sel.items():
            if kolom in t.letak and t.skema.kolom[kolom].tipe in ANGKA and s.asal in (Asal.ISIAN, Asal.TIMPA):
                u = _usul(t, baris, kolom, s, kode.get((t.lembar, t.alamat(baris, kolom))))
                if u is not None:
                    hasil.append(u)
    urutan = {t.lembar: i for i, t in enumerate(buku.tabel.values())}
    return sorted(hasil, key=lambda u: (urutan[u.lembar], pecah(u.sel)))


def _usul(t: Tabel, baris: int, kolom: str, s: SelKerja, kode: str | None) -> Usulan | None:
    sel = t.alamat(baris, kolom)
    x = s.nilai
    if kode == PERSEN and isinstance(x, (int, float)):
        return Usulan(t.lembar, sel, float(f"{x / 100:.15g}"), x, s.desimal, katalog()[PERSEN].judul, True)
    if kode == PECAHAN and isinstance(x, (int, float)):
        return Usulan(t.lembar, sel, x, float(f"{x * 100:.15g}"), None, katalog()[PECAHAN].judul, False)
    b = s.bacaan
    if b is None or s.teks is None or b.status is Status.KOSONG:
        return None
    if b.nilai is None:
        if b.usulan is None:
            return None
        return Usulan(t.lembar, sel, s.teks or "", b.usulan, None, str(b.alasan.value if b.alasan else ""), False)
    alasan, pasti = katalog()["AN-04"].judul, True
    if b.status is Status.RAGU:
        alasan, pasti = str(b.alasan.value if b.alasan else ""), False
    elif b.alasan is not None and b.alasan in DIJELASKAN:
        alasan, pasti = str(b.alasan.value), False
    elif b.sementara:
        alasan, pasti = SEMENTARA, False
    elif b.satuan and not _satuan_baris(t, baris, kolom, b.satuan):
        alasan, pasti = SATUAN_LAIN, False
    if b.alasan is Alasan.GAYA_KOLOM and b.usulan is not None:
        return Usulan(t.lembar, sel, s.teks, b.usulan, desimal_angka(b.usulan), alasan, pasti)
    return Usulan(t.lembar, sel, s.teks or "", b.nilai, b.desimal, alasan, pasti)


def _satuan_baris(t: Tabel, baris: int, kolom: str, satuan: str) -> bool:
    """Does the unit in the cell only repeat what the row or the column already says?"""
    if t.skema.kolom[kolom].tipe == "persen":
        return kunci_satuan(satuan) == kunci_satuan("%")
    if "satuan" not in t.skema.kolom:
        return True
    milik = t.nilai(baris, "satuan") if t.terpakai(baris) else None
    return isinstance(milik, str) and kunci_satuan(satuan) == kunci_satuan(milik)
