"""Bab IV: conclusions counted from the data, and what is planned for next year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import rata_tampil
from lkjip_xl.ringkasan.indikator import Indikator, kategori, nama_kategori, per_jenjang, tercapai
from lkjip_xl.ringkasan.kepala import tahun_laporan
from lkjip_xl.ringkasan.simpulan import hanya_iku
from lkjip_xl.ringkasan.tahun_lalu import rata_dua_tahun
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word.bagian import belum_ada, tabel_ringkasan
from lkjip_xl.word.bahan import Bahan, nama
from lkjip_xl.word.bilangan import ada, hitungan, persen, rangkai, uang
from lkjip_xl.word.efisiensi import satuan_efisiensi, total_efisiensi
from lkjip_xl.word.gambar import gambar
from lkjip_xl.word.ikhtisar import sebut_jenjang
from lkjip_xl.word.masukan import tanpa_kolom
from lkjip_xl.word.naskah import Balok, Judul, Paragraf, Tabel
from lkjip_xl.word.perbandingan import per_sebab
from lkjip_xl.word.tabel_bebas import tabel_bebas
from lkjip_xl.word.tabel_masukan import tabel_masukan
from lkjip_xl.word.tulisan import tulisan

TRIWULAN = ("tw1", "tw2", "tw3", "tw4", "total")


def bab_empat(b: Bahan) -> Iterator[Balok]:
    """Chapter IV as blocks."""
    yield Judul("BAB IV PENUTUP")
    yield Judul("A. Simpulan", 2)
    for paragraf in simpulan(b):
        yield Paragraf(paragraf)
    if b.indikator:
        yield from tabel_ringkasan(b, "Simpulan")
    yield from gambar(b, "Simpulan")
    yield from tulisan(b, "Penutup")
    yield Judul("B. Rencana Tindak Lanjut", 2)
    yield from _rencana(b)
    yield from tabel_bebas(b, "Tindak lanjut")
    yield Judul("C. Saran dan Langkah Perbaikan", 2)
    ajakan = "Tulis langkah perbaikan kinerja di masa datang yang belum termuat dalam rencana aksi."
    yield from tulisan(b, "Saran", ajakan)


def simpulan(b: Bahan) -> list[str]:
    """Per jenjang how many indicators met their target, the mean and the categories; then budget and efficiency."""
    if teks := tanpa_kolom(b, "Capaian Kinerja"):
        return [teks]
    if not b.indikator:
        return [kalimat("simpulan.tidak_ada")]
    hasil = [" ".join(_simpulan_jenjang(b, milik)) for _, milik in per_jenjang(b.indikator)]
    uang_dan_hasil = [*_simpulan_anggaran(b), *_simpulan_efisiensi(b)] if b.alokasi.baris else []
    return [*hasil, " ".join(uang_dan_hasil)] if uang_dan_hasil else hasil


def _simpulan_anggaran(b: Bahan) -> list[str]:
    if tanpa_kolom(b, "Realisasi Anggaran"):
        return []
    rp = b.alokasi.rupiah(b.alokasi.program())
    if not ada(rp.pagu) or not ada(rp.realisasi) or not ada(rp.serapan):
        return []
    isi = {"serapan": b.persen(rp.serapan, "DesimalSerapan"), "sisa": uang(abs(rp.pagu - rp.realisasi))}
    return [kalimat("simpulan.anggaran" if rp.realisasi <= rp.pagu else "simpulan.anggaran_lampau", **isi)]


def _simpulan_efisiensi(b: Bahan) -> list[str]:
    if tanpa_kolom(b, "Efisiensi Sasaran") or not ada(x := total_efisiensi(b).get("efisiensi")):
        return []
    return [kalimat("simpulan.efisiensi", efisiensi=b.persen(x, "DesimalEfisiensi"), **satuan_efisiensi(b))]


def _simpulan_jenjang(b: Bahan, milik: Sequence[Indikator]) -> list[str]:
    jenjang = sebut_jenjang(milik)
    terukur = [x for x in milik if ada(x.capaian)]
    lain = [
        kalimat(f"simpulan.{'sisa' if i or terukur else 'tanpa'}_{sebab}", jenjang=jenjang, jumlah=hitungan(len(semua)))
        for i, (sebab, semua) in enumerate(per_sebab(milik).items())
    ]
    if not terukur:
        return lain
    belum = [x for x in terukur if not tercapai(x.capaian, x.desimal)]
    isi = {"jenjang": jenjang, "terukur": hitungan(len(terukur)), "belum": hitungan(len(belum))}
    isi["tercapai"] = hitungan(len(terukur) - len(belum))
    satu = len(terukur) == 1
    if satu:
        kunci = "satu_belum" if belum else "satu_tercapai"
        x = terukur[0]
        isi |= {"indikator": nama(x), "capaian": persen(x.capaian, x.desimal)}
        isi["kategori"] = b.kategori(x.capaian_rata, x.desimal, x.skala_kategori)
    else:
        kunci = "semua" if not belum else "tak_satu" if len(belum) == len(terukur) else "sebagian"
    hasil = [kalimat(f"simpulan.{kunci}", **isi), *lain]
    dirata = [x for x in terukur if x.iku or not hanya_iku(b.buku)]
    rata = rata_tampil(dirata)
    if ada(rata) and len(dirata) > 1:
        desimal = desimal_setelan(b.buku, "DesimalRata")
        hasil.append(
            kalimat(
                "simpulan.rata",
                jenjang=jenjang,
                rata=persen(rata, desimal),
                kategori=b.kategori(rata, desimal, b.buku.setelan.get("SkalaSasaran")),
            )
        )
    hasil += _rata_lalu(b, jenjang, dirata)
    hasil += [] if satu else _menurut_kategori(b, jenjang, terukur)
    if belum and not satu:
        butir = [
            kalimat("simpulan.butir_belum", indikator=nama(x), capaian=persen(x.capaian, x.desimal)) for x in belum
        ]
        hasil.append(kalimat("simpulan.daftar_belum", jenjang=jenjang, daftar=rangkai(butir, ";")))
    return hasil


def _rata_lalu(b: Bahan, jenjang: str, dirata: Sequence[Indikator]) -> list[str]:
    """Their mean against last year's, of those measured in both."""
    if tanpa_kolom(b, "Perbandingan Tahun") or (x := rata_dua_tahun(b.buku, dirata)) is None:
        return []
    desimal = desimal_setelan(b.buku, "DesimalRata")
    lalu, kini = persen(x.lalu, desimal), persen(x.kini, desimal)
    kunci = "rata_tetap" if lalu == kini else "rata_naik" if x.kini > x.lalu else "rata_turun"
    isi = {"jumlah": hitungan(x.jumlah), "jenjang": jenjang, "lalu": lalu, "kini": kini}
    return [kalimat(f"simpulan.{kunci}", **isi, tahun_lalu=tahun_laporan(b.buku, -1))]


def _menurut_kategori(b: Bahan, jenjang: str, terukur: Sequence[Indikator]) -> list[str]:
    semua = [kategori(b.buku, x.capaian_rata, x.desimal, x.skala_kategori) for x in terukur]
    hitung = Counter(k for k in semua if isinstance(k, str) and not isinstance(k, Galat))
    urutan = [k for k in nama_kategori(b.buku, terukur) if hitung[k]]
    butir = [kalimat("simpulan.kategori_butir", jumlah=hitungan(hitung[k]), kategori=k) for k in urutan]
    if len(urutan) == 1 and hitung.total() == len(terukur):
        return [kalimat("simpulan.kategori_semua", jenjang=jenjang, kategori=urutan[0])]
    return [kalimat("simpulan.kategori", daftar=rangkai(butir))] if butir else []


def _rencana(b: Bahan) -> Iterator[Balok]:
    """Actions, then the quarterly targets of the indicators that have any."""
    rekaman = b.rekaman("rencana_aksi")
    if not rekaman:
        yield from belum_ada(b, "rencana_aksi", ": rencana aksi dan target triwulanan tahun depan.")
        return
    tahun = str(int(b.tahun) + 1) if b.tahun.isdigit() else "berikutnya"
    kolom = ("indikator", "rencana_aksi")
    judul = f"Rencana Aksi Tahun {tahun}"
    yield Tabel(tabel_masukan(b, "rencana_aksi", judul, kolom=kolom, gabung=("indikator",)))
    if any(ada(r[k]) for r in rekaman for k in TRIWULAN):
        yield Tabel(
            tabel_masukan(
                b,
                "rencana_aksi",
                f"Target Triwulanan Tahun {tahun}",
                kolom=("indikator", "satuan", *TRIWULAN),
                saring=lambda r: any(ada(r[k]) for k in TRIWULAN),
            )
        )
