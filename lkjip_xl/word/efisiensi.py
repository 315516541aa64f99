"""Comparison 6: the budget behind each sasaran or indicator against its capaian, and the verdict on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_xl.inti.pilihan import Metode
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan.alokasi import Rupiah
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import IMPAS, RUMUS, metode, rata_tampil
from lkjip_xl.ringkasan.efisiensi_sasaran import Satuan, hasil_satuan, satuan_hitung
from lkjip_xl.ringkasan.efisiensi_tercapai import efisiensi_tercapai
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bagian import belum_ada, tabel_ringkasan
from lkjip_xl.word.bahan import Bahan, nama, nama_sasaran, sebutan_sasaran
from lkjip_xl.word.bilangan import ada, hitungan, persen, rangkai, uang, utuh
from lkjip_xl.word.gambar import gambar
from lkjip_xl.word.naskah import Balok, Paragraf

ANGKA_TOTAL = (("capaian", "DesimalRata"), ("serapan", "DesimalSerapan"), ("efisiensi", "DesimalEfisiensi"))


def efisiensi_sumber_daya(b: Bahan) -> Iterator[Balok]:
    """Table, chart, and a sentence per sasaran or indicator as BasisEfisiensi says; then the total and the method."""
    if not b.rekaman("penunjang") or not b.alokasi.baris or not b.indikator:
        kosong = next((i for i in ("pengukuran", "anggaran", "penunjang") if not b.rekaman(i)), "pengukuran")
        yield from belum_ada(b, kosong, " agar efisiensi dapat dihitung.")
        return
    yield from tabel_ringkasan(b, "Efisiensi Sasaran")
    yield from gambar(b, "Efisiensi Sasaran")
    if metode(b.buku) is not Metode.TIDAK:
        yield from kalimat_semua(b)
    if total := kalimat_total(b):
        yield Paragraf(" ".join(total))
    yield from tabel_ringkasan(b, "Efisiensi Program")


def kalimat_semua(b: Bahan) -> Iterator[Paragraf]:
    """A paragraph per unit of account; those with the same gap share one."""
    kurang: dict[str, list[Satuan]] = {"tanpa_program": [], "tak_terhitung": []}
    diuraikan = {x.kode for x in b.diuraikan}
    for _, semua in satuan_hitung(b.buku):
        for s in (s for s in semua if s.indikator[0].kode in diuraikan):
            jenis = "" if s.baris and terhitung(b, s) else "tak_terhitung" if s.baris else "tanpa_program"
            if jenis:
                kurang[jenis].append(s)
            else:
                yield Paragraf(kalimat_satuan(b, s), kunci=_kunci(b, s))
    for jenis, milik in kurang.items():
        if len(milik) == 1 and (jenis == "tanpa_program" or not _kurang_data(b, milik[0])):
            yield Paragraf(kalimat_satuan(b, milik[0]), kunci=_kunci(b, milik[0]))
        elif milik:
            daftar = rangkai([_nama(b, s) for s in milik], ";")
            yield Paragraf(kalimat(f"efisiensi.{jenis}_beberapa", daftar=daftar), kunci=jenis)


def terhitung(b: Bahan, s: Satuan) -> bool:
    """Has it all the figures its sentence tells?"""
    _, rp, efisiensi = hasil_satuan(b.buku, s)
    return all(map(ada, (efisiensi, rp.serapan, rp.pagu, rp.realisasi)))


def _kurang_data(b: Bahan, s: Satuan) -> bool:
    """Is there a figure missing from which its efficiency would be computed?"""
    capaian, rp, _ = hasil_satuan(b.buku, s)
    return not all(map(ada, (capaian, rp.pagu, rp.realisasi)))


def kalimat_satuan(b: Bahan, s: Satuan) -> str:
    """What is said about the efficiency of one unit of account."""
    capaian, rp, efisiensi = hasil_satuan(b.buku, s)
    jenis = {"sebutan": sebutan_sasaran(s.indikator[0])} if _per_sasaran(b) else {}
    pokok = kalimat(f"efisiensi.{'sasaran' if jenis else 'indikator'}", nama=_nama(b, s), **jenis)
    if not s.baris:
        return kalimat("efisiensi.tanpa_program", pokok=pokok)
    desimal = s.indikator[0].desimal if len(s.indikator) == 1 else desimal_setelan(b.buku, "DesimalRata")
    if len(s.indikator) > 1 and ada(capaian):
        capaian = rata_tampil(s.indikator)  # as every other page of the report has it
    isi = {"pokok": pokok, "capaian": _persen(capaian, desimal)} | _rupiah(rp)
    if not ada(efisiensi) or not ada(rp.serapan) or not ada(rp.pagu) or not ada(rp.realisasi):
        return kalimat("efisiensi.tak_terhitung", **isi)
    isi |= {"serapan": b.persen(rp.serapan, "DesimalSerapan"), "efisiensi": b.persen(efisiensi, "DesimalEfisiensi")}
    isi |= satuan_efisiensi(b)
    # money nobody spent was not used well
    return kalimat(f"efisiensi.{putusan(b, efisiensi) if rp.realisasi else 'tanpa_serapan'}", **isi)


def _per_sasaran(b: Bahan) -> bool:
    return b.buku.setelan.get("BasisEfisiensi") != "indikator"


def _nama(b: Bahan, s: Satuan) -> str:
    return nama_sasaran(s.indikator[0]) if _per_sasaran(b) else nama(s.indikator[0])


def _kunci(b: Bahan, s: Satuan) -> str:
    x = s.indikator[0]
    return x.sasaran if _per_sasaran(b) else x.kode


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
    jumlah = total_efisiensi(b)
    if all(ada(jumlah.get(k)) for k, _ in ANGKA_TOTAL):
        isi = {k: b.persen(jumlah[k], d) for k, d in ANGKA_TOTAL}
        hasil.append(kalimat("efisiensi.total", **isi, **satuan_efisiensi(b)))
        hasil += _total_tercapai(b)
    m = metode(b.buku)
    if m is Metode.TIDAK:
        hasil.append(kalimat("efisiensi.tidak_dihitung"))
    elif m is not None and _ada_efisiensi(b):
        hasil.append(kalimat("efisiensi.metode", metode=utuh(RUMUS[m])))
    return hasil


def _ada_efisiensi(b: Bahan) -> bool:
    return any(ada(r.nilai.get("efisiensi")) for r in b.tabel("Efisiensi Sasaran").baris)


def _total_tercapai(b: Bahan) -> list[str]:
    """The same of those alone that met their target, where these are some and not all."""
    x = efisiensi_tercapai(b.buku)
    if x is None:
        return []
    isi = {k: b.persen(x.nilai[k], d) for k, d in ANGKA_TOTAL}
    isi |= {"jumlah": hitungan(x.jumlah), "semua": hitungan(x.semua)}
    pokok = "sasaran" if _per_sasaran(b) else "indikator"
    return [kalimat("efisiensi.tercapai", pokok=pokok, **isi, **satuan_efisiensi(b))]


def total_efisiensi(b: Bahan) -> Mapping[str, Nilai]:
    """The figures of the total of Efisiensi Sasaran; none where it has no total."""
    return next((r.nilai for r in b.tabel("Efisiensi Sasaran").baris if r.gaya == "jumlah"), {})


def satuan_efisiensi(b: Bahan) -> dict[str, str]:
    """What follows an efficiency in a sentence: an index and a score are no percentages."""
    tanpa = metode(b.buku) in (Metode.INDEKS, Metode.NILAI)
    return {"satuan_efisiensi": "" if tanpa else kalimat("efisiensi.satuan")}


def _persen(x: Nilai, desimal: int) -> str:
    return persen(x, desimal) if ada(x) else kalimat("efisiensi.kosong")


def _rupiah(rp: Rupiah) -> dict[str, str]:
    semua = {"pagu": rp.pagu, "realisasi": rp.realisasi}
    return {k: uang(x) if ada(x) else kalimat("efisiensi.kosong") for k, x in semua.items()}
