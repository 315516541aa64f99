"""Simpulan: per sasaran and level how many indicators met their target, their mean capaian and its category."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.alokasi import Alokasi, alokasi
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import rata_nilai
from lkjip_xl.ringkasan.indikator import SASARAN, Indikator, daftar_indikator, kategori, per_jenjang, tercapai
from lkjip_xl.ringkasan.kepala import kepala_tabel, sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import LEBAR_ANGKA, Perakit, catatan_batas, catatan_keadaan, catatan_tahun_data
from lkjip_xl.ringkasan.program import nilai_program
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Simpulan"
LEVEL = ("program", "kegiatan", "subkegiatan")
JENJANG = {"rpjmd": "RPJMD"}


@per_buku
def simpulan(buku: BukuKerja) -> TabelRingkas:
    """Per sasaran a row for its own indicators and one per level of its programmes, then the mean of all indicators.

    Programmes and activities are the rows Penunjang maps to the sasaran and what stands below them. An indicator has
    met its target when its capaian as shown is 100 or more; one without capaian counts as neither.
    """
    a = alokasi(buku)
    indikator = daftar_indikator(buku)
    perakit = Perakit({"sasaran": ("no", "sasaran")})
    for judul, isi in per_jenjang(indikator):
        perakit.kelompok(judul)
        anggota: dict[str, list[Indikator]] = {}
        for x in isi:
            anggota.setdefault(x.sasaran, []).append(x)
        for nomor, (sasaran, milik) in enumerate(anggota.items(), 1):
            kepala = {"no": float(nomor), "sasaran": milik[0].pernyataan or sasaran}
            perakit.tambah(_baris_sasaran(buku, kepala, milik), sasaran=sasaran)
            for baris in _baris_program(buku, a, kepala, a.milik_sasaran(sasaran)):
                perakit.tambah(baris, sasaran=sasaran)
    if indikator:
        perakit.tambah(_rata_semua(buku))
    kolom = [
        KolomRingkas("no", "No", "pilihan", 5),
        KolomRingkas("sasaran", "Sasaran", lebar=44, tetap=True),
        KolomRingkas("level", "Tingkat", "pilihan", 14),
        KolomRingkas("jumlah", "Jumlah", "angka", 10, desimal=0),
        KolomRingkas("jumlah_indikator", "Jumlah Indikator", "angka", LEBAR_ANGKA, desimal=0),
        KolomRingkas("tercapai", "Tercapai", "angka", LEBAR_ANGKA, kelompok="Indikator", desimal=0),
        KolomRingkas("belum", "Tidak Tercapai", "angka", LEBAR_ANGKA, kelompok="Indikator", desimal=0),
        KolomRingkas("capaian", "Rata-rata Capaian (%)", "persen", 12, desimal=2),
        KolomRingkas("kategori", kepala_tabel(buku, LEMBAR).label_kategori, "pilihan", 18),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "pengukuran", "anggaran", "penunjang"),
        satuan="banyaknya program, kegiatan dan indikator; capaian dalam persen",
        catatan=_catatan(buku, indikator) if indikator else (),
    )


def hanya_iku(buku: BukuKerja) -> bool:
    """Does the mean of the whole agency take the indicators marked IKU only?"""
    return kunci_teks(buku.setelan.get("CakupanRata")) == "iku"


def _catatan(buku: BukuKerja, indikator: Sequence[Indikator]) -> list[str]:
    hasil = ["Rata-rata capaian: rata-rata biasa dari capaian sebagaimana dicetak."]
    if hanya_iku(buku):
        hasil.append("Capaian Kinerja: hanya indikator kinerja utama (IKU).")
    return [*hasil, *catatan_batas(indikator), *catatan_tahun_data(indikator), *catatan_keadaan(indikator)]


def _baris_sasaran(buku: BukuKerja, kepala: dict[str, Nilai], milik: Sequence[Indikator]) -> BarisRingkas:
    hitungan = _hitung(buku, [(x.capaian_rata, x.desimal) for x in milik], buku.setelan.get("SkalaSasaran"))
    return _baris(buku, kepala | {"level": JENJANG.get(milik[0].jenjang, milik[0].jenjang.capitalize())} | hitungan)


def _baris_program(
    buku: BukuKerja, a: Alokasi, kepala: dict[str, Nilai], terpeta: Iterable[int]
) -> Iterable[BarisRingkas]:
    semua = a.dengan_bawahan(terpeta)
    desimal = desimal_setelan(buku, "DesimalCapaian")
    for level in LEVEL:
        milik = [b for b in semua if kunci_teks(a.baris[b]["level"]) == level]
        if not milik:
            continue
        berindikator = [b for b in milik if not _kosong(a.baris[b])]
        capaian = [(nilai_program(buku, b)["capaian"], desimal) for b in berindikator]
        jumlah = {"level": level.capitalize(), "jumlah": float(len({a.utama[b] for b in milik}))}
        yield _baris(buku, kepala | jumlah | (_hitung(buku, capaian) if capaian else {}))


def _kosong(r: dict[str, Nilai]) -> bool:
    return all(r[k] is None for k in ("indikator", "target", "realisasi"))


def _hitung(buku: BukuKerja, capaian: Sequence[tuple[Nilai, int]], skala: Nilai = None) -> dict[str, Nilai]:
    terukur = [(c, d) for c, d in capaian if isinstance(c, (int, float))]
    rata = rata_nilai(capaian)
    lulus = float(sum(tercapai(c, d) for c, d in terukur))
    hasil: dict[str, Nilai] = {"jumlah_indikator": float(len(capaian)), "capaian": rata}
    if terukur:
        hasil |= {"tercapai": lulus, "belum": len(terukur) - lulus}
    return hasil | {"kategori": kategori(buku, rata, desimal_setelan(buku, "DesimalRata"), skala)}


def _baris(buku: BukuKerja, nilai: dict[str, Nilai], gaya: str = "biasa") -> BarisRingkas:
    return BarisRingkas(nilai, gaya, {"capaian": desimal_setelan(buku, "DesimalRata")})


def indikator_instansi(buku: BukuKerja) -> list[Indikator]:
    """The indicators whose mean is that of the agency: of the jenjang sasaran, of the first jenjang where there is none."""
    indikator, hanya = daftar_indikator(buku), hanya_iku(buku)
    jenjang = SASARAN if any(x.jenjang == SASARAN for x in indikator) else indikator[0].jenjang if indikator else ""
    return [x for x in indikator if x.jenjang == jenjang and (x.iku or not hanya)]


def _rata_semua(buku: BukuKerja) -> BarisRingkas:
    """Mean over the indicators of the agency."""
    milik = [(x.capaian_rata, x.desimal) for x in indikator_instansi(buku)]
    return _baris(
        buku, {"sasaran": "Capaian Kinerja"} | _hitung(buku, milik, buku.setelan.get("SkalaSasaran")), "jumlah"
    )
