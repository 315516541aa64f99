"""Bab II: Renstra, IKU, Renja and Perjanjian Kinerja, with what its revision changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.alokasi import tingkat
from lkjip_xl.ringkasan.desimal import desimal_warisan
from lkjip_xl.ringkasan.kaskade import keterkaitan
from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.ringkasan.perjanjian import MURNI, PERUBAHAN, jumlah_anggaran, kepala_pk, sama_target, versi_pk
from lkjip_xl.ringkasan.pk_lengkap import pk_lengkap
from lkjip_xl.ringkasan.strategi import tabel_dukungan, tabel_strategi
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bagian import belum_ada
from lkjip_xl.word.bahan import Bahan, teks_nilai, terisi
from lkjip_xl.word.bilangan import besaran, hitungan, rangkai, uang
from lkjip_xl.word.gambar_luar import POHON, gambar_luar
from lkjip_xl.word.gambar_pohon import pohon_kinerja
from lkjip_xl.word.masukan import tanpa_kolom
from lkjip_xl.word.naskah import Balok, Judul, Paragraf, Tabel
from lkjip_xl.word.renstra import tabel_renstra
from lkjip_xl.word.tabel_bebas import tabel_bebas
from lkjip_xl.word.tabel_masukan import VERSI_PK, dengan_jumlah, jumlah_program, tabel_masukan
from lkjip_xl.word.tulisan import tulisan


def bab_dua(b: Bahan) -> Iterator[Balok]:
    """Chapter II as blocks."""
    yield Judul("BAB II PERENCANAAN KINERJA")
    yield Judul("A. Rencana Strategis", 2)
    ajakan = "Tulis visi, misi, dan keterkaitannya dengan tujuan dan sasaran organisasi."
    yield from tulisan(b, "Visi dan misi", ajakan)
    if (t := keterkaitan(b.buku)) is not None:
        yield Tabel(t, "keterkaitan")
    if b.rekaman("renstra"):
        yield from tabel_renstra(b)
    else:
        yield from belum_ada(b, "renstra", ": target tahunan Renstra.")
    strategi, dukungan = tabel_strategi(b.buku), tabel_dukungan(b.buku)
    ajakan = (
        "" if strategi else "Tulis strategi dan arah kebijakan tiap sasaran, atau isi lembar Strategi dan Dukungan."
    )
    yield from tulisan(b, "Strategi dan kebijakan", ajakan)
    if strategi:
        yield Tabel(strategi, "strategi")
    if dukungan:
        yield Tabel(dukungan, "dukungan")
    yield from gambar_luar(b, POHON)
    yield from pohon_kinerja(b)
    yield Judul("B. Indikator Kinerja Utama", 2)
    yield from _lembar(b, "iku", "Indikator Kinerja Utama", "definisi operasional dan formulasi IKU")
    yield Judul("C. Rencana Kerja", 2)
    yield from _renja(b)
    yield Judul("D. Perjanjian Kinerja", 2)
    yield from _pk(b)
    yield from _pk_program(b)
    yield from tabel_bebas(b, "Perencanaan")


def _lembar(b: Bahan, id_lembar: str, judul: str, isi: str) -> Iterator[Balok]:
    if b.rekaman(id_lembar):
        yield Tabel(tabel_masukan(b, id_lembar, judul))
    else:
        yield from belum_ada(b, id_lembar, f": {isi}.")


def _hanya_program(r: Mapping[str, Nilai]) -> bool:
    t = tingkat(r["level"])
    return t is None or t <= KEDALAMAN_PROGRAM


def _renja(b: Bahan) -> Iterator[Balok]:
    """The programmes; activities and sub-activities are in the annex."""
    judul = f"Program dalam Rencana Kerja Tahun {b.tahun}"
    if any(_hanya_program(r) for r in b.rekaman("renja")):
        t = tabel_masukan(b, "renja", judul, saring=_hanya_program)
        yield Tabel(dengan_jumlah(t, jumlah_program(b, "renja")))
    else:
        yield from _lembar(b, "renja", judul, "program, target, dan pagu Renja")


def _pk(b: Bahan) -> Iterator[Balok]:
    ada_versi = versi_ada(b)
    if not ada_versi:
        yield from _lembar(b, "pk", "Perjanjian Kinerja", "target Perjanjian Kinerja")
        return
    for v in ada_versi[:-1]:
        yield Tabel(tabel_pk(b, v), v)
    terakhir = ada_versi[-1]  # in force; the annex has all its columns
    lengkap = None if tanpa_kolom(b, "Program Penunjang") else pk_lengkap(b.buku, terakhir, judul_pk(b, terakhir))
    yield Tabel(lengkap or tabel_pk(b, terakhir), terakhir)
    if MURNI in ada_versi and PERUBAHAN in ada_versi:
        yield Paragraf(" ".join(kalimat_perubahan(b)))


def versi_ada(b: Bahan) -> list[str]:
    """The versions of the agreement the workbook has, in their order."""
    return [v for v in VERSI_PK if any(versi_pk(r) == v for r in b.rekaman("pk"))]


def judul_pk(b: Bahan, versi: str) -> str:
    """Title of its table."""
    return f"{VERSI_PK[versi]} {b.instansi} Tahun {b.tahun}"


def tabel_pk(b: Bahan, versi: str) -> TabelRingkas:
    """The indicators and targets of one version."""
    kolom = [k for k in b.buku["pk"].skema.kolom if k != "versi" and not b.buku["pk"].skema.kolom[k].tersembunyi]
    t = tabel_masukan(b, "pk", judul_pk(b, versi), kolom=kolom, saring=lambda r: versi_pk(r) == versi)
    kepala = kepala_pk(b.buku, (r["kode"] for r in b.rekaman("pk") if versi_pk(r) == versi))
    return replace(t, kolom=tuple(replace(k, judul=kepala) if k.nama == "sasaran" else k for k in t.kolom))


def kalimat_perubahan(b: Bahan) -> list[str]:
    """What the revised agreement changed: old and new target, with the reason noted beside it, new and dropped ones."""
    t = b.buku["pk"]
    lama, baru = (
        {
            kunci_teks(r["kode"]): (letak, r)
            for letak, r in t.rekaman()
            if versi_pk(r) == v and isinstance(r["kode"], str)
        }
        for v in (MURNI, PERUBAHAN)
    )
    butir = []
    for kode in [k for k in baru if k in lama]:
        (letak_lama, r_lama), (letak_baru, r_baru) = lama[kode], baru[kode]
        if (
            sama_target(r_lama["target"], r_baru["target"])
            or not terisi(r_lama["target"])
            or not terisi(r_baru["target"])
        ):
            continue
        sebut = {
            n: besaran(r["target"], desimal_warisan(b.buku, t, letak, "target"), r["satuan"])
            for n, letak, r in (("lama", letak_lama, r_lama), ("baru", letak_baru, r_baru))
        }
        alasan = r_baru["keterangan"]
        isi = sebut | {"indikator": _nama(r_baru)} | ({"alasan": str(alasan)} if terisi(alasan) else {})
        butir.append(kalimat("perencanaan.pk_alasan" if terisi(alasan) else "perencanaan.pk_butir", **isi))
    hasil = []
    if butir:
        hasil.append(kalimat("perencanaan.pk_berubah", jumlah=hitungan(len(butir)), daftar=rangkai(butir, ";")))
    elif lama.keys() & baru.keys():
        hasil.append(kalimat("perencanaan.pk_sama"))
    for kunci, ini, lain in (("pk_baru", baru, lama), ("pk_hilang", lama, baru)):
        hanya = [_nama(r) for k, (_, r) in ini.items() if k not in lain]
        if hanya:
            hasil.append(kalimat(f"perencanaan.{kunci}", daftar=rangkai(hanya, ";")))
    return hasil


def _nama(r: Mapping[str, Nilai]) -> str:
    return teks_nilai(r["indikator"] if terisi(r["indikator"]) else r["kode"])


def _pk_program(b: Bahan) -> Iterator[Balok]:
    """Programmes of the agreement by version, with the sum of their budgets."""
    rekaman = b.rekaman("pk_program")
    kolom = [k.nama for k in b.buku["pk_program"].skema.kolom.values() if not k.tersembunyi and k.nama != "versi"]
    for v in [v for v in VERSI_PK if any(versi_pk(r) == v for r in rekaman)]:

        def milik(r: Mapping[str, Nilai], v: str = v) -> bool:
            return versi_pk(r) == v and tingkat(r["level"]) in (None, KEDALAMAN_PROGRAM)

        jumlah = jumlah_anggaran(b.buku, v)
        if any(milik(r) for r in rekaman):
            judul = f"Program dan Anggaran {VERSI_PK[v]} Tahun {b.tahun}"
            t = tabel_masukan(b, "pk_program", judul, kolom=kolom, saring=milik)
            yield Tabel(dengan_jumlah(t, {} if jumlah is None else {"anggaran": jumlah}), v)
        elif jumlah is not None:
            yield Paragraf(kalimat("perencanaan.pagu", versi=VERSI_PK[v], jumlah=uang(jumlah)), kunci=v)
