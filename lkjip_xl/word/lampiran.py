"""The annexes: the official matrices, findings of a draft, and the list of what is left to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.temuan import HasilPeriksa, Tingkat
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.tabel_bebas import BAGIAN_BAKU
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.bilangan import hitungan
from lkjip_xl.word.naskah import MELINTANG, Bagian, Balok, Daftar, Judul, Naskah, Paragraf, Tabel
from lkjip_xl.word.tabel_bebas import ada_tabel_bebas, tabel_bebas
from lkjip_xl.word.tabel_masukan import tabel_masukan
from lkjip_xl.word.tanda_tangan import tanda_tangan

LAMPIRAN = (
    ("pk", "Perjanjian Kinerja"),
    ("pengukuran", "Pengukuran Kinerja"),
    ("tc27", "Rencana Program, Kegiatan, dan Pendanaan (Tabel T-C.27)"),
    ("renja", "Rencana Kerja"),
)
TRIWULAN = "Capaian per Triwulan"
JUDUL_ISIAN = "BAGIAN YANG PERLU DILENGKAPI"
TINGKAT_DRAF = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)


def lampiran(b: Bahan) -> Iterator[Balok]:
    """A heading for each matrix that holds data, on a page turned where its table needs it."""
    nomor = 0
    for id_lembar, judul in LAMPIRAN:
        if b.rekaman(id_lembar):
            nomor += 1
            yield Judul(f"LAMPIRAN {nomor} {judul.upper()}")
            yield Tabel(tabel_masukan(b, id_lembar, f"{judul} Tahun {b.tahun}"))
            if id_lembar == "pk":
                yield from _tanda_tangan_pk(b)
    if b.tampil(TRIWULAN) and b.tabel(TRIWULAN).baris:
        nomor += 1
        yield Judul(f"LAMPIRAN {nomor} {TRIWULAN.upper()}")
        yield Tabel(b.tabel(TRIWULAN))
    if ada_tabel_bebas(b, BAGIAN_BAKU):
        yield Judul(f"LAMPIRAN {nomor + 1} TABEL PENDUKUNG")
        yield from tabel_bebas(b, BAGIAN_BAKU)


def _tanda_tangan_pk(b: Bahan) -> Iterator[Balok]:
    """Of the agreement and, where there is one, of its revision."""
    versi = {kunci_teks(r["versi"]) for r in b.rekaman("pk")}
    for dokumen in ("PK", "PK perubahan") if "perubahan" in versi else ("PK",):
        yield from tanda_tangan(b, dokumen, f"Penanda tangan {dokumen}: pihak pertama dan pihak kedua.")


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
    yield Judul("LAMPIRAN TEMUAN PEMERIKSAAN")
    yield Tabel(tabel)


def hitung_isian(naskah: Naskah, jumlah: int) -> Naskah:
    """The same report with another count of what is left to write: some of it stands already."""
    awal = next(i for i, x in enumerate(naskah.balok) if isinstance(x, Judul) and x.teks == JUDUL_ISIAN)
    akhir = next((i for i in range(awal, len(naskah.balok)) if isinstance(naskah.balok[i], Bagian)), len(naskah.balok))
    return replace(naskah, balok=[*naskah.balok[: awal - 1], *daftar_isian(jumlah), *naskah.balok[akhir:]])


def daftar_isian(jumlah: int) -> Iterator[Balok]:
    """What people still have to write, counted."""
    yield Bagian()
    yield Judul(JUDUL_ISIAN)
    if jumlah:
        yield Paragraf(kalimat("umum.isian", jumlah=hitungan(jumlah)))
        yield Daftar("isian")
    else:
        yield Paragraf(kalimat("umum.isian_nol"))
