"""Programmes with their money that a table of indicators prints beside them: rows of a sheet of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.rencana.calon import INDIKATOR, Calon
from lkjip_xl.rencana.kolom import petakan_kolom
from lkjip_xl.rencana.model import Peran, PetaKolom, PetaTabel, Yakin
from lkjip_xl.rencana.profil import Profil
from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.tabel.model import Nilai

PENUNJANG = "penunjang"
RUMAH = {"pengukuran": "anggaran", "riwayat": "anggaran", "pk": "pk_program", PENUNJANG: "anggaran"}
"""Sheet of the programmes by the sheet of the indicators they stand beside."""
DIAMBIL = frozenset({"nama", "kode", "sumber_dana", "fisik", "pagu", "anggaran", "realisasi_rp", "serapan", "sisa"})
UANG = frozenset({"pagu", "anggaran", "realisasi_rp"})


def kolom_pendukung(
    tabel: TabelAsing,
    rumah: str,
    calon: Sequence[Calon],
    setelan: Mapping[str, Nilai],
    kolom: Mapping[int, PetaKolom],
    lihat: Mapping[int, Profil],
) -> dict[int, PetaKolom]:
    """Columns of programmes and their money among those nothing else wants; none without a name right of the indicator and an amount."""
    penama = next((n for n, k in kolom.items() if (k.lembar, k.kolom) == (INDIKATOR, INDIKATOR)), None)
    sisa = [k for k in tabel.kolom if kolom[k.nomor].yakin is not Yakin.PASTI]
    if penama is None or not sisa:
        return {}
    bagian = TabelAsing(tabel.judul, tuple(sisa), tabel.baris, tabel.kisi, tabel.kaki)
    milik = petakan_kolom(bagian, [c for c in calon if c.lembar == rumah and c.kolom.nama in DIAMBIL | {"level"}], setelan, tabel.judul, lihat)  # fmt: skip
    hasil = {n: k for n, k in milik.items() if k.lembar == rumah and k.kolom in DIAMBIL and k.yakin is Yakin.PASTI}
    nama = [n for n, k in hasil.items() if k.kolom == "nama"]
    beruang = any(k.kolom in UANG for k in hasil.values())
    if not nama and any((k.lembar, k.kolom) == (PENUNJANG, "nama") for k in kolom.values()):
        return hasil if beruang else {}  # what supports an indicator, with its money
    return hasil if nama and beruang and penama < min(nama) else {}


def di_samping(peta: PetaTabel) -> bool:
    """Do the programmes of a table stand right of a sasaran and an indicator of it?"""
    nama = min((n for n, k in peta.kolom.items() if k.lembar == peta.lembar and k.kolom == "nama"), default=0)
    kiri = {kunci_judul(k.judul).partition(" ")[0] for n, k in peta.kolom.items() if n < nama}
    return {"sasaran", "indikator"} <= kiri


def pisah(peta: PetaTabel) -> tuple[PetaTabel, PetaTabel | None]:
    """The table without the programmes beside its indicators, and those as a table of their own."""
    rumah = RUMAH.get(peta.lembar)
    milik = {n: k for n, k in peta.kolom.items() if rumah and k.lembar == rumah and k.kolom in DIAMBIL}
    if peta.lembar == PENUNJANG and milik:
        return _penunjang(peta, milik)
    if not rumah or not any(k.kolom == "nama" for k in milik.values()):
        return peta, None
    utama = replace(peta, kolom={n: k for n, k in peta.kolom.items() if n not in milik})
    tanpa = {n: k for n, k in peta.kolom.items() if n not in milik and k.peran is not Peran.NOMOR}
    sisa = {n: replace(k, yakin=Yakin.TIDAK, lembar="", kolom="") for n, k in tanpa.items()}
    return utama, replace(peta, lembar=rumah, kolom=milik | sisa)


def _penunjang(peta: PetaTabel, milik: dict[int, PetaKolom]) -> tuple[PetaTabel, PetaTabel]:
    """What supports which indicator, and the same programmes with their money: both by one column of names."""
    utama = replace(peta, kolom={n: k for n, k in peta.kolom.items() if n not in milik})
    rumah = RUMAH[PENUNJANG]
    nama = {n: replace(k, lembar=rumah) for n, k in peta.kolom.items() if (k.lembar, k.kolom) == (PENUNJANG, "nama")}
    return utama, replace(peta, lembar=rumah, kolom=nama | milik)
