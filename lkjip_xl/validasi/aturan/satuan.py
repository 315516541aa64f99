"""Rules of units: percent typed as a fraction, a unit that differs from the row's, units that are not listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from lkjip_xl.inti.bentuk_lain import Bentuk, bentuk_lain
from lkjip_xl.inti.keadaan import baca_keadaan
from lkjip_xl.inti.kunci import PERSEN, kunci_satuan, kunci_teks
from lkjip_xl.inti.satuan import besaran, satuan_bertentangan, satuan_seukuran, tanpa_keterangan
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import Asal, BukuKerja, SelKerja, Tabel
from lkjip_xl.tabel.satuan import bersatuan
from lkjip_xl.validasi.aturan.angka_indikator import BACA_JEJAK, AngkaIndikator, angka_indikator
from lkjip_xl.validasi.aturan.angka_terbilang import sebutan_sel
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

DITETAPKAN = frozenset(
    {"renstra", "tc27", "renja", "lhe_nilai", "lhe_rekomendasi", "riwayat"}
)  # nobody can change these any more
KATA = frozenset({Bentuk.PREDIKAT, Bentuk.TINGKAT})
BELUM_ADA = re.compile(r"\W*(?:belum|blm|tidak|tdk|tanpa|data|menunggu|dalam proses|proses|nihil|tad)\b", re.IGNORECASE)
BERDAMPINGAN = ("target", "realisasi")
RUPIAH = "rupiah"
SEPERATUS = 20.0  # figures of other years that many times as large make a fraction of a percentage
LANGKA = 0.5  # shares of a good thing below this may be small percentages as well as fractions
DIKETIK = frozenset({Asal.ISIAN, Asal.TIMPA})


def ketikan_bersatuan(t: Tabel) -> Iterator[tuple[Rujukan, SelKerja]]:
    """Typed number cells that carry the unit of their row."""
    kolom = {k.nama for k in t.skema.kolom.values() if bersatuan(k)}
    if "satuan" in t.skema.kolom and t.ada:
        letak = (x for x, s in t.sel.items() if x[1] in kolom and s.asal in DIKETIK and x[0] not in t.tulisan)
        for baris, nama in sorted(letak):
            yield Rujukan(t.skema.id, baris, nama), t.sel[baris, nama]


@aturan(
    kode=("AN-06", "AN-10"),
    baca=perlu(indikator="?kode ?indikator ?arah") | BACA_JEJAK | perlu(renstra="?target_akhir"),
    seluruh=True,
)
def satuan_angka(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka bersatuan % tidak ditulis sebagai pecahan, dan satuan di dalam sel sama dengan kolom Satuan."""
    semua, langka = angka_indikator(lapor), set[object]()
    for t in buku.tabel.values():
        for r, s in ketikan_bersatuan(t):
            satuan = lapor.jejak.baris(r.lembar)[r.baris]["satuan"]
            tertulis = tanpa_keterangan(s.bacaan.satuan) if s.bacaan else ""
            if not isinstance(satuan, str) or any(sebutan_sel(s)):
                continue  # the words of the number are no unit (AN-25)
            if tertulis and kunci_satuan(tertulis) != kunci_satuan(satuan):
                gawat = (
                    r.lembar not in DITETAPKAN and satuan_bertentangan(tertulis, satuan) and not _sebesar(t, r, satuan)
                )
                tingkat = Tingkat.PERINGATAN if gawat else Tingkat.CATATAN
                lapor("AN-10", r, tertulis=tertulis, satuan=satuan, tingkat=tingkat)
            elif (
                kunci_satuan(satuan) == PERSEN and not tertulis and isinstance(s.nilai, float) and 0 < abs(s.nilai) <= 1
            ):
                tingkat = _tingkat_pecahan(lapor, semua, r, abs(s.nilai))
                milik = kunci_teks(lapor.jejak.baris(r.lembar)[r.baris].get("kode")) or (r.lembar, r.baris)
                if tingkat is not None and not lapor.pernah(r) and not (tingkat is Tingkat.CATATAN and milik in langka):
                    langka.add(milik)  # a measure of something rare is noted once, not in every year
                    lapor("AN-06", r, usulan=float(f"{s.nilai * 100:.15g}"), tingkat=tingkat)
        for r, x in _pecahan_kolom(t):
            if not lapor.pernah(r):
                lapor("AN-06", r, usulan=float(f"{x * 100:.15g}"), tingkat=Tingkat.PERINGATAN)


def _pecahan_kolom(t: Tabel) -> Iterator[tuple[Rujukan, float]]:
    """Typed figures of a column of percentages that look like fractions, unless the others there are nearly as small.

    "75%" typed into a cell with a number format leaves 0,75 there without any sign of it.
    """
    for k in t.skema.kolom.values():
        if k.jenis == "isian" and k.tipe == "persen" and not bersatuan(k):
            isi = {b: s.nilai for (b, n), s in t.sel.items() if n == k.nama and isinstance(s.nilai, float) and s.nilai}
            besar = [abs(x) for x in isi.values() if abs(x) > 1]
            for b, x in sorted(isi.items()):
                if abs(x) <= 1 and (not besar or median(besar) / abs(x) >= SEPERATUS):
                    yield Rujukan(t.skema.id, b, k.nama), x


def _sebesar(t: Tabel, r: Rujukan, satuan: str) -> bool:
    """Are target and result of a row of rupiah both written in the same juta or miliar, which the row's unit leaves out?"""
    if kunci_satuan(satuan) != RUPIAH or r.kolom not in BERDAMPINGAN:
        return False
    sel = [s for k in BERDAMPINGAN if (s := t.sel.get((r.baris, k))) is not None and s.nilai is not None]
    ditulis = {s.bacaan.satuan if s.bacaan else "" for s in sel}
    kali = besaran(ditulis.pop()) if len(ditulis) == 1 else None
    return kali is not None and kali[1] in ("", RUPIAH)


def _tingkat_pecahan(lapor: Pelapor, semua: AngkaIndikator, r: Rujukan, x: float) -> Tingkat | None:
    """How surely a small percentage is a fraction, by the other figures of its indicator or row; None = it is as small.

    Others that are a hundred times larger say so. Where all are as small, it may well be the measure of something rare:
    more so where less is better.
    """
    isi = lapor.jejak.baris(r.lembar)[r.baris]
    arah = isi.get("arah")
    # sheets of programmes tell the indicator by its name
    senama = lapor.buku.indeks.baris("indikator", "indikator", isi.get("indikator"))
    milik = isi if kunci_teks(isi.get("kode")) in semua or senama is None else lapor.jejak.baris("indikator")[senama]
    kode = kunci_teks(milik.get("kode"))
    if kode in semua:
        lain = [y for s, y in semua[kode] if s != r]
        akhir = lapor.buku.indeks.ambil("renstra", "kode", kode, "target_akhir")
        lain += [akhir] if isinstance(akhir, float) and akhir > 0 else []
        arah = lapor.buku.indeks.ambil("indikator", "kode", kode, "arah")
        hasil = [y for s, y in semua[kode] if s != r and s.kolom.startswith("realisasi")]
        if r.kolom.startswith("realisasi") and kunci_teks(arah).startswith("turun") and hasil and max(hasil) <= 1:
            return Tingkat.CATATAN  # kept far below its target year after year, as it should be
    else:
        lain = [abs(y) for k in BERDAMPINGAN if k != r.kolom and isinstance(y := isi.get(k), float) and y]
    besar = [y for y in lain if y > 1]
    if besar:
        return Tingkat.PERINGATAN if median(besar) / x >= SEPERATUS else None
    langka = bool(lain) and (kunci_teks(arah).startswith("turun") or max(*lain, x) < LANGKA)
    return Tingkat.CATATAN if langka else Tingkat.PERINGATAN


@aturan(kode=("AN-24",), seluruh=True)
def bentuk_seragam(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target dan realisasi satu baris sama-sama angka atau sama-sama kata, kecuali realisasinya memang belum ada."""
    for t in buku.tabel.values():
        if not t.ada or not {"target", "realisasi"} <= t.skema.kolom.keys():
            continue
        for b, isi in lapor.jejak.baris(t.skema.id).items():
            kata = t.bukan_angka(b, "realisasi")
            if (
                not isinstance(isi["target"], float)
                or bentuk_lain(kata) not in KATA
                or BELUM_ADA.match(kata)
                or baca_keadaan(kata)
            ):
                continue
            r = Rujukan(t.skema.id, b, "target")
            lapor("AN-24", r, kata=kata, terkait=[Rujukan(t.skema.id, b, "realisasi")])


@aturan(
    kode=("SU-07",),
    baca=perlu(anggaran="?level ?satuan ?target ?realisasi", renja="?level ?satuan ?target_sesudah"),
)
def satuan_seukuran_di_bawahnya(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris yang mengulang angka baris di atasnya tidak memakai satuan lain dari ukuran yang sama (130 ton dan 130 kg)."""
    for lembar, kolom in (("anggaran", ("target", "realisasi")), ("renja", ("target_sesudah",))):
        baris = [*lapor.jejak.baris(lembar).items()] if buku[lembar].ada else []
        for (a, atas), (b, bawah) in pairwise(baris):
            satuan = [atas["satuan"], bawah["satuan"]]
            sama = all(isinstance(x := atas.get(k), float) and x == bawah.get(k) for k in kolom)
            if (
                sama
                and atas["level"] != bawah["level"]
                and all(isinstance(x, str) for x in satuan)
                and satuan_seukuran(*map(str, satuan))
            ):
                r, sana = Rujukan(lembar, b, "satuan"), Rujukan(lembar, a, "satuan")
                lapor(
                    "SU-07",
                    r,
                    seharusnya=satuan[0],
                    terkait=[sana],
                    sumber=lapor.sebut(sana),
                    tingkat=Tingkat.PERINGATAN,
                )


@aturan(kode=("ST-01",), lembar=("satuan",), baca=perlu(satuan="satuan"), seluruh=True)
def satuan_terdaftar(buku: BukuKerja, lapor: Pelapor) -> None:
    """Satuan yang dipakai ada di lembar Satuan."""
    daftar = buku.indeks.menurut("satuan", "satuan", kunci_satuan)
    if not daftar:
        return
    for t in buku.tabel.values():
        kolom = [k for k in t.skema.kolom.values() if k.pilihan_acuan == ("satuan", "satuan") and t.ada]
        for k in kolom:
            for b, isi in lapor.jejak.baris(t.skema.id).items():
                if isinstance(isi[k.nama], str) and kunci_satuan(isi[k.nama]) not in daftar:
                    lapor("ST-01", Rujukan(t.skema.id, b, k.nama))
