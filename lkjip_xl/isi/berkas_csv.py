"""A CSV file as rows of its sheet: its first row names the columns."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.csv_aman import periksa_ukuran
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.masukan import BarisMasukan, LembarMasukan, Penunjuk, isi_baris, kolom_kepala, kolom_waktu
from lkjip_xl.isi.setelan import BarisSetelan, PembacaSetelan
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.csv import urai_csv
from lkjip_xl.sumber.model import SelAsing


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
        barisan = [{k: SelAsing(x.strip()) for k, x in enumerate(b, 1) if x.strip()} for b in isi_csv.baris]
        isi = [BarisSetelan(n, b, dict.fromkeys(b, str(n))) for n, b in enumerate(barisan, 1) if b]
        return PembacaSetelan(penunjuk, hasil, temuan).baca(isi)
    kolom = [kolom_kepala(penunjuk, [h], s, p.name, temuan) for h in isi_csv.baris[0]]
    hasil.waktu = kolom_waktu((n, [h], k) for n, (h, k) in enumerate(zip(isi_csv.baris[0], kolom, strict=True), 1))
    berkepala = [kunci_nama(h) != "" for h in isi_csv.baris[0]]
    hasil.kepala += sum(h.strip() != "" for h in isi_csv.baris[0])
    for nomor, sel in enumerate(isi_csv.baris[1:], 2):
        rapi = [x.strip() for x in sel]
        luar = [x for x, ada in zip_longest(rapi, berkepala, fillvalue="") if x and not ada]
        if luar:
            hasil.dibuang["CS-06"] += len(luar)
            temuan.append(buat_temuan("CS-06", lembar=p.name, sel=str(nomor), baris=nomor, lebih=len(luar)))
        bagian = [(n, k, x) for n, (k, x) in enumerate(zip(kolom, rapi, strict=False), 1) if berkepala[n - 1]]
        asal = isi_baris(penunjuk, hasil, (str(nomor), nomor), bagian, temuan)
        if asal:
            hasil.baris.append(BarisMasukan(nomor, {k: rapi[n - 1] for k, n in asal.items()}))
    return hasil
