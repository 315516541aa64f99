"""What a source hints at about new indicators: arah, sifat and desimal are proposed, never taken without a yes.

A name may tell the direction (schemas/kata_arah.yaml), a printed capaian the formula it follows, targets whether they rise
or fall, a year's figure whether it is the sum of its quarters. Hints that disagree are told and nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from lkjip_xl.inti.bacaan import Bacaan, baca_rentang
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_satuan
from lkjip_xl.inti.rumus import Arah, TakTerdefinisi, bulat, capaian
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.rencana.model import Letak, Pertanyaan, PetaTabel, Rencana
from lkjip_xl.rencana.papan import Papan
from lkjip_xl.rencana.register import Indikator
from lkjip_xl.skema.kata_arah import kata_arah
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import BukuKerja, Nilai, SelKerja
from lkjip_xl.tabel.triwulan import ID_TRIWULAN

IND, UKUR, RENSTRA = "indikator", "pengukuran", "renstra"
DIPILIH = ("arah", "sifat")
TERAKHIR = frozenset({kunci_satuan("%"), kunci_satuan("indeks")})
"""Units whose figures add up to nothing."""
SEBUT_MAKS = 5
BERENTANG = "target yang berupa rentang"  # no other formula takes one
Petunjuk = list[tuple[str, str]]  # value and why


def usulkan(papan: Papan, baru: Mapping[int, tuple[Indikator, PetaTabel]]) -> None:
    """Ask about every blank of the new indicators that something hints at; baru: by row of the sheet Indikator."""
    if not baru:
        return
    buku = papan.hitung()
    cetak = {letak: baca_kolom(x.sel.teks) for x, letak, _ in papan.tunda}
    for i, peta in baru.values():
        semua = {"arah": _arah(buku, i, cetak), "sifat": _sifat(buku, i, cetak), "desimal": _desimal(buku, i, cetak)}
        for kolom, petunjuk in semua.items():
            t = buku[IND]
            if kolom in t.letak and (i.baris, kolom) not in t.sel and petunjuk:
                _tanya(papan, peta, i, kolom, petunjuk)
    papan.hasil.tersisa = {
        k: kosong
        for k in DIPILIH
        if (kosong := [i.kode for i, _ in baru.values() if (i.baris, k) not in papan.buku[IND].sel])
    }


def kalimat_tersisa(rencana: Rencana) -> Temuan | None:
    """What is left to be chosen on the sheet Indikator for the indicators that were made."""
    if not rencana.tersisa:
        return None
    t = rencana.buku[IND]
    daftar = "; ".join(f"{t.skema.kolom[k].judul} untuk {_sebut(kode)}" for k, kode in rencana.tersisa.items())
    return buat_temuan("AB-22", lembar=t.lembar, daftar=daftar)


def _sebut(kode: list[str]) -> str:
    sisa = len(kode) - SEBUT_MAKS
    return ", ".join(kode[:SEBUT_MAKS]) + (f" dan {sisa} lagi" if sisa > 0 else "")


def _tanya(papan: Papan, peta: PetaTabel, i: Indikator, kolom: str, petunjuk: Petunjuk) -> None:
    k = papan.buku[IND].skema.kolom[kolom]
    nilai = _sepakat(petunjuk)
    sebab = ", ".join(f"{x} menurut {y}" for x, y in petunjuk) if nilai is None else ", ".join(y for _, y in petunjuk)
    id_, tujuan = f"{peta.nomor}!{i.kode}.{kolom}", f"{papan.buku[IND].lembar}: {k.judul}"
    if nilai is None:
        told = Pertanyaan(id_, "usulan", peta.tempat, i.nama, tujuan, "", f"petunjuk berbeda: {sebab}", False, True)
        papan.hasil.pertanyaan.append(told)
    elif papan.tanya(
        id_,
        "usulan",
        peta,
        sebab == BERENTANG,
        bagian=i.nama,
        tujuan=f"{tujuan} = {nilai}",
        keterangan=f"{'pasti' if sebab == BERENTANG else 'ragu'}; menurut {sebab}",
    ):
        papan.turunan((IND, i.baris, kolom), nilai, f"usulan menurut {sebab}")
    elif kolom == "arah":
        papan.arah[i.kode] = nilai


def _sepakat(petunjuk: Petunjuk) -> str | None:
    """The one value all hints allow; what says turun does not say which of its two formulas."""
    nilai = {x for x, _ in petunjuk}
    return "turun-rasio" if nilai == {"turun", "turun-rasio"} else nilai.pop() if len(nilai) == 1 else None


def _arah(buku: BukuKerja, i: Indikator, cetak: Mapping[Letak, Bacaan]) -> Petunjuk:
    hasil: Petunjuk = []
    if (kata := kata_arah().pokok(i.nama)) is not None:
        hasil.append((kata[0], f'kata "{kata[1]}"'))
    for b in _baris(buku, UKUR, i):
        r = buku[UKUR].isi(b)
        if isinstance(r.get("target"), str) and baca_rentang(r["target"]) is not None:
            return [(Arah.RENTANG.value, BERENTANG)]
        cocok = [
            a.value
            for a in (Arah.NAIK, Arah.TURUN, Arah.TURUN_RASIO)
            if _secetak(r, a, cetak.get((UKUR, b, "capaian")))
        ]
        if len(cocok) == 1:
            hasil.append((cocok[0], "capaian tercetak"))
    target = _target(buku, i)
    beda = {(y > x) - (y < x) for x, y in pairwise(target)} - {0}
    if len(target) > 2 and len(beda) == 1:
        hasil.append(("naik" if beda == {1} else "turun", "target Renstra dari tahun ke tahun"))
    return hasil


def _secetak(r: Mapping[str, Nilai], arah: Arah, tercetak: Bacaan | None) -> bool:
    """Does the formula of a direction give the capaian as printed?"""
    t, n = r.get("target"), r.get("realisasi")
    if not isinstance(t, float) or not isinstance(n, float) or tercetak is None or tercetak.nilai is None:
        return False
    try:
        return abs(bulat(capaian(t, n, arah), tercetak.desimal or 0) - tercetak.nilai) < 1e-9
    except TakTerdefinisi:
        return False


def searah(buku: BukuKerja, letak: Letak, s: SelKerja, arah: str) -> bool:
    """Is a printed capaian what the formula of a proposed direction gives?"""
    if letak[0] != UKUR or letak[2] != "capaian" or not isinstance(s.nilai, float):
        return False
    return _secetak(buku[UKUR].isi(letak[1]), Arah(arah), Bacaan(s.nilai, desimal=s.desimal))


def _sifat(buku: BukuKerja, i: Indikator, cetak: Mapping[Letak, Bacaan]) -> Petunjuk:
    hasil: Petunjuk = []
    s = buku[IND].sel.get((i.baris, "satuan"))
    if s is not None and isinstance(s.nilai, str) and kunci_satuan(s.nilai) in TERAKHIR:
        hasil.append(("akhir", f"satuan {s.nilai}"))
    target = _target(buku, i)
    for b in _baris(buku, RENSTRA, i):
        akhir = cetak.get((RENSTRA, b, "target_akhir"))
        hasil += _gabungan(target, akhir.nilai if akhir is not None else None, "target akhir Renstra")
    for bidang, lembar in (("realisasi", UKUR), ("target", "pk")):
        tw = (
            {str(r["tw"]): r[bidang] for _, r in buku[ID_TRIWULAN].rekaman() if r["kode"] == i.kode}
            if buku[ID_TRIWULAN].ada
            else {}
        )
        angka = [x for k in ("I", "II", "III", "IV") if isinstance(x := tw.get(k), float)]
        for b in _baris(buku, lembar, i) if len(angka) == 4 else ():
            setahun = buku[lembar].sel.get((b, bidang))
            hasil += _gabungan(angka, setahun.nilai if setahun is not None else None, f"{bidang} triwulan dan setahun")
    return hasil


def _gabungan(bagian: list[float], seluruh: object, sebab: str) -> Petunjuk:
    """How several figures make up one, where only one way does."""
    if len(bagian) < 2 or not isinstance(seluruh, float):
        return []
    cara = {"jumlah": sum(bagian), "akhir": bagian[-1], "rata-rata": sum(bagian) / len(bagian)}
    cocok = [k for k, x in cara.items() if abs(x - seluruh) <= 1e-9 * max(1.0, abs(seluruh))]
    return [(cocok[0], sebab)] if len(cocok) == 1 else []


def _desimal(buku: BukuKerja, i: Indikator, cetak: Mapping[Letak, Bacaan]) -> Petunjuk:
    """More decimals than the settings give, in a printed capaian that the workbook's own result has, too."""
    baku = buku.setelan.get("DesimalCapaian")
    for b in _baris(buku, UKUR, i):
        x, hitungan = cetak.get((UKUR, b, "capaian")), buku[UKUR].isi(b).get("capaian")
        if x is None or x.nilai is None or not isinstance(baku, float) or not isinstance(hitungan, float):
            continue
        if x.desimal is not None and x.desimal > baku and abs(bulat(hitungan, x.desimal) - x.nilai) < 1e-9:
            return [(str(x.desimal), "desimal capaian tercetak")]
    return []


def _baris(buku: BukuKerja, lembar: str, i: Indikator) -> Iterator[int]:
    yield from buku.indeks.semua(lembar, "kode", i.kode)


def _target(buku: BukuKerja, i: Indikator) -> list[float]:
    """The targets of the Renstra from its first year."""
    for b in _baris(buku, RENSTRA, i):
        r = buku[RENSTRA].isi(b)
        return [x for n in range(1, 7) if isinstance(x := r.get(f"target_{n}"), float)]
    return []
