"""The performance agreement: its budget by version, and what its revision changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkjip_xl.inti.bacaan import baca_rentang
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.alokasi import tingkat
from lkjip_xl.ringkasan.desimal import desimal_warisan
from lkjip_xl.ringkasan.indikator import kamus_indikator, kepala_sasaran, nilai_tampak
from lkjip_xl.ringkasan.kepala import sumber, tahun_laporan
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, gabung_sama, kolom_berisi
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

MURNI, PERUBAHAN = "murni", "perubahan"


def versi_pk(r: Mapping[str, Nilai]) -> str:
    """The version a row of PK or PK Program belongs to: murni where it says none."""
    return kunci_teks(r["versi"]) or MURNI


def jumlah_anggaran(buku: BukuKerja, versi: str) -> float | None:
    """Rupiah of the programmes of a version; None where none of them has any."""
    milik = [r for _, r in buku["pk_program"].rekaman() if versi_pk(r) == versi]
    ada = [
        x for r in milik if tingkat(r["level"]) == KEDALAMAN_PROGRAM and isinstance(x := r["anggaran"], (int, float))
    ]
    return sum(ada) if ada else None


def sama_target(a: Nilai, b: Nilai) -> bool:
    """Are these the same target, however a range or a word was typed?

    >>> sama_target("32 - 42", "32–42"), sama_target("bb", "BB"), sama_target("32–42", "32–43"), sama_target(5.0, None)
    (True, True, False, False)
    """
    if not isinstance(a, str) or not isinstance(b, str):
        return a == b
    return kunci_teks(a) == kunci_teks(b) or ((batas := baca_rentang(a)) is not None and batas == baca_rentang(b))


def kepala_pk(buku: BukuKerja, kode: Iterable[Nilai]) -> str:
    """Head of the column of statements in a table of the indicators of these kode."""
    kamus = kamus_indikator(buku)
    return kepala_sasaran([kamus[k].jenjang for x in kode if (k := kunci_teks(x)) in kamus])


@per_buku
def perubahan_pk(buku: BukuKerja) -> TabelRingkas | None:
    """Old and new target of every indicator whose target the revised agreement changed, added or dropped, with the reason.

    None where there are not both versions, or nothing changed.
    """
    t = buku["pk"]
    lama, baru = (
        {kunci_teks(r["kode"]): (b, r) for b, r in t.rekaman() if versi_pk(r) == v and isinstance(r["kode"], str)}
        for v in (MURNI, PERUBAHAN)
    )
    baris = []
    for kode in dict.fromkeys([*baru, *lama]) if lama and baru else ():
        nilai: dict[str, Nilai] = {}
        desimal: dict[str, int] = {}
        for kolom, milik in (("semula", lama), ("menjadi", baru)):
            if kode in milik:
                b, r = milik[kode]
                nilai |= {k: r[k] for k in ("kode", "sasaran", "indikator", "satuan", "keterangan")}
                nilai[kolom] = nilai_tampak(t, b, "target")
                desimal |= {kolom: d} if (d := desimal_warisan(buku, t, b, "target")) is not None else {}
        if not sama_target(nilai.get("semula"), nilai.get("menjadi")):
            baris.append(BarisRingkas(nilai, desimal=desimal))
    if not baris:
        return None
    kolom = (
        KolomRingkas("sasaran", kepala_pk(buku, (r.nilai.get("kode") for r in baris)), lebar=30),
        KolomRingkas("indikator", "Indikator Kinerja", lebar=36, tetap=True),
        KolomRingkas("satuan", "Satuan", "pilihan", 13),
        KolomRingkas("semula", "Semula", "angka", 11, kelompok="Target", tetap=True),
        KolomRingkas("menjadi", "Menjadi", "angka", 11, kelompok="Target", tetap=True),
        KolomRingkas("keterangan", "Alasan", lebar=32),
    )
    return TabelRingkas(
        lembar=t.lembar, nomor="", judul=f"Perubahan Target Perjanjian Kinerja Tahun {tahun_laporan(buku)}".strip(), sumber=sumber(buku, "pk"),
        satuan="target dalam satuan indikator", catatan=(), kolom=kolom_berisi(kolom, baris), baris=tuple(baris),
        gabung=tuple(gabung_sama(baris, ["sasaran"] if any("sasaran" in x.nilai for x in baris) else [], [x.nilai.get("sasaran") for x in baris])),
    )  # fmt: skip
