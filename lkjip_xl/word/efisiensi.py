"""Comparison 6: the budget behind each sasaran or indicator against its capaian, and the verdict on it."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.pilihan import Metode
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan.alokasi import Rupiah
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import IMPAS, RUMUS, metode
from lkjip_xl.ringkasan.efisiensi_sasaran import Satuan, hasil_satuan, satuan_hitung
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bagian import belum_ada, tabel_ringkasan
from lkjip_xl.word.bahan import Bahan, nama, nama_sasaran
from lkjip_xl.word.bilangan import ada, persen, uang
from lkjip_xl.word.gambar import gambar
from lkjip_xl.word.naskah import Balok, Paragraf


def efisiensi_sumber_daya(b: Bahan) -> Iterator[Balok]:
    """Table, chart, and a sentence per sasaran or indicator as BasisEfisiensi says; then the total and the method."""
    if not b.rekaman("penunjang") or not b.alokasi.baris or not b.indikator:
        kosong = next((i for i in ("pengukuran", "anggaran", "penunjang") if not b.rekaman(i)), "pengukuran")
        yield from belum_ada(b, kosong, " agar efisiensi dapat dihitung.")
        return
    yield from tabel_ringkasan(b, "Efisiensi Sasaran")
    yield from gambar(b, "Efisiensi Sasaran")
    if metode(b.buku) is not Metode.TIDAK:
        for _, satuan in satuan_hitung(b.buku):
            for s in satuan:
                yield Paragraf(kalimat_satuan(b, s), kunci=_kunci(b, s))
    yield Paragraf(" ".join(kalimat_total(b)))
    yield from tabel_ringkasan(b, "Efisiensi Program")


def kalimat_satuan(b: Bahan, s: Satuan) -> str:
    """What is said about the efficiency of one unit of account."""
    capaian, rp, efisiensi = hasil_satuan(b.buku, s)
    per_sasaran = b.buku.setelan.get("BasisEfisiensi") != "indikator"
    x = s.indikator[0]
    pokok = kalimat(
        f"efisiensi.{'sasaran' if per_sasaran else 'indikator'}", nama=nama_sasaran(x) if per_sasaran else nama(x)
    )
    if not s.baris:
        return kalimat("efisiensi.tanpa_program", pokok=pokok)
    desimal = desimal_setelan(b.buku, "DesimalRata") if len(s.indikator) > 1 else x.desimal
    isi = {"pokok": pokok, "capaian": _persen(capaian, desimal)} | _rupiah(rp)
    if not ada(efisiensi) or not ada(rp.serapan) or not ada(rp.pagu) or not ada(rp.realisasi):
        return kalimat("efisiensi.tak_terhitung", **isi)
    isi |= {"serapan": b.persen(rp.serapan, "DesimalSerapan"), "efisiensi": b.persen(efisiensi, "DesimalEfisiensi")}
    isi |= _satuan(b)
    return kalimat(f"efisiensi.{putusan(b, efisiensi)}", **isi)


def _kunci(b: Bahan, s: Satuan) -> str:
    x = s.indikator[0]
    return x.kode if b.buku.setelan.get("BasisEfisiensi") == "indikator" else x.sasaran


def putusan(b: Bahan, efisiensi: float) -> str:
    """Is it efisien, sepadan or belum: as shown against the value at which capaian equals serapan."""
    impas = IMPAS.get(metode(b.buku) or Metode.SELISIH, 0.0)
    nilai = bulat(efisiensi, desimal_setelan(b.buku, "DesimalEfisiensi"))
    if nilai == impas:
        return "sepadan"
    return "efisien" if nilai > impas else "belum"


def kalimat_total(b: Bahan) -> list[str]:
    """The total of Efisiensi Sasaran in words, where it has one, and the method."""
    hasil = []
    jumlah = next((r.nilai for r in b.tabel("Efisiensi Sasaran").baris if r.gaya == "jumlah"), {})
    if all(ada(jumlah.get(k)) for k in ("capaian", "serapan", "efisiensi")):
        isi = {k: b.persen(jumlah[k], d) for k, d in
               (("capaian", "DesimalRata"), ("serapan", "DesimalSerapan"), ("efisiensi", "DesimalEfisiensi"))}  # fmt: skip
        hasil.append(kalimat("efisiensi.total", **isi, **_satuan(b)))
    m = metode(b.buku)
    if m is Metode.TIDAK:
        hasil.append(kalimat("efisiensi.tidak_dihitung"))
    elif m is not None:
        hasil.append(kalimat("efisiensi.metode", metode=RUMUS[m]))
    return hasil


def _satuan(b: Bahan) -> dict[str, str]:
    """What follows an efficiency in a sentence: an index and a score are no percentages."""
    tanpa = metode(b.buku) in (Metode.INDEKS, Metode.NILAI)
    return {"satuan_efisiensi": "" if tanpa else kalimat("efisiensi.satuan")}


def _persen(x: Nilai, desimal: int) -> str:
    return persen(x, desimal) if ada(x) else kalimat("efisiensi.kosong")


def _rupiah(rp: Rupiah) -> dict[str, str]:
    semua = {"pagu": rp.pagu, "realisasi": rp.realisasi}
    return {k: uang(x) if ada(x) else kalimat("efisiensi.kosong") for k, x in semua.items()}
