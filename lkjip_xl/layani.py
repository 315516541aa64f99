"""What a button asks of `lkjip`: a folder with a copy of the open workbook and a request; the answer goes beside them.

The macro waits for the file of the answer, so it always comes, whole, whatever goes wrong; only a request that may be
somebody else's gets none. Nothing else is written but new documents and a dated copy before inputs change.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.excel.ruang import BUKU, HASIL, PERMINTAAN, PERMINTAAN_MAKS, Tempat, baca, cari, tandai, tulis

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.excel.protokol import SelIsian
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja

VERSI, VERSI_LAMA = 2, 1
NAMA_CADANGAN = "Buku kerja.xlsm"  # for a workbook whose own name is none for a file
PANJANG_NAMA = 200  # bytes: every file system takes them, with a number and another ending
_KEPALA = re.compile(r"lkjip-permintaan (\d{1,9})")
_TANDA = re.compile(r"[0-9a-f]{16,64}")
_TERLARANG = re.compile(r'[\x00-\x1f\x7f<>:"|?*\ud800-\udfff]')
_PERANGKAT = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(\..*)?", re.IGNORECASE)


def layani(nama: str | Path, *, sk: Skema | None = None) -> bool:
    """Answer the request of this name (of old macros: in this folder); returns whether it could be fulfilled.

    Raises GalatBerkas where there is no request, where it is not the user's own, or where it has been answered: BK-01,
    BK-70, BK-74, BK-75.
    """
    return jawab(terima(str(nama)), sk)


def terima(nama: str) -> Tempat:
    """Take the request of this name on: from now on nobody else answers it, and the macro sees so. Raises like `layani`."""
    from lkjip_xl.buku.galat import GalatBerkas

    tempat = cari(nama)
    if not os.path.lexists(tempat.folder / PERMINTAAN):
        raise GalatBerkas("BK-01", apa="Berkas", berkas=str(tempat.folder / PERMINTAAN), usul="")
    tandai(tempat.folder)
    return tempat


def jawab(tempat: Tempat, sk: Skema | None = None) -> bool:
    """Put the answer to a request taken on beside it; returns whether it could be fulfilled."""
    berhasil, jawaban = _jawab(tempat, sk)
    tulis(tempat.folder, HASIL, jawaban.encode("ascii"))  # the macro must never see half an answer
    return berhasil


def _jawab(tempat: Tempat, sk: Skema | None) -> tuple[bool, str]:
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.excel.protokol import KEPALA, KEPALA_LAMA, pesan
    from lkjip_xl.skema.kata import memakai
    from lkjip_xl.skema.sebut_galat import sebut_galat

    kepala = KEPALA_LAMA if tempat.lama else KEPALA
    try:
        if tempat.tolak:
            raise GalatBerkas(tempat.tolak, folder=str(tempat.folder))
        versi, minta = _baca_permintaan(tempat.folder / PERMINTAAN)
        if not tempat.lama:
            kepala = f"{KEPALA}\t{_tanda(minta)}"
        if versi != (VERSI_LAMA if tempat.lama else VERSI):
            raise GalatBerkas("BK-73", versi=versi, dikenal=VERSI)
        hasil = laksanakan(tempat.folder, minta, sk)
        isi = hasil.kalimat, hasil.lembar, hasil.isian, hasil.sambungan
        tempat_jawab = {"tampil": hasil.tampil, "berdiri": hasil.berdiri}
        return True, pesan("selesai", *isi, kepala=kepala, buka=str(hasil.buka or ""), **tempat_jawab)
    except Exception as e:  # also our own failure; without an answer the macro would wait for nothing
        with memakai(sk.kata if sk else None):
            return False, pesan("gagal", sebut_galat(e)[1], kepala=kepala)


def _baca_permintaan(path: Path) -> tuple[int, dict[str, str]]:
    from lkjip_xl.inti.teks_aman import baca_lolos

    kepala, *baris = baca(path, PERMINTAAN_MAKS).decode("ascii").split("\n")
    dikenal = _KEPALA.fullmatch(kepala.rstrip("\r"))
    if not dikenal:
        raise ValueError(f"permintaan tidak dikenal: {kepala!r}")
    return int(dikenal[1]), {kunci: baca_lolos(isi) for kunci, _, isi in (b.rstrip("\r").partition("=") for b in baris)}


def _tanda(minta: Mapping[str, str]) -> str:
    """The sign of a request, which its answer repeats; "" for anything that is none."""
    tanda = minta.get("tanda", "")
    return tanda if _TANDA.fullmatch(tanda) else ""


@dataclass(frozen=True, slots=True)
class HasilTombol:
    """What a button shows: closing sentence, sheets to paint, input cells to change, rows to append to sheets of notes.

    buka: a workbook to open at the end; tampil: sheets to show; berdiri: sheet and cell where the answer is.
    """

    kalimat: str
    lembar: Sequence[Worksheet] = ()
    isian: Sequence[SelIsian] = ()
    sambungan: Sequence[Worksheet] = ()
    buka: Path | None = None
    tampil: Sequence[str] = ()
    berdiri: tuple[str, str] | None = None


def laksanakan(folder: Path, minta: Mapping[str, str], sk: Skema | None) -> HasilTombol:
    """Do what the request asks with the workbook in its folder."""
    from lkjip_xl import perintah
    from lkjip_xl.buku.berkas import UKURAN_MAKS
    from lkjip_xl.buku.lampiran_lembar import komentar
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.perubahan.semula import kalimat_semula
    from lkjip_xl.skema.kata import memakai
    from lkjip_xl.tabel.muat import muat_buku

    nama = nama_aman(minta.get("berkas", ""))  # messages name the user's file, and the report gets its name
    paket = Paket.dari_bytes(data := baca(folder / BUKU, UKURAN_MAKS), nama)
    sk = sk or perintah.skema()
    if minta["perintah"] == "pindah":
        with memakai(sk.kata):
            return pindahkan(paket, minta.get("folder", ""), nama, sk)
    buku = muat_buku(paket, sk)
    catatan = {n: komentar(paket, i.part) for n, i in paket.lembar().items() if n in buku.lain}
    bukan_lembar = [n for n, i in paket.lembar().items() if i.jenis != "worksheet"]
    tujuan = folder_buku(minta.get("folder", "")) / nama
    with memakai(sk.kata):
        hasil = kerjakan(minta["perintah"], buku, minta.get("lembar", ""), tujuan, catatan, bukan_lembar)
        return replace(hasil, kalimat=f"{hasil.kalimat} {kalimat_semula(tujuan, data)}") if hasil.isian else hasil


def nama_aman(nama: str) -> str:
    """A name that is one file in one folder on every system, the same where it is that already.

    >>> nama_aman("LKjIP & 100% 'é'.xlsm"), nama_aman("..\\\\..\\\\x.xlsm"), nama_aman("con.xlsm")
    ("LKjIP & 100% 'é'.xlsm", 'x.xlsm', '_con.xlsm')
    """
    ujung = _TERLARANG.sub("_", re.split(r"[/\\]", nama)[-1]).rstrip(". ")
    if not ujung.strip("._ "):
        return NAMA_CADANGAN
    badan, akhiran = os.path.splitext(ujung)
    badan, akhiran = (
        x.encode("utf-8", "ignore")[:n].decode("utf-8", "ignore") for x, n in ((badan, PANJANG_NAMA), (akhiran, 20))
    )
    return ("_" if _PERANGKAT.fullmatch(ujung) else "") + (badan.rstrip(". ") + akhiran).rstrip(". ")


def folder_buku(folder: str) -> Path:
    """Where new documents go: the folder of the workbook; Documents where it has none on this computer (OneDrive)."""
    if (
        "\0" not in folder
        and Path(folder).is_absolute()
        and not folder.startswith(("\\\\.\\", "\\\\?\\"))
        and Path(folder).is_dir()
    ):
        return Path(folder)
    dokumen = Path.home() / "Documents"
    return dokumen if dokumen.is_dir() else Path.home()


def kerjakan(
    perintah: str,
    buku: BukuKerja,
    lembar: str = "",
    berkas: Path = Path(),
    komentar: Mapping[str, Mapping[str, str]] | None = None,
    bukan_lembar: Sequence[str] = (),
) -> HasilTombol:
    """Do what a button asks with a typed workbook; lembar: the one sheet to check, "" = all; berkas: the workbook.

    komentar: notes on cells by sheet and address, for the sheet of notes; bukan_lembar: charts and whatever else has a tab.
    """
    if perintah == "laporan":
        from lkjip_xl.perintah import laporan_tombol

        return HasilTombol(laporan_tombol(buku, berkas))
    if perintah == "formulir":
        return _formulir(buku, berkas)
    from lkjip_xl.milik.lukisan import siapkan_lukisan

    hasil = _ambil(buku, berkas) if perintah == "ambil" else _PERINTAH[perintah](buku, lembar)
    semua, nama = [*buku.lain, *(t.lembar for t in buku.tabel.values())], berkas.name or "buku ini"
    siap = siapkan_lukisan(hasil.lembar, buku.lain, buku.tanda, nama, semua=semua, komentar=komentar, lain=bukan_lembar)
    return replace(
        hasil, kalimat=f"{hasil.kalimat} {siap.kalimat}".strip(), lembar=siap.lembar, sambungan=siap.sambungan
    )


def _formulir(buku: BukuKerja, berkas: Path) -> HasilTombol:
    """A form for every bidang in a folder beside the workbook."""
    from lkjip_xl import perintah
    from lkjip_xl.formulir import terbitkan

    hasil = terbitkan(buku, berkas=berkas.name or "buku ini")
    perintah.tulis_formulir(hasil, berkas, folder := perintah.folder_formulir(berkas))
    kalimat = f"{len(hasil.formulir)} formulir dibuat di {folder}. Kirim ke bidangnya; yang kembali taruh di folder Ambil, lalu klik Ambil dari Berkas."
    return HasilTombol(
        " ".join([kalimat, *(t.pesan for t in hasil.temuan), *dict.fromkeys(t.saran for t in hasil.temuan)])
    )


def pindahkan(paket: Paket, folder: str, nama: str, sk: Skema | None = None) -> HasilTombol:
    """A new workbook of today's template beside the open one, of which `paket` is a copy; that one is not touched.

    folder, nama: where the open workbook says it lies; a folder that is none on this computer becomes Documents.
    """
    from lkjip_xl import perintah
    from lkjip_xl.perbarui import LEMBAR_PERUBAHAN

    tempat = folder_buku(folder)
    asal = tempat / nama
    di_sana = str(tempat) == str(Path(folder))
    hasil = perintah.pindah_templat(paket, asal, sk=sk, seperti=asal if di_sana and asal.is_file() else None)
    if hasil.berkas is None:
        return HasilTombol("Buku ini sudah memakai templat terbaru; tidak ada yang ditulis.")
    semua = hasil.perbarui.perubahan
    dibiarkan = sum(not p.dilakukan for p in semua)
    kalimat = [
        f"Buku baru dengan templat terbaru: {hasil.berkas}.",
        f"{hasil.perbarui.sel} sel isian terbawa; {len(semua) - dibiarkan} perubahan, {dibiarkan} hal dibiarkan: lihat lembar {LEMBAR_PERUBAHAN} di buku baru.",
        "Buku ini tidak diubah." if di_sana else f"Buku ini tidak diubah; karena tidak tersimpan di komputer ini, buku baru ditaruh di {tempat}.",
    ]  # fmt: skip
    return HasilTombol(" ".join(kalimat), buka=hasil.berkas)


def _validasi(buku: BukuKerja, lembar: str) -> HasilTombol:
    """Findings of the whole workbook, or those of one sheet."""
    import openpyxl

    from lkjip_xl.lembar.hasil import NAMA_HASIL, SEL_PERTAMA, bangun_hasil
    from lkjip_xl.lembar.reviu import bangun_reviu
    from lkjip_xl.validasi.periksa import periksa

    laporan = periksa(buku)
    if lembar:
        terbuka, kecuali = ([t for t in x if t.menyangkut(lembar)] for x in (laporan.temuan, laporan.dikecualikan))
        laporan = replace(laporan, temuan=terbuka, dikecualikan=kecuali)
    wb = openpyxl.Workbook()
    bangun_hasil(wb.worksheets[0], laporan, lembar)
    if laporan.reviu is not None:
        bangun_reviu(wb.create_sheet(), laporan.reviu)
    kalimat = (f"Lembar {lembar}: " if lembar else "") + laporan.kalimat(tertulis=True)
    tampil = [NAMA_HASIL, *(t.lembar for t in laporan.temuan)]
    return HasilTombol(kalimat, wb.worksheets, tampil=tampil, berdiri=(NAMA_HASIL, SEL_PERTAMA))


def _ringkas(buku: BukuKerja, _lembar: str) -> HasilTombol:
    from lkjip_xl.lembar.buku_ringkasan import bangun_buku, kalimat_ringkas, lembar_berisi
    from lkjip_xl.ringkasan import periksa_masukan

    kurang = periksa_masukan(buku, "buku ini")
    wb = bangun_buku(buku)
    berisi = lembar_berisi(wb)
    berdiri = (berisi[0], "A1") if berisi else None
    return HasilTombol(kalimat_ringkas(buku, len(wb.sheetnames), kurang), wb.worksheets, tampil=berisi, berdiri=berdiri)


def _rapikan(buku: BukuKerja, _lembar: str) -> HasilTombol:
    """First click: the preview. Second click, the preview unchanged but for ya and tidak: what is marked ya."""
    import openpyxl

    from lkjip_xl.excel.protokol import SelIsian
    from lkjip_xl.lembar.daftar import SEL_PERTAMA as SEL_DAFTAR
    from lkjip_xl.perubahan.catatan import LEMBAR_RIWAYAT, TANPA_UNDO, baca_riwayat, bangun_riwayat
    from lkjip_xl.rapikan.pratinjau import LEMBAR_USULAN, bangun_usulan, diterima
    from lkjip_xl.rapikan.terapkan import catat
    from lkjip_xl.rapikan.usulan import usulan
    from lkjip_xl.tabel.tanda import cari_milik

    daftar = usulan(buku)
    pratinjau = cari_milik(buku.lain, buku.tanda, LEMBAR_USULAN)
    if not daftar and pratinjau is None:
        return HasilTombol("Tidak ada angka yang perlu dirapikan.")
    terima = diterima(pratinjau, daftar) if daftar else []
    wb = openpyxl.Workbook()
    if terima is None:
        bangun_usulan(wb.worksheets[0], daftar)
        pasti = sum(u.pasti for u in daftar)
        kalimat = f"{len(daftar)} usulan, {pasti} pasti. Periksa kolom Terapkan di lembar {LEMBAR_USULAN}, lalu klik Rapikan lagi. {TANPA_UNDO}"
        return HasilTombol(kalimat, wb.worksheets, berdiri=(LEMBAR_USULAN, SEL_DAFTAR))
    if not terima:
        return HasilTombol("Tidak ada usulan yang ditandai ya; tidak ada yang berubah.")
    lama = baca_riwayat(cari_milik(buku.lain, buku.tanda, LEMBAR_RIWAYAT))
    awal = max((p.no for p in lama), default=0)
    waktu = datetime.now().strftime("%Y-%m-%d %H:%M")
    bangun_usulan(wb.worksheets[0], [u for u in daftar if u not in terima])
    bangun_riwayat(wb.create_sheet(), [*lama, *catat(terima, awal, waktu, {})])
    isian = [SelIsian(u.lembar, u.sel, u.menjadi, u.format) for u in terima]
    return HasilTombol(f"{len(terima)} sel dirapikan; tercatat di lembar {LEMBAR_RIWAYAT}.", wb.worksheets, isian)


def _ambil(buku: BukuKerja, berkas: Path) -> HasilTombol:
    from lkjip_xl.ambil.pratinjau import LEMBAR_PRATINJAU
    from lkjip_xl.ambil.tombol import klik
    from lkjip_xl.lembar.daftar import SEL_PERTAMA as SEL_DAFTAR

    hasil = klik(buku, berkas, datetime.now().strftime("%Y-%m-%d %H:%M"))
    return HasilTombol(*hasil, berdiri=(LEMBAR_PRATINJAU, SEL_DAFTAR) if hasil[1] and not hasil[2] else None)


_PERINTAH: dict[str, Callable[[BukuKerja, str], HasilTombol]] = {
    "validasi": _validasi,
    "ringkas": _ringkas,
    "rapikan": _rapikan,
}
