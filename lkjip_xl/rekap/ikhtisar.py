"""One workbook in, its Ikhtisar out: a pure function that a single process, a pool and a cluster run alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.pilihan import Arah, baca_arah
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan
from lkjip_xl.rekap.aturan_daerah import aturan_daerah
from lkjip_xl.rekap.model import Ikhtisar, IndikatorRekap, Isi, ProgramRekap, TemuanRekap
from lkjip_xl.ringkasan import periksa_masukan
from lkjip_xl.ringkasan.alokasi import alokasi
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import rata_nilai
from lkjip_xl.ringkasan.efisiensi_sasaran import efisiensi_sasaran
from lkjip_xl.ringkasan.indikator import TERCAPAI, Indikator, daftar_indikator, kategori, tercapai
from lkjip_xl.ringkasan.kelengkapan import kelengkapan, terjawab
from lkjip_xl.ringkasan.program import nilai_program
from lkjip_xl.ringkasan.simpulan import indikator_instansi
from lkjip_xl.skema.fungsi_sel import paling_banyak
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.pesan import temuan_dari
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

JANGGAL = "KW-06"  # an unlikely capaian
BOBOT_TOTAL = 100.0
PANJANG_TEKS = 2000  # of what is listed: the workbook itself has the rest


@dengan_kata
def ikhtisar_buku(sumber: bytes | Path, skema: Skema, nama: str = "") -> Ikhtisar:
    """Read, check and sum up one workbook, computing only what a rekap prints; raises GalatBerkas where it cannot be read.

    nama: of the file, where it is given as bytes.
    """
    paket = Paket.buka(sumber) if isinstance(sumber, Path) else Paket.dari_bytes(sumber, nama)
    buku = muat_buku(paket, skema)
    laporan = periksa(buku)
    try:
        periksa_masukan(buku, paket.nama)
    except GalatBerkas as galat:  # a column is gone: blanks would stand for figures
        return _ikhtisar(buku, laporan, {}, temuan_dari(galat.kode, galat.isi).pesan)
    return _ikhtisar(buku, laporan, _angka(buku, laporan))


def _ikhtisar(buku: BukuKerja, laporan: HasilPeriksa, angka: Mapping[str, object], sebab: str = "") -> Ikhtisar:
    tahun = buku.setelan.get("TahunLaporan")
    return Ikhtisar(
        instansi=_teks(buku.setelan.get("Instansi")),
        kabupaten=_teks(buku.setelan.get("Kabupaten")),
        tahun=int(tahun) if isinstance(tahun, float) else None,
        versi=buku.versi,
        keadaan_data=_teks(buku.setelan.get("KeadaanData")),
        metode_efisiensi=_teks(buku.setelan.get("MetodeEfisiensi")),
        temuan=tuple(map(_temuan, laporan.temuan)),
        dikecualikan=tuple(map(_temuan, laporan.dikecualikan)),
        jumlah={t.value: n for t, n in laporan.jumlah().items()},
        aturan=aturan_daerah(buku),
        tanpa_angka=sebab,
        gagal=tuple(f"{a}: {s}" for a, s in laporan.gagal),
        **angka,  # pyright: ignore[reportArgumentType]  the fields _angka fills
    )


def _angka(buku: BukuKerja, laporan: HasilPeriksa) -> dict[str, object]:
    """What is summed up, by the name of its field."""
    terpilih = {x.kode for x in indikator_instansi(buku)}
    semua = daftar_indikator(buku)
    janggal = {s for t in laporan.temuan if t.kode == JANGGAL for s in (t.sel_semua or (t.sel,))}
    daftar = tuple(_indikator(buku, x, x.kode in terpilih, janggal) for x in semua)
    milik = [x for x in semua if x.kode in terpilih]
    hitung = Counter(x.tercapai for x in daftar if x.instansi)
    rata = rata_nilai([(x.capaian_rata, x.desimal) for x in milik])
    desimal = desimal_setelan(buku, "DesimalRata")
    a = alokasi(buku)
    rp = a.rupiah(a.program())
    bukti = [x for b in kelengkapan(buku).baris for x in terjawab(b)]
    return {
        "indikator": daftar,
        "rata": _angka_saja(rata),
        "rata_100": _angka_saja(rata_nilai([(paling_banyak(x.capaian_rata, TERCAPAI), x.desimal) for x in milik])),
        "kategori": _teks(kategori(buku, rata, desimal, buku.setelan.get("SkalaSasaran"))),
        "kategori_indikator": dict(Counter(x.kategori for x in daftar if x.instansi and x.kategori)),
        "tercapai": hitung[True],
        "belum": hitung[False],
        "tak_terukur": hitung[None],
        "pagu": _angka_saja(rp.pagu),
        "realisasi": _angka_saja(rp.realisasi),
        "serapan": _angka_saja(rp.serapan),
        "efisiensi": _efisiensi(buku),
        "program": tuple(_program(buku, b, r) for b, r in a.baris.items()),
        "sakip": _sakip(buku),
        "lengkap": sum(bukti),
        "perlu": len(bukti),
    }


def _indikator(buku: BukuKerja, x: Indikator, instansi: bool, janggal: set[str]) -> IndikatorRekap:
    t = buku["pengukuran"]
    baris = buku.indeks.semua("pengukuran", "kode", x.kode)[0]
    murni, perubahan = (t.harap(baris, k) for k in ("target_murni", "target_perubahan"))
    terukur = isinstance(x.capaian_rata, (int, float))
    return IndikatorRekap(
        kode=x.kode,
        jenjang=x.jenjang,
        pernyataan=_teks(x.pernyataan),
        nama=_teks(x.nama) or x.kode,
        satuan=_teks(x.satuan),
        arah=_teks(x.arah),
        target=_isi(x.tampak("target", x.target)),
        realisasi=_isi(x.tampak("realisasi", x.realisasi)),
        capaian=_angka_saja(x.capaian),
        kategori=_teks(kategori(buku, x.capaian_rata, x.desimal, x.skala_kategori)),
        tercapai=tercapai(x.capaian_rata, x.desimal) if terukur else None,
        iku=x.iku,
        instansi=instansi,
        sel=t.alamat(baris, "realisasi"),
        target_murni=_isi(murni),
        target_perubahan=_isi(perubahan),
        janggal=t.alamat(baris, "capaian") in janggal,
        diturunkan=lebih_mudah(x.arah, murni, perubahan),
    )


def lebih_mudah(arah: Nilai, semula: Nilai, menjadi: Nilai) -> bool:
    """Is a target easier to meet than it was: lower where more is better, higher where less is?

    >>> lebih_mudah("naik", 80.0, 75.0), lebih_mudah("turun", 5.0, 4.0), lebih_mudah(None, 80.0, None)
    (True, False, False)
    """
    if not isinstance(semula, (int, float)) or not isinstance(menjadi, (int, float)):
        return False
    try:
        a = baca_arah(arah) if isinstance(arah, str) else Arah.NAIK
    except ValueError:
        return False
    if a is Arah.RENTANG:
        return False
    return menjadi < semula if a is Arah.NAIK else menjadi > semula


def _program(buku: BukuKerja, baris: int, r: Mapping[str, Nilai]) -> ProgramRekap:
    n = nilai_program(buku, baris)
    return ProgramRekap(
        kode=_teks(r["kode"]) or _teks(r["no"]),
        level=_teks(r["level"]),
        nama=_teks(r["nama"]),
        pagu=_angka_saja(n["pagu"]),
        realisasi=_angka_saja(n["realisasi_rp"]),
        serapan=_angka_saja(n["serapan"]),
        capaian=_angka_saja(n["capaian"]),
        efisiensi=_angka_saja(n["efisiensi"]),
    )


def _efisiensi(buku: BukuKerja) -> float | None:
    """The total as Efisiensi Sasaran prints it."""
    baris = efisiensi_sasaran(buku).baris
    return _angka_saja(baris[-1].nilai.get("efisiensi")) if baris else None


def _sakip(buku: BukuKerja) -> dict[str, float]:
    """Total of the evaluation by the year that was evaluated: of each year the row that bears the whole weight."""
    hasil: dict[str, float] = {}
    for _, r in buku["lhe_nilai"].rekaman():
        tahun, nilai = r["tahun"], r["nilai"]
        if r["bobot"] == BOBOT_TOTAL and isinstance(tahun, float) and isinstance(nilai, float):
            hasil.setdefault(f"{tahun:.0f}", nilai)
    return hasil


def _temuan(t: Temuan) -> TemuanRekap:
    p = t.putusan
    return TemuanRekap(
        kode=t.kode,
        tingkat=t.tingkat.value,
        lembar=t.lembar,
        sel=t.sel,
        sel_pertama=t.sel_pertama,
        isi=_isi(t.nilai),
        seharusnya=_isi(t.seharusnya),
        pesan=t.pesan[:PANJANG_TEKS],
        saran=t.saran[:PANJANG_TEKS],
        alasan=p.alasan if p else "",
        jabatan=p.jabatan if p else "",
        tanggal=p.tanggal if p else "",
    )


def _isi(x: object) -> Isi:
    """What is listed of a cell: a number, or its text."""
    if x is None or x != x:  # NaN is a blank, too
        return None
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        return float(x) if abs(x) < float("inf") else str(x)
    return str(x.value if isinstance(x, Galat) else x)[:PANJANG_TEKS]


def _angka_saja(x: object) -> float | None:
    return float(x) if isinstance(x, (int, float)) and not isinstance(x, bool) and abs(x) < float("inf") else None


def _teks(x: object) -> str:
    return "" if isinstance(x, Galat) or not kunci_teks(x) else str(x)[:PANJANG_TEKS]
