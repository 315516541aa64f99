"""The annexes: the official matrices, findings of a draft, and the list of what is left to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lkjip_xl.inti.temuan import HasilPeriksa, Tingkat
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.kaskade import kaskade
from lkjip_xl.ringkasan.kepala import kepala_tabel
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perjanjian import MURNI, PERUBAHAN, jumlah_anggaran, perubahan_pk, versi_pk
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.tabel_bebas import BAGIAN_BAKU
from lkjip_xl.word.bab_dua import tabel_pk, versi_ada
from lkjip_xl.word.bagian import tanpa_level
from lkjip_xl.word.bahan import Bahan, terisi
from lkjip_xl.word.bilangan import ada, hitungan, uang
from lkjip_xl.word.gambar_luar import BERKAS, gambar_luar
from lkjip_xl.word.gambar_luar import LAMPIRAN as HALAMAN_LAMPIRAN
from lkjip_xl.word.jati_diri import jati_diri
from lkjip_xl.word.masukan import tanpa_kolom
from lkjip_xl.word.naskah import MELINTANG, Bagian, Balok, Butir, Daftar, Isian, Judul, Naskah, Paragraf, Tabel
from lkjip_xl.word.tabel_bebas import ada_tabel_bebas, tabel_bebas
from lkjip_xl.word.tabel_masukan import VERSI_PK, dengan_jumlah, jumlah_program, tabel_masukan
from lkjip_xl.word.tanda_tangan import tanda_tangan
from lkjip_xl.word.tulisan import tulisan

PENGUKURAN, RENCANA = "pengukuran", "tc27"
LAMPIRAN = (
    (PENGUKURAN, "Pengukuran Kinerja"),
    (RENCANA, "Rencana Program, Kegiatan, dan Pendanaan (Tabel T-C.27)"),
    ("renja", "Rencana Kerja"),
)
TRIWULAN = "Capaian per Triwulan"
DOKUMEN = {MURNI: "PK", PERUBAHAN: "PK perubahan"}  # what is signed
JUDUL_ISIAN = "BAGIAN YANG PERLU DILENGKAPI"
TINGKAT_DRAF = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)


def lampiran(b: Bahan) -> Iterator[Balok]:
    """A heading for each matrix that holds data, on a page turned where its table needs it."""
    for nomor, (judul, isi) in enumerate(_semua(b), 1):
        yield Judul(f"LAMPIRAN {nomor} {judul.upper()}")
        yield from isi


def _semua(b: Bahan) -> Iterator[tuple[str, Iterable[Balok]]]:
    """The annexes there are, with what stands in each."""
    for v in versi_ada(b):
        yield VERSI_PK[v], _pk(b, v)
    for id_lembar, judul in LAMPIRAN:
        if b.rekaman(id_lembar):
            judul_tabel = f"{judul} Tahun {_masa(b) if id_lembar == RENCANA else b.tahun}"
            t = tabel_masukan(b, id_lembar, judul_tabel, kolom=_kolom(b, id_lembar))
            if id_lembar == PENGUKURAN:
                t = replace(t, catatan=_anggaran_seluruhnya(b))
            else:
                t = dengan_jumlah(t, jumlah_program(b, id_lembar))
            yield judul, [Tabel(t)]
    if (t := kaskade(b.buku)) is not None:
        yield "Penjabaran Kinerja", [Tabel(t, "kaskade")]
    for lembar in RINGKASAN:
        if (lembar == TRIWULAN or kepala_tabel(b.buku, lembar).lampiran) and b.tampil(lembar) and b.tabel(lembar).baris:
            yield lembar, [Tabel(tanpa_level(b, b.tabel(lembar)))]
    if ada_tabel_bebas(b, BAGIAN_BAKU):
        yield "Tabel Pendukung", tabel_bebas(b, BAGIAN_BAKU)
    if dokumen := list(_dokumen(b)):
        yield "Dokumen Pendukung", dokumen


def _kolom(b: Bahan, id_lembar: str) -> list[str]:
    """What is printed of a matrix: no multiplier where nothing is multiplied."""
    semua = [k.nama for k in b.buku[id_lembar].skema.kolom.values() if not k.tersembunyi]
    if id_lembar != PENGUKURAN or any(
        terisi(r.get(k)) for r in b.rekaman(PENGUKURAN) for k in ("pembilang", "penyebut")
    ):
        return semua
    return [k for k in semua if k != "pengali"]


def _masa(b: Bahan) -> str:
    """The years of the Renstra, the report year where they are not set."""
    tahun = [b.buku.setelan.get(n) for n in ("TahunRenstraAwal", "TahunRenstraAkhir")]
    return "–".join(f"{x:.0f}" for x in tahun if ada(x)) if all(map(ada, tahun)) else b.tahun


def _dokumen(b: Bahan) -> Iterator[Balok]:
    """What is annexed otherwise: documents people name with their place, files beside the report, scanned pages."""
    yield from tulisan(b, "Lampiran")
    if berkas := [g for g in b.gambar if g.jenis == BERKAS]:
        yield Paragraf(kalimat("umum.berkas_terlampir"), kunci="berkas")
        isi = ({"judul": g.judul or kalimat("umum.dokumen"), "berkas": g.berkas} for g in berkas)
        yield Butir(tuple(kalimat("umum.berkas_butir", **x) for x in isi), "berkas")
    yield from gambar_luar(b, HALAMAN_LAMPIRAN)


def _anggaran_seluruhnya(b: Bahan) -> tuple[str, ...]:
    """Budget and realisasi of all programmes, which close the matrix of the measurement."""
    if tanpa_kolom(b, "Realisasi Anggaran"):
        return ()
    rp = b.alokasi.rupiah(b.alokasi.program())
    semua = (("pagu", rp.pagu), ("realisasi", rp.realisasi))
    return tuple(kalimat(f"pengukuran.{k}", tahun=b.tahun, jumlah=uang(x)) for k, x in semua if ada(x))


def _pk(b: Bahan, versi: str) -> Iterator[Balok]:
    """One version of the agreement: targets, what the revision changed, budget down to the activities, signatures."""
    yield Tabel(tabel_pk(b, versi), versi)
    if versi == PERUBAHAN and (t := perubahan_pk(b.buku)) is not None:
        yield Tabel(t, "perubahan")
    dokumen = DOKUMEN.get(versi)
    ttd = list(tanda_tangan(b, dokumen, f"Penanda tangan {dokumen}: pihak pertama dan pihak kedua.") if dokumen else ())
    belum = all(isinstance(x, Isian) for x in ttd)
    if belum:  # a placeholder behind a long table may have a page to itself
        yield from ttd
    if any(versi_pk(r) == versi for r in b.rekaman("pk_program")):
        yield Tabel(_anggaran_pk(b, versi), f"anggaran {versi}")
    if not belum:
        yield from ttd


def _anggaran_pk(b: Bahan, versi: str) -> TabelRingkas:
    """Programmes and activities of a version, closed by the sum of the programmes where nobody typed one."""
    kolom = [k.nama for k in b.buku["pk_program"].skema.kolom.values() if not k.tersembunyi and k.nama != "versi"]
    judul = f"Program, Kegiatan, dan Anggaran {VERSI_PK[versi]} Tahun {b.tahun}"
    t = tabel_masukan(b, "pk_program", judul, kolom=kolom, saring=lambda r: versi_pk(r) == versi)
    jumlah = jumlah_anggaran(b.buku, versi)
    return dengan_jumlah(t, {} if jumlah is None else {"anggaran": jumlah})


def lampiran_temuan(laporan: HasilPeriksa) -> Iterator[Balok]:
    """Errors and warnings of the validation: why this document is a draft."""
    temuan = [t for t in laporan.temuan if t.tingkat in TINGKAT_DRAF]
    if not temuan:
        return
    kolom = (
        KolomRingkas("no", "No", "pilihan", 5),
        KolomRingkas("tingkat", "Tingkat", "pilihan", 13),
        KolomRingkas("tempat", "Lembar dan Sel", lebar=20),
        KolomRingkas("pesan", "Masalah", lebar=60),
        KolomRingkas("saran", "Saran", lebar=50),
    )
    baris = []
    for i, t in enumerate(temuan, 1):
        tempat = f"{t.lembar} {t.sel}".strip()
        isi = {"no": str(i), "tingkat": str(t.tingkat), "tempat": tempat, "pesan": t.pesan, "saran": t.saran}
        baris.append(BarisRingkas(isi))
    tabel = TabelRingkas(
        lembar="Hasil Validasi", nomor="", judul="Kesalahan dan Peringatan Hasil Validasi", sumber="lembar Hasil Validasi",
        satuan="temuan", catatan=(), kolom=kolom, baris=tuple(baris),
    )  # fmt: skip
    yield Bagian(MELINTANG)
    yield Judul("LAMPIRAN HASIL PEMERIKSAAN")
    yield Tabel(tabel)


def hitung_isian(naskah: Naskah, jumlah: int) -> Naskah:
    """The same report, which has gaps, with another count of what is left to write: some of it stands already."""
    awal = next(i for i, x in enumerate(naskah.balok) if isinstance(x, Judul) and x.teks == JUDUL_ISIAN)
    akhir = next((i for i in range(awal, len(naskah.balok)) if isinstance(naskah.balok[i], Bagian)), len(naskah.balok))
    return replace(naskah, balok=[*naskah.balok[: awal - 1], *daftar_isian(jumlah), *naskah.balok[akhir:]])


def daftar_isian(jumlah: int) -> Iterator[Balok]:
    """What people still have to write, counted; nothing where the report is complete."""
    if jumlah:
        yield Bagian()
        yield Judul(JUDUL_ISIAN)
        yield Paragraf(kalimat("umum.isian", jumlah=hitungan(jumlah)))
        yield Daftar("isian")


def id_daftar_isian() -> str:
    """Identity of that list in a report that has it."""
    _, diri = jati_diri([Judul(JUDUL_ISIAN), Daftar("isian")])
    return diri.id if diri else ""
