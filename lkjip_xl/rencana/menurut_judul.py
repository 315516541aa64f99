"""What the caption of a table, or a line above it, says of all its rows and no column does: the version, the quarter, another year."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.bentuk.waktu_kepala import triwulan_tabel
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.padan.tahun import tahun_kepala, tahun_tabel
from lkjip_xl.rencana.bagian_tabel import kata_bagian
from lkjip_xl.rencana.calon import PEMILIK
from lkjip_xl.rencana.model import PetaTabel
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.tabel.model import ANGKA, BukuKerja

BERTAHUN = frozenset({"lhe_nilai", "lhe_rekomendasi"})  # a year a row, that of the evaluation
DIMENSI = "dimensi"  # of staff: the header above what is counted says it
TAHUN = "tahun"
PERUBAHAN = ("perubahan", "sesudah", "setelah")


def bawaan_judul(buku: BukuKerja, p: PetaTabel) -> None:
    """Give the table the cells its caption says, and figures of another year that year where their rows are of single ones."""
    p.bawaan = _bawaan(buku, buku.skema.lembar[p.lembar], p)
    tahun = tahun_tabel(p.tabel, buku.setelan)
    if tahun in (None, buku.setelan.get("TahunLaporan")):
        return
    for n, k in p.kolom.items():
        milik = buku.skema.lembar[k.lembar].kolom if k.lembar else {}
        sendiri = TAHUN in dict(k.kunci) or tahun_kepala(k.judul, buku.setelan) is not None
        if TAHUN not in milik or sendiri or p.nomor_kolom(k.lembar, TAHUN) is not None or k.lembar in BERTAHUN:
            continue
        if (x := milik.get(k.kolom)) is not None and x.tipe in ANGKA:
            p.kolom[n] = replace(k, kunci=(*k.kunci, (TAHUN, str(tahun))))


def _bawaan(buku: BukuKerja, s: SkemaLembar, p: PetaTabel) -> dict[str, str]:
    """The version a table is of, where no column says it: by its caption."""
    if DIMENSI in s.kolom and p.nomor_kolom(s.id, DIMENSI) is None:
        k = next((k for k in p.kolom.values() if (k.lembar, k.kolom) == (s.id, "uraian")), None)
        return {DIMENSI: PEMILIK.sub("", rapikan_spasi(k.judul))} if k and kunci_judul(k.judul) != "uraian" else {}
    if s.id in BERTAHUN and p.nomor_kolom(s.id, "tahun") is None:
        return {"tahun": str(tahun)} if (tahun := tahun_tabel(p.tabel, buku.setelan)) is not None else {}
    if "tw" in s.kolom and p.nomor_kolom(s.id, "tw") is None:
        return {"tw": tw} if (tw := triwulan_tabel(p.tabel)) else {}
    k = s.kolom.get("versi")
    if k is None or p.nomor_kolom(s.id, "versi") is not None:
        return {}
    kata = kunci_judul(f"{kata_bagian(s, p.tabel)} {p.tabel.judul}").split()
    ubah = any(x in kata for x in PERUBAHAN) and "sebelum" not in kata
    if "murni" in k.pilihan:
        rkt = "rkt" in kata or "rencana kinerja tahunan" in " ".join(kata)
        return {"versi": "RKT" if rkt else "perubahan" if ubah else "murni"}
    return {"versi": "sebelum" if "sebelum" in kata else "sesudah"}
