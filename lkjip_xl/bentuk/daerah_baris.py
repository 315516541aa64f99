"""Tables with a region a row: indicators across, or the years of the one indicator their caption names; as rows of indicators with a column a region."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lkjip_xl.bentuk.satu_indikator import nama_judul, nama_utuh
from lkjip_xl.bentuk.tahun_baris import tahun_satu
from lkjip_xl.bentuk.terputar import putar
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.ragam_kepala import NOMOR, pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

BARIS_MIN, BERPERSEN = 2, "Persentase Capaian terhadap Target"
HASIL = "Realisasi"  # what figures are that stand below the name of one alone
REALISASI = frozenset({"realisasi", "capaian", "nilai", "angka"})
_DAERAH = re.compile(
    r"(?:provinsi|propinsi|prov\.?|kabupaten|kab\.?|kota) +\S.*|(?:rata-rata |tingkat )?(?:nasional|provinsi|propinsi)|indonesia"
)
_LEVEL = {"provinsi": "Provinsi", "kabupaten": "Kabupaten"}
_NASIONAL = re.compile(r"\bnasional\b|^indonesia$|\bse-? ?indonesia\b")
_KABKOTA = re.compile(r"(?:nama )?(?:kabupaten|kab|daerah|wilayah)(?: (?:dan )?(?:kabupaten )?kota)?")
_KURUNG = re.compile(r"\s*\([^()]*\)\s*$")


def per_daerah(t: TabelAsing, dikenal: Mapping[str, str], sendiri: Collection[str] = ()) -> TabelAsing | None:
    """The table turned, where every row is of a region and every column of an indicator that is known, or of a year of one; None for any other.

    Rows may as well be of offices of the kind of the agency, or of regions by their names alone, where one is the agency's
    own: called as one of `sendiri` is.
    """
    kolom = [k for k in t.kolom if k.jalur and kunci_judul(k.jalur[-1]) not in NOMOR]
    data = t.dalam()
    if len(t.kisi) != 1 or t.terputar or t.letak or len(kolom) < BARIS_MIN or len(data) < BARIS_MIN or not t.sel_kepala:
        return None
    awal, *lain = kolom
    daerah = [daerah_tertulis(b.sel.get(awal.nomor), awal) for b in data]
    pembanding: tuple[str, ...] = ()
    if not all(daerah):
        daerah, pembanding = _sesama([b.sel.get(awal.nomor) for b in data], awal, sendiri)
    if not daerah or any(len(k.jalur) > 1 for k in lain):
        return None
    t = replace(t, pembanding=pembanding)
    if all(nama_setara(_KURUNG.sub("", k.judul)) in dikenal for k in lain):
        milik = [KolomAsing(b.nomor, ((x,) if x and x not in pembanding else tuple(filter(None, (HASIL, x)))))
                 for b, x in zip(data, daerah, strict=True)]  # fmt: skip
        return putar(t, lain, "Indikator", milik)
    kepala = [_berukuran(k) for k in lain]
    nama = nama_utuh(t, nama_judul(t, dict(dikenal))) if all(kepala) else ""
    return _sebaris(t, data, daerah, lain, kepala, nama) if nama else None


def daerah_tertulis(s: SelAsing | None, awal: KolomAsing) -> str:
    """The region a cell names, with the word for its level, which the header may say; "" for anything else."""
    teks = rapikan_spasi(s.teks) if s is not None else ""
    if _DAERAH.fullmatch(kunci_teks(teks)):
        return teks
    level = _LEVEL.get(kunci_judul(awal.jalur[-1]).removeprefix("nama "), "") if awal.jalur else ""
    return f"{level} {teks}" if level and teks.replace(" ", "").isalpha() else ""


def sejenis(teks: str, instansi: str) -> bool:
    """Is a text the name of an office of the kind of the agency: does it begin as its name does, and go on?

    >>> sejenis("Balai Besar Selatan", "Balai Besar Utara"), sejenis("Kecamatan Utara", "Balai Besar Utara")
    (True, False)
    """
    kata, milik = kunci_teks(teks).split(), kunci_teks(instansi).split()
    return len(kata) > 1 and len(milik) > 1 and kata[: len(milik) - 1] == milik[:-1]


def _sesama(
    sel: Sequence[SelAsing | None], awal: KolomAsing, sendiri: Collection[str]
) -> tuple[list[str], tuple[str, ...]]:
    """Of rows of offices or regions, the agency's own among them, whose each is ("" = its own), and which names stand for others."""
    milik = {kunci_teks(x) for x in sendiri if x}
    hasil: list[str] = []
    lain: list[str] = []
    for s in sel:
        teks = rapikan_spasi(s.teks) if s is not None else ""
        rapi = kunci_teks(teks)
        if rapi in milik:
            hasil.append("")
        elif _NASIONAL.search(rapi) is not None:
            hasil.append("Nasional")
        elif x := daerah_tertulis(s, awal):
            hasil.append(x)
        elif any(sejenis(rapi, x) for x in milik) or (
            _KABKOTA.fullmatch(kunci_judul(awal.jalur[-1])) and rapi.replace(" ", "").isalpha()
        ):
            hasil.append(teks)
            lain.append(teks)
        else:
            return [], ()
    return (hasil, tuple(lain)) if hasil.count("") == 1 else ([], ())


def _berukuran(k: KolomAsing) -> str:
    """What a column of an indicator is: its year, or what is measured in it; "" for anything else."""
    if tahun := tahun_satu(k.judul):
        return f"Realisasi Tahun {tahun}"
    pokok = {*pokok_kepala(re.sub(rf"\b(?:tahun )?{ANGKA_TAHUN}\b", "", kunci_teks(_KURUNG.sub("", k.judul)))).split()}
    return k.judul if pokok and pokok <= REALISASI | {"target"} else ""


def _sebaris(
    t: TabelAsing, data: Sequence[BarisAsing], daerah: Sequence[str], lain: Sequence[KolomAsing], kepala: Sequence[str], nama: str
) -> TabelAsing:  # fmt: skip
    """One row of the indicator with a column for each cell."""
    berhasil = "realisasi" in map(pokok_kepala, kepala)
    sel = [((b.nomor, k.nomor), replace(k, jalur=_jalur(h, d, berhasil=berhasil), gabung=()), s)
           for b, d in zip(data, daerah, strict=True) for k, h in zip(lain, kepala, strict=True)
           if (s := b.sel.get(k.nomor)) is not None]  # fmt: skip
    kolom = tuple(replace(k, nomor=n) for n, (_, k, _) in enumerate(sel, 1))
    baris = BarisAsing(data[0].nomor, "data", {n: s for n, (_, _, s) in enumerate(sel, 1)})
    letak = {n: x for n, (x, _, _) in enumerate(sel, 1)}
    return replace(t, kolom=kolom, baris=(baris,), letak=letak, indikator=nama)


def _jalur(kepala: str, daerah: str, *, berhasil: bool) -> tuple[str, ...]:
    """The header of a cell; beside what another one realised, its capaian is the share of its target, which has no place."""
    if daerah and berhasil and pokok_kepala(kepala) == "capaian":
        return (f"{BERPERSEN} {daerah}",)
    return (kepala, daerah) if daerah else (kepala,)
