"""A CSV file as rows of its sheet: its first row names the columns."""

from __future__ import annotations

from pathlib import Path

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.csv_aman import periksa_ukuran
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.masukan import KEPALA_PASANGAN, BarisMasukan, LembarMasukan, Penunjuk, isi_baris, kolom_kepala
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.csv import urai_csv


def baca_berkas_csv(penunjuk: Penunjuk, p: Path, s: SkemaLembar, temuan: list[Temuan]) -> LembarMasukan:
    """The rows of a CSV for a sheet; what is said about the file goes to `temuan`. Raises GalatBerkas."""
    periksa_ukuran(p)
    isi_csv = urai_csv(baca_biasa(p), p.name)
    if isi_csv.windows:
        temuan.append(buat_temuan("CS-05", lembar=p.name))
    hasil = LembarMasukan(p.name, s)
    if not isi_csv.baris:
        return hasil
    if s.susunan == "pasangan":
        barisan = [(n, [(k, x.strip()) for k, x in enumerate(b, 1)]) for n, b in enumerate(isi_csv.baris, 1)]
        return baca_pasangan(penunjuk, hasil, [(n, b[0][1], b[1][1]) for n, b in barisan if len(b) > 1], temuan)
    kolom = [kolom_kepala(penunjuk, [h], s, p.name, temuan) for h in isi_csv.baris[0]]
    for nomor, sel in enumerate(isi_csv.baris[1:], 2):
        if lebih := sum(x.strip() != "" for x in sel[len(kolom) :]):
            hasil.dibuang["CS-06"] += lebih
            temuan.append(buat_temuan("CS-06", lembar=p.name, sel=str(nomor), baris=nomor, lebih=len(sel) - len(kolom)))
        rapi = [x.strip() for x in sel]
        bagian = [(n, k, x) for n, (k, x) in enumerate(zip(kolom, rapi, strict=False), 1)]
        asal = isi_baris(penunjuk, hasil, (str(nomor), nomor), bagian, temuan)
        if asal:
            hasil.baris.append(BarisMasukan(nomor, {k: rapi[n - 1] for k, n in asal.items()}))
    return hasil


def baca_pasangan(
    penunjuk: Penunjuk, hasil: LembarMasukan, barisan: list[tuple[int, str, str]], temuan: list[Temuan]
) -> LembarMasukan:
    """Settings: rows of (number, setting, value); a header row may stand above them or not."""
    isi: dict[str, str] = {}
    for i, (_, kepala, nilai) in enumerate(barisan):
        if i == 0 and kunci_nama(kepala) == KEPALA_PASANGAN[0]:
            continue
        nama = kolom_kepala(penunjuk, [kepala], hasil.skema, hasil.berkas, temuan)
        if nama and nilai:
            isi[nama] = nilai
        elif nilai:
            hasil.dibuang["CS-04"] += 1
    if isi:
        hasil.baris.append(BarisMasukan(1, isi))
    return hasil
