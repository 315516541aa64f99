"""The sheet Hasil Validasi: one finding per row, the cell as a link that jumps there, hidden columns that feed the marks."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.alamat import rujuk
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan, Tingkat
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.daftar import tulis_baris
from lkjip_xl.lembar.halaman import atur_cetak, atur_daerah, atur_tepi, lindungi
from lkjip_xl.lembar.kepala import KolomKepala, bekukan, tulis_judul, tulis_kembali, tulis_kepala, ulangi_kepala
from lkjip_xl.lembar.sel import beri_nama, di, tautkan, tulis
from lkjip_xl.lembar.ukuran import sembunyikan_kolom
from lkjip_xl.skema.pesan import sebut_angka
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA
from lkjip_xl.tabel.tanda import HASIL, tandai

NAMA_HASIL = HASIL
KEPALA = ("No", "Tingkat", "Lembar", "Sel", "Masalah", "Yang harus dilakukan", "Isi", "Seharusnya", "Kode")
LEBAR = (5, 11, 15, 11, 41, 37, 16, 16, 8)  # all of it on a screen 1,366 pixels wide
SEL_MUAT = 12  # letters
SEL_PERTAMA = f"D{BARIS_KEPALA + 1}"  # the link of the first finding
KOLOM_TANDA = 11  # K, L, M: sheet, cell, severity — hidden, one row per marked cell
BARIS_TANDA = 4000
BARIS_BANYAK = BARIS_DATA - 1  # how many marks there are, above them
RUPA_TINGKAT = {
    Tingkat.KESALAHAN: gaya.DAFTAR.berwarna(gaya.MERAH),
    Tingkat.PERINGATAN: gaya.DAFTAR.berwarna(gaya.JINGGA),
    Tingkat.CATATAN: gaya.DAFTAR.berwarna(gaya.BIRU_MUDA),
    Tingkat.TAK_DAPAT: gaya.DAFTAR.berwarna(gaya.ABU),
}
BEBAS = ("formatColumns", "formatRows", "autoFilter")
BELUM = "Belum diperiksa. Klik tombol Validasi di lembar Petunjuk atau jalankan: lkjip validasi NAMA-BUKU.xlsm --tulis"


def bangun_hasil(ws: Worksheet, laporan: HasilPeriksa | None, lembar: str = "") -> None:
    """Write the findings (None = not yet validated) and the columns the conditional formats look into.

    lembar: the only sheet whose findings they are.
    """
    ws.title = NAMA_HASIL
    hanya = f"Lembar {lembar} saja: " if lembar else ""
    tulis_judul(
        ws,
        "HASIL PEMERIKSAAN",
        BELUM if laporan is None else hanya + _ringkas(laporan),
        "Klik alamat di kolom Sel untuk melompat ke sel yang perlu diperiksa; yang terpenting ada di atas."
        if laporan is not None
        else None,
    )
    tulis_kembali(ws)
    tulis_kepala(ws, [KolomKepala(*k) for k in zip(KEPALA, LEBAR, strict=True)])
    temuan = laporan.temuan if laporan is not None else []
    for n, t in enumerate(temuan, 1):
        _tulis_temuan(ws, BARIS_KEPALA + n, n, t)
    _tulis_tanda(ws, temuan)
    akhir = BARIS_KEPALA + max(len(temuan), 1)
    bekukan(ws, baris=BARIS_KEPALA + 1)
    ws.auto_filter.ref = f"A{BARIS_KEPALA}:I{akhir}"
    atur_cetak(ws)
    atur_tepi(ws)
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["hasil"]
    ulangi_kepala(ws)
    atur_daerah(ws, len(KEPALA), akhir)
    tandai(ws)
    lindungi(ws, BEBAS)


def _ringkas(laporan: HasilPeriksa) -> str:
    n = laporan.jumlah()
    if not laporan.temuan:
        return "Tidak ada ketidaksesuaian."
    return ", ".join(f"{n[t]} {t.lower()}" for t in Tingkat if n.get(t))


def _tulis_temuan(ws: Worksheet, baris: int, nomor: int, t: Temuan) -> None:
    sel, pesan = _sel_dan_pesan(t)
    isi = (nomor, t.tingkat.value, t.lembar, sel, pesan, t.saran, _teks(t.nilai), _teks(t.seharusnya), t.kode)
    tulis_baris(ws, baris, isi, {2: RUPA_TINGKAT[t.tingkat]})
    if t.sel and t.lembar:
        tautkan(di(ws, baris, 4), rujuk(t.lembar, t.sel_pertama))


def _sel_dan_pesan(t: Temuan) -> tuple[str, str]:
    """The address to jump to, and what is wrong; a long list of addresses stands there whole, where it has room."""
    if len(t.sel) <= SEL_MUAT:
        return t.sel, t.pesan
    return f"{t.sel_pertama} …", f"{t.pesan} Sel: {t.sel}."


def _teks(nilai: object) -> str:
    if nilai is None or nilai != nilai:  # NaN is a blank, too
        return ""
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        return sebut_angka(nilai)
    return str(nilai)


def _tulis_tanda(ws: Worksheet, temuan: list[Temuan]) -> None:
    akhir = BARIS_DATA + BARIS_TANDA - 1
    banyak = f"'{NAMA_HASIL}'!$K${BARIS_BANYAK}"
    for i, nama in enumerate(("TandaLembar", "TandaSel", "TandaTingkat")):
        h = "KLM"[i]
        sembunyikan_kolom(ws, KOLOM_TANDA + i)
        tulis(ws, BARIS_KEPALA, KOLOM_TANDA + i, nama, gaya.TANDA)
        kolom = f"'{NAMA_HASIL}'!${h}${BARIS_DATA}"
        # every cell of every sheet asks these names: they end where the marks end
        beri_nama(ws, nama, f"{kolom}:INDEX({kolom}:${h}${akhir},MAX(1,{banyak}))")
    baris = BARIS_DATA
    for t in temuan:
        if t.tingkat not in (Tingkat.KESALAHAN, Tingkat.PERINGATAN) or not t.sel:
            continue
        for sel in t.sel_semua or (t.sel,):
            if baris <= akhir:
                for i, x in enumerate((t.lembar, sel, t.tingkat.value)):
                    tulis(ws, baris, KOLOM_TANDA + i, x, gaya.TANDA)
                baris += 1
    tulis(ws, BARIS_BANYAK, KOLOM_TANDA, baris - BARIS_DATA, gaya.TANDA)
