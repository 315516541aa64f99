"""Hand-made packages as generators: unusual ones that must be accepted and kept whole, hostile ones that must be refused."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

from tangguh import dasar, kolam, olah
from tangguh.bentuk import BENTUK
from tangguh.hasil import Hasil, Kelas
from tangguh.hiasan import HIASAN
from tangguh.jahat import JAHAT
from tangguh.jalan import lkjip
from tangguh.perkakas import PERKAKAS

BENIH = 9
TERIMA, TOLAK = "made: to accept", "made: to refuse"
GABUNGAN = 50  # packages with several additions in another form
HIAS = ("catatan_lembar", "kotak_teks", "tabel", "tersembunyi", "nama_pengguna", "rumus_bersama", "tombol_excel")
# what two additions of one package may not both do
BERTENTANGAN = {"bersama", "bersama_kaya", "sebaris_kaya"}
# forms that look for parts another form renames or a text another addition moves
SENDIRI = {
    "awalan_buku",
    "petik_tunggal",
    "utf16",
    "nama_bagian_lain",
    "huruf_lain",
    "buku_di_akar",
    "tanpa_gaya",
    "rid_lain",
    "exceljs",
}

Pembuat = Callable[[], bytes]


@cache
def _asal() -> dict[str, bytes]:
    return olah.bagian(dasar.buku_kecil())


def hias(isi: olah.Bagian) -> None:
    """What a workbook in use commonly carries."""
    for nama in HIAS:
        HIASAN[nama](isi)


@cache
def yang_diterima() -> dict[str, Pembuat]:
    """Every addition, every form, and combinations under a fixed seed."""
    hasil: dict[str, Pembuat] = {"polos": dasar.buku_kecil, "openpyxl": _openpyxl}
    hasil |= {f"hiasan {n}": lambda n=n: _buat([n], None) for n in HIASAN}
    hasil |= {f"bentuk {n}": lambda n=n: _buat([], n) for n in BENTUK}
    r = Random(BENIH)
    for _ in range(GABUNGAN):
        pilih = r.sample(sorted(HIASAN), 4)
        pilih = [n for i, n in enumerate(pilih) if n not in BERTENTANGAN or not BERTENTANGAN & set(pilih[:i])]
        form = r.choice(sorted(set(BENTUK) - SENDIRI))
        hasil[f"{'+'.join(pilih)} {form}"] = lambda p=tuple(pilih), f=form: _buat(p, f)
    return hasil


def yang_ditolak() -> dict[str, Pembuat]:
    """Every hostile package."""
    return {n: lambda f=f: f(dict(_asal())) for n, f in JAHAT.items()}


def _buat(hiasan: list[str] | tuple[str, ...], bentuk: str | None) -> bytes:
    isi = dict(_asal())
    for n in hiasan:
        HIASAN[n](isi)
    return olah.kemas(isi) if bentuk is None else BENTUK[bentuk](isi)


def _openpyxl() -> bytes:
    """Loaded and saved by openpyxl, as many offices' own scripts do."""
    import openpyxl

    wb = openpyxl.load_workbook(io.BytesIO(dasar.buku_kecil()), keep_vba=True)
    keluar = io.BytesIO()
    wb.save(keluar)
    wb.vba_archive.close()
    return keluar.getvalue()


def jalankan(proses: int = 2, *, terima: list[str] | None = None, tolak: list[str] | None = None) -> Iterator[Hasil]:
    """Outcomes of all packages, or of those named."""
    baik = sorted(yang_diterima()) if terima is None else terima
    buruk = sorted(yang_ditolak()) if tolak is None else tolak
    _asal()
    yield from kolam.kerjakan(TERIMA, range(len(baik)), lambda i: [_diterima(baik[i])], proses, batas=20)
    yield from kolam.kerjakan(TOLAK, range(len(buruk)), lambda i: [_ditolak(buruk[i])], proses)


def _diterima(kasus: str) -> Hasil:
    """validasi and ringkas work, and all that is not theirs stays byte for byte."""
    from tangguh.mutan import coba_perintah

    data = yang_diterima()[kasus]()
    for perintah in ("validasi", "ringkas", "validasi-tulis"):
        with tempfile.TemporaryDirectory() as folder:
            kelas, rinci = coba_perintah(perintah, data, Path(folder), "sah.xlsm")
        if kelas in (Kelas.OK, Kelas.TEMUAN):
            continue
        if kelas is Kelas.DITOLAK:  # a false refusal: somebody loses the use of the file
            kelas = Kelas.KELUAR3
        return Hasil(TERIMA, kasus, kelas, rinci)
    return Hasil(TERIMA, kasus, Kelas.OK)


def _ditolak(kasus: str) -> Hasil:
    """Exit 4, the file named and untouched, by a command that reads and one that writes."""
    data = yang_ditolak()[kasus]()
    # content types are needed for writing only: to read a workbook whose list is damaged does no harm
    for perintah in ("ringkas",) if "@[Content_Types]" in kasus else ("validasi", "ringkas"):
        with tempfile.TemporaryDirectory() as folder:
            berkas = Path(folder) / "jahat.xlsm"
            berkas.write_bytes(data)
            keluaran = lkjip(PERKAKAS[perintah].argumen[0], berkas)
            kelas, rinci = keluaran.nilai(berkas)
            if berkas.read_bytes() != data:
                return Hasil(TOLAK, kasus, Kelas.RUSAK, f"{perintah}: changed")
        if kelas is not Kelas.DITOLAK:
            return Hasil(
                TOLAK,
                kasus,
                Kelas.KELUAR3 if kelas in (Kelas.OK, Kelas.TEMUAN) else kelas,
                f"{perintah}: {rinci or 'accepted'}",
            )
    return Hasil(TOLAK, kasus, Kelas.DITOLAK)
