"""What an agency works with, for Bab I: its staff, its assets, its budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.ringkasan.belanja_tahunan import anggaran_belanja
from lkjip_xl.ringkasan.kepala import tahun_laporan
from lkjip_xl.ringkasan.model import BarisRingkas, TabelRingkas
from lkjip_xl.ringkasan.pegawai_silang import pegawai_silang
from lkjip_xl.ringkasan.tahun_lalu import belanja_tahun
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bahan import Bahan, teks_nilai, terisi
from lkjip_xl.word.bilangan import ada, hitungan, rangkai, uang
from lkjip_xl.word.masukan import tanpa_kolom
from lkjip_xl.word.naskah import Balok, Isian, Paragraf, Tabel
from lkjip_xl.word.tabel_masukan import tabel_masukan

BEBERAPA = 2  # rows there must be to be added up
SEBUT_PALING_BANYAK = 4  # items of a dimension told in a sentence; the table below has them all


def pegawai(b: Bahan) -> Iterator[Balok]:
    """Of each dimension how many there are, and its table or crosstabs."""
    rekaman = b.rekaman("pegawai")
    if not rekaman:
        yield Isian(f"Isi lembar {b.buku['pegawai'].lembar}: pegawai menurut jabatan, golongan, dan pendidikan.")
        return
    for dimensi in dict.fromkeys(r["dimensi"] for r in rekaman):
        milik = [r for r in rekaman if r["dimensi"] == dimensi]
        sebutan = teks_nilai(dimensi) if terisi(dimensi) else ""
        if sebutan and (teks := _kalimat_pegawai(sebutan, milik)):
            yield Paragraf(teks, kunci=sebutan)
        silang = pegawai_silang(b.buku, milik, sebutan or "Jabatan")
        if silang:
            yield from (Tabel(t, t.judul) for t in silang)
            continue
        judul = f"Pegawai menurut {sebutan}" if sebutan else "Pegawai"
        kolom = [k for k in b.buku["pegawai"].skema.kolom if k != "dimensi"]
        t = tabel_masukan(b, "pegawai", judul, kolom=kolom, saring=lambda r, d=dimensi: r["dimensi"] == d)
        yield Tabel(_dengan_jumlah(t), sebutan)


def _dengan_jumlah(t: TabelRingkas) -> TabelRingkas:
    """Closed by its sums where nobody typed them: of the columns in which every row has a number, with the total they make."""
    if len(t.baris) < BEBERAPA or any(r.gaya != "biasa" for r in t.baris):
        return t
    isi = {k.nama: [x for r in t.baris if ada(x := r.nilai.get(k.nama))] for k in t.kolom}
    jumlah: dict[str, Nilai] = {k: sum(x) for k, x in isi.items() if len(x) == len(t.baris)}
    if "jumlah" not in jumlah or "uraian" not in isi:
        return t
    return replace(t, baris=(*t.baris, BarisRingkas({"uraian": "Jumlah", **jumlah}, "jumlah")))


def _kalimat_pegawai(sebutan: str, milik: Sequence[Mapping[str, Nilai]]) -> str:
    """Their number, typed or added up, with the need for them or with what it is made of; "" where no number is sure."""
    rinci = [r for r in milik if not baris_jumlah(r["uraian"])]
    total = next((r for r in milik if baris_jumlah(r["uraian"])), None)
    angka = [x for r in rinci if ada(x := r["jumlah"])]
    if total is None and len(angka) == len(rinci) and len(rinci) > 1:
        total = {"jumlah": sum(angka)}
    if total is None or not ada(total["jumlah"]):
        return ""
    isi = {"dimensi": sebutan.lower(), "jumlah": hitungan(total["jumlah"])}
    if ada(perlu := total.get("kebutuhan")):
        return kalimat("sumberdaya.kebutuhan", **isi, kebutuhan=hitungan(perlu))
    nama = [teks_nilai(r["uraian"]) for r in rinci if terisi(r["uraian"])]
    ringkas = 1 < len(rinci) <= SEBUT_PALING_BANYAK and len(angka) == len(rinci) == len(set(nama))
    if not ringkas or any(terisi(r[k]) for r in rinci for k in ("golongan", "pendidikan")):
        return kalimat("sumberdaya.pegawai", **isi)
    butir = [
        kalimat("sumberdaya.rincian_butir", jumlah=tulis(x, 0), uraian=n) for x, n in zip(angka, nama, strict=True)
    ]
    return kalimat("sumberdaya.rincian", **isi, daftar=rangkai(butir))


def aset(b: Bahan) -> Iterator[Balok]:
    """The value of the assets, and their table."""
    rekaman = b.rekaman("aset")
    if not rekaman:
        yield Isian(f"Isi lembar {b.buku['aset'].lembar}: barang milik daerah yang dikelola.")
        return
    total = next((r for r in rekaman if baris_jumlah(r["nama"])), {})
    awal, akhir = total.get("saldo_awal"), total.get("saldo_akhir")
    if ada(akhir) and ada(awal):
        yield Paragraf(kalimat("sumberdaya.aset", akhir=uang(akhir), awal=uang(awal)))
    yield Tabel(tabel_masukan(b, "aset", f"Sarana dan Prasarana Tahun {b.tahun}"))


def sumber_keuangan(b: Bahan) -> Iterator[Balok]:
    """The budget of the year against last year's, and by kind of spending; nothing where the workbook has neither."""
    if tanpa_kolom(b, "Realisasi Anggaran"):
        return
    pagu = b.alokasi.rupiah(b.alokasi.program()).pagu
    if ada(pagu):
        isi = {"instansi": b.instansi, "tahun": b.tahun, "pagu": uang(pagu)}
        yield Paragraf(kalimat("sumberdaya.anggaran", **isi, lalu=_lalu(b, pagu)))
    if (t := anggaran_belanja(b.buku)) is not None:
        yield Tabel(t, "anggaran")


def _lalu(b: Bahan, pagu: float) -> str:
    """How it differs from last year's, where Belanja has both and says the same of this year."""
    dulu, kini = (belanja_tahun(b.buku, k) for k in (-1, 0))
    if dulu is None or not ada(dulu.pagu) or (kini is not None and kini.pagu != pagu):
        return ""
    beda = pagu - dulu.pagu
    arah = "tetap" if beda == 0 else "naik" if beda > 0 else "turun"
    isi = {"selisih": uang(abs(beda))} if beda else {}
    return kalimat(f"sumberdaya.anggaran_{arah}", tahun_lalu=tahun_laporan(b.buku, -1), **isi)
