"""Bab III: the seven comparisons with table, chart and text for every indicator, then the budget."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.belanja_tahunan import belanja_tahunan
from lkjip_xl.ringkasan.desimal import beda_tampak, desimal_setelan
from lkjip_xl.ringkasan.indikator import Indikator
from lkjip_xl.ringkasan.kepala import tahun_laporan
from lkjip_xl.ringkasan.perakit import AWAL_ARAH, catatan_arah
from lkjip_xl.ringkasan.program import nilai_program
from lkjip_xl.ringkasan.realisasi_anggaran import SEBAB_DALAM_TEKS, sebab_sisa
from lkjip_xl.ringkasan.tahun_lalu import serapan_dua_tahun
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word import perbandingan
from lkjip_xl.word.analisis import analisis
from lkjip_xl.word.bagian import belum_ada, tabel_ringkasan
from lkjip_xl.word.bahan import KOSONG, Bahan, nama, nama_sasaran, per_sasaran, teks_nilai, terisi
from lkjip_xl.word.bilangan import ada, hitungan, persen, rangkai, uang
from lkjip_xl.word.efisiensi import efisiensi_sumber_daya
from lkjip_xl.word.evaluasi import ada_evaluasi, evaluasi
from lkjip_xl.word.gambar import gambar
from lkjip_xl.word.gambar_luar import DOKUMENTASI, gambar_luar
from lkjip_xl.word.masukan import bila_tersusun, tanpa_kolom
from lkjip_xl.word.naskah import Balok, Butir, Judul, Paragraf, Tabel
from lkjip_xl.word.pendukung import sisa_pendukung, tabel_pendukung
from lkjip_xl.word.program import SEBUT_PALING_BANYAK, kalimat_program, program, tabel_program
from lkjip_xl.word.sasaran import PERBANDINGAN, simpulan_sasaran, uraian_sasaran
from lkjip_xl.word.tabel_bebas import tabel_bebas
from lkjip_xl.word.tabel_masukan import tabel_masukan, tabel_skala
from lkjip_xl.word.tulisan import ada_tulisan, tulisan

BEBERAPA = 2  # indicators with the same gap that share one sentence
SASARAN = "sasaran"  # the order of Pengaturan that keeps what belongs to a sasaran together


def bab_tiga(b: Bahan) -> Iterator[Balok]:
    """Chapter III as blocks, in the order Pengaturan asks for."""
    yield Judul("BAB III AKUNTABILITAS KINERJA")
    yield Judul("A. Capaian Kinerja Organisasi", 2)
    yield from _pengantar(b)
    menurut_sasaran = b.teks("SusunanBabTiga") == SASARAN and b.indikator and not tanpa_kolom(b, "Capaian Kinerja")
    uraian = list(_menurut_sasaran(b) if menurut_sasaran else _menurut_perbandingan(b))
    yield from uraian
    lain = list(sisa_pendukung(b, uraian))
    if lain:
        nomor = sum(isinstance(x, Judul) and x.tingkat == 3 for x in uraian) + 1
        yield Judul(f"{nomor}. Data Pendukung Capaian Kinerja", 3)
        yield from lain
    yield Judul("B. Realisasi Anggaran", 2)
    yield from bila_tersusun(b, "Realisasi Anggaran", _anggaran(b))
    yield from tabel_bebas(b, "Anggaran")
    dievaluasi = ada_evaluasi(b, bab_satu=False)
    if dievaluasi:
        yield from evaluasi(b, "C")
    foto = list(gambar_luar(b, DOKUMENTASI))
    if foto or ada_tulisan(b, "Penghargaan dan inovasi"):
        yield Judul(f"{'D' if dievaluasi else 'C'}. Penghargaan, Inovasi, dan Dokumentasi", 2)
        yield from tulisan(b, "Penghargaan dan inovasi")
        yield from foto


def _menurut_perbandingan(b: Bahan) -> Iterator[Balok]:
    """The seven comparisons, each over all indicators."""
    for i, p in enumerate(PERBANDINGAN, 1):
        yield Judul(f"{i}. {p.judul.format(tahun=b.tahun)}", 3)
        yield from bila_tersusun(b, p.lembar, _bagian(b, p.lembar, p.kelompok, p.masukan, p.tulis))
    yield Judul("5. Analisis Penyebab Keberhasilan atau Kegagalan dan Solusi", 3)
    yield from bila_tersusun(b, "Analisis Kinerja", analisis(b))
    yield Judul("6. Analisis Efisiensi Penggunaan Sumber Daya", 3)
    yield from bila_tersusun(b, "Efisiensi Sasaran", efisiensi_sumber_daya(b))
    yield Judul("7. Program dan Kegiatan yang Menunjang Pencapaian Kinerja", 3)
    yield from bila_tersusun(b, "Program Penunjang", program(b))


def _menurut_sasaran(b: Bahan) -> Iterator[Balok]:
    """Everything about a sasaran together, then what holds for all."""
    sasaran = per_sasaran(b.indikator)
    for i, (kode, milik) in enumerate(sasaran.items(), 1):
        yield Judul(f"{i}. {nama_sasaran(milik[0])}", 3, kode)
        yield from uraian_sasaran(b, milik)
        if not tanpa_kolom(b, "Program Penunjang") and b.alokasi.milik_sasaran(kode):
            yield Paragraf(kalimat_program(b, nama_sasaran(milik[0]), kode), kunci=f"program {kode}")
        yield from simpulan_sasaran(b, milik)
    yield Judul(f"{len(sasaran) + 1}. Analisis Efisiensi Penggunaan Sumber Daya", 3)
    yield from bila_tersusun(b, "Efisiensi Sasaran", efisiensi_sumber_daya(b))
    yield Judul(f"{len(sasaran) + 2}. Program dan Kegiatan yang Menunjang Pencapaian Kinerja", 3)
    yield from bila_tersusun(b, "Program Penunjang", tabel_program(b))


def _pengantar(b: Bahan) -> Iterator[Balok]:
    cara = [c.removeprefix(AWAL_ARAH).removesuffix(".") for c in catatan_arah(b.indikator)]
    if cara:
        yield from _cara_capaian(cara)
    skala = [tabel_skala(b, nama) for nama, isi in b.buku.semua_skala.items() if isi]
    if skala:
        yield Paragraf(kalimat("umum.skala", tabel="tabel berikut"))
        yield from map(Tabel, skala)


def _cara_capaian(cara: Sequence[str]) -> Iterator[Balok]:
    """The formulas in use, each for its direction: one in a sentence, several as points."""
    arah, _, rumus = cara[0].partition(": ")
    if len(cara) == 1 and rumus:
        yield Paragraf(kalimat("umum.metode_capaian", daftar=f"{rumus}; {arah}"))
        return
    yield Paragraf(kalimat("umum.metode_beberapa"))
    yield Butir(tuple(f"{c[:1].upper()}{c[1:]}." for c in cara), "rumus capaian")


def _tanpa_hasil(b: Bahan) -> dict[str, list[Indikator]]:
    """Indicators without a result by why that is, where several share the reason; one alone has its own sentence."""
    hasil: dict[str, list[Indikator]] = {}
    for x in b.indikator:
        if jenis := perbandingan.tanpa_hasil(x):
            hasil.setdefault(jenis, []).append(x)
    return {jenis: milik for jenis, milik in hasil.items() if len(milik) >= BEBERAPA}


def _bagian(
    b: Bahan, lembar: str, kelompok: str, masukan: str, tulis: Callable[[Bahan, Indikator], str]
) -> Iterator[Balok]:
    """Table, chart and a paragraph per indicator; those with nothing to compare share one sentence at the end.

    kelompok: group of sentences; masukan: the input sheet to fill where there is nothing to show at all.
    """
    if not b.tabel(lembar).baris or not b.indikator or not b.rekaman(masukan):
        yield from belum_ada(b, masukan, ", atau uraikan mengapa perbandingan ini tidak disajikan.")
        return
    yield from tabel_ringkasan(b, lembar)
    yield from gambar(b, lembar)
    nihil = _tanpa_hasil(b)
    disebut = {x.kode for milik in nihil.values() for x in milik}
    dibahas = [x for x in b.indikator if x.kode not in disebut]
    teks = {x.kode: tulis(b, x) for x in dibahas}
    diuraikan = {x.kode for x in b.diuraikan}
    sasaran = per_sasaran([x for x in dibahas if teks[x.kode] and x.kode in diuraikan])
    for milik in sasaran.values():
        if len(sasaran) > 1:
            yield Judul(nama_sasaran(milik[0]), 4, milik[0].sasaran)
        for x in milik:
            yield Paragraf(teks[x.kode], kunci=x.kode)
            if tulis is perbandingan.capaian_indikator:
                yield from tabel_pendukung(b, x)
        semua = [x for x in b.indikator if x.sasaran == milik[0].sasaran]
        if tulis is perbandingan.capaian_indikator and len(sasaran) > 1 and len(semua) >= BEBERAPA:
            yield from simpulan_sasaran(b, semua)
    if tulis is perbandingan.capaian_indikator:
        for jenis, milik in nihil.items():
            isi = {"jumlah": hitungan(len(milik)), "daftar": _daftar([nama(x) for x in milik])}
            yield Paragraf(kalimat(f"capaian.{jenis}_beberapa", **isi), kunci=jenis)
    lain = [x for x in dibahas if teks[x.kode] and x.kode not in diuraikan]
    if lain:
        isi = {"jumlah": hitungan(len(lain)), "jenjang": rangkai(list(dict.fromkeys(x.jenjang for x in lain)))}
        yield Paragraf(kalimat(f"{kelompok}.selebihnya", **isi), kunci="selebihnya")
    tanpa = [nama(x) for x in dibahas if not teks[x.kode]]
    if len(tanpa) == 1:
        yield Paragraf(kalimat(f"{kelompok}.tanpa", indikator=tanpa[0]))
    elif tanpa:
        yield Paragraf(kalimat(f"{kelompok}.tanpa_beberapa", jumlah=hitungan(len(tanpa)), daftar=_daftar(tanpa)))


def _daftar(nama: list[str]) -> str:
    """Names in a sentence; of very many the first ones and how many others there are."""
    if len(nama) > SEBUT_PALING_BANYAK:
        nama = [*nama[:SEBUT_PALING_BANYAK], kalimat("umum.lainnya", jumlah=hitungan(len(nama) - SEBUT_PALING_BANYAK))]
    return rangkai(nama, ";")


def _anggaran(b: Bahan) -> Iterator[Balok]:
    if not b.alokasi.baris:
        yield from belum_ada(b, "anggaran", ": pagu dan realisasi tiap program.")
        return
    if semua := kalimat_anggaran(b):  # an empty paragraph would part the heading from its table
        yield Paragraf(" ".join(semua))
    yield from tabel_ringkasan(b, "Realisasi Anggaran")
    yield from gambar(b, "Realisasi Anggaran")
    yield from _sebab_sisa(b)
    if b.rekaman("belanja"):
        if teks := _belanja(b):
            yield Paragraf(teks)
        beberapa = belanja_tahunan(b.buku)
        yield Tabel(beberapa or tabel_masukan(b, "belanja", "Realisasi Anggaran menurut Jenis Belanja"))


def _sebab_sisa(b: Bahan) -> Iterator[Balok]:
    """Why money was left, where few rows of Anggaran say so; more of them stand in the table."""
    semua = sebab_sisa(b.buku)
    if 0 < len(semua) <= SEBAB_DALAM_TEKS:
        yield Paragraf(kalimat("anggaran.sisa"), kunci="sisa")
        isi = (
            {"nama": b.sebut(nama or ""), "sisa": uang(sisa) if ada(sisa) else KOSONG, "sebab": sebab.rstrip(".")}
            for nama, sisa, sebab in semua
        )
        yield Butir(tuple(kalimat("anggaran.sisa_butir", **x) for x in isi), "sisa")


def kalimat_anggaran(b: Bahan) -> list[str]:
    """Total pagu, realisasi and serapan, and the programmes at both ends."""
    a = b.alokasi
    rp = a.rupiah(a.program())
    isi = {"instansi": b.instansi, "tahun": b.tahun}
    if isinstance(rp.pagu, Galat) or isinstance(rp.realisasi, Galat):
        return [kalimat("anggaran.tak_terbaca", **isi)]
    if rp.pagu is None:
        if rp.realisasi is None:
            return []
        return [kalimat("anggaran.tanpa_pagu", **isi, realisasi=uang(rp.realisasi))]
    if rp.realisasi is None:
        return [kalimat("anggaran.tanpa_realisasi", **isi, pagu=uang(rp.pagu))]
    isi |= {"pagu": uang(rp.pagu), "realisasi": uang(rp.realisasi), "sisa": uang(abs(rp.pagu - rp.realisasi))}
    isi["serapan"] = b.persen(rp.serapan, "DesimalSerapan")
    kalimat_total = kalimat("anggaran.total" if rp.realisasi <= rp.pagu else "anggaran.lampau", **isi)
    return [kalimat_total, *_lalu(b), *_ujung(b, a.program())]


def _lalu(b: Bahan) -> list[str]:
    """Serapan against last year's, where Belanja has it; as shown."""
    semua = serapan_dua_tahun(b.buku)
    if semua is None:
        return []
    desimal = desimal_setelan(b.buku, "DesimalSerapan")
    beda = beda_tampak(semua[1], desimal, semua[0], desimal) or (0.0, 0)
    kunci = "lalu_tetap" if beda[0] == 0 else "lalu_naik" if beda[0] > 0 else "lalu_turun"
    isi = {
        "lalu": persen(semua[0], desimal),
        "kini": persen(semua[1], desimal),
        "selisih": persen(abs(beda[0]), desimal),
    }
    return [kalimat(f"anggaran.{kunci}", tahun_lalu=tahun_laporan(b.buku, -1), **isi)]


def _ujung(b: Bahan, program: Sequence[int]) -> list[str]:
    """Highest and lowest absorption among the programmes that have one."""
    serapan = {i: nilai_program(b.buku, i)["serapan"] for i in program}
    ukur = [
        (s, b.sebut(b.alokasi.baris[i]["nama"]))
        for i, s in serapan.items()
        if ada(s) and terisi(b.alokasi.baris[i]["nama"])
    ]
    if not ukur:
        return []
    if len(ukur) == 1:
        return [kalimat("anggaran.satu", nama=ukur[0][1])] if len(program) == 1 else []
    (rendah, nama_rendah), (tinggi, nama_tinggi) = min(ukur, key=lambda x: x[0]), max(ukur, key=lambda x: x[0])
    isi = {"jumlah": hitungan(len(ukur)), "tertinggi": nama_tinggi, "terendah": nama_rendah}
    isi |= {"serapan_tinggi": b.persen(tinggi, "DesimalSerapan"), "serapan_rendah": b.persen(rendah, "DesimalSerapan")}
    return [kalimat("anggaran.sama" if isi["serapan_tinggi"] == isi["serapan_rendah"] else "anggaran.ujung", **isi)]


def _belanja(b: Bahan) -> str:
    """Only the highest kinds, of the report year; the total of them is no kind."""
    tahun: Nilai = b.buku.setelan.get("TahunLaporan")
    ini = [r for r in b.rekaman("belanja") if r["tahun"] == tahun or not terisi(r["tahun"])]
    baris = [r for r in ini if not baris_jumlah(r["jenis"]) and ada(r["anggaran"]) and ada(r["realisasi"])]
    kini = [r for r in baris if not terisi(r["induk"])]
    if len(kini) == 1:  # all of it under one head: its kinds are those right below
        kini = [r for r in baris if kunci_teks(r["induk"]) == kunci_teks(kini[0]["jenis"])] or kini
    serapan = [b.persen(x, "DesimalSerapan") if ada(x := r["serapan"]) else "" for r in kini]
    sama = len(kini) >= BEBERAPA and len(set(serapan)) == 1 and serapan[0] != ""
    butir = []
    for r, s in zip(kini, serapan, strict=True):
        isi = {k: uang(x) for k in ("realisasi", "anggaran") if ada(x := r[k])}
        isi["serapan"] = kalimat("anggaran.belanja_serapan", serapan=s) if s and not sama else ""
        butir.append(kalimat("anggaran.belanja_butir", jenis=teks_nilai(r["jenis"]), **isi))
    if sama:
        return kalimat("anggaran.belanja_sama", daftar=rangkai(butir, ";"), serapan=serapan[0])
    return kalimat("anggaran.belanja", daftar=rangkai(butir, ";")) if butir else ""
