"""Tables of PDF files with a text layer through pdfplumber (extra `pdf`), in a child process.

Ruled tables are read as ruled. A table without lines is read only where every line of it fills the same columns;
otherwise its page is named, since columns that are guessed put figures where they do not belong.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.sumber.anak import BatasAnak, baca_di_anak
from lkjip_xl.sumber.bagian import Bagian
from lkjip_xl.sumber.gambar import DEKAT, catatan_daftar, catatan_gambar, judul_gambar
from lkjip_xl.sumber.judul_bawah import BAWAH_MAKS, judul_di_bawah
from lkjip_xl.sumber.model import Kisi, Sumber
from lkjip_xl.sumber.pdf_alinea import alinea
from lkjip_xl.sumber.pdf_baris import Baris, berulang, susun_baris, teks_huruf
from lkjip_xl.sumber.pdf_daftar import daftar_halaman
from lkjip_xl.sumber.pdf_kata import sambung_kata
from lkjip_xl.sumber.pdf_tabel import KisiHalaman, Lajur, bergaris, sekolomkan
from lkjip_xl.sumber.pdf_tanpa_garis import tanpa_garis

BATAS = BatasAnak(detik=600)
ATAS_MAKS = 3
SEPEREMPAT = 90  # degrees of a turn
MIRING_MIN = 0.8  # share of letters that lie on a sideways page; a high heading alone has fewer
_JENIS = "PDF"
_JUDUL = re.compile(r"(?:tabel|table)\s+[\dIVXA-Z]", re.IGNORECASE)
_CID_MAKS = 0.2  # share of letters a font gives no meaning to


def baca_pdf(path: Path, batas: BatasAnak = BATAS) -> Sumber:
    """Tables of a PDF file as grids by page; raises GalatBerkas where it is none, locked, beyond the limits, or pdfplumber is missing."""
    data = baca_biasa(path)
    if b"%PDF-" not in data[:1024]:
        raise GalatBerkas("SB-05", berkas=path.name, jenis=_JENIS, bagian="")
    if find_spec("pdfplumber") is None:
        raise GalatBerkas("SB-03", berkas=path.name)
    return baca_di_anak(__name__, "urai_pdf", data, path.name, batas)


def urai_pdf(data: bytes) -> Sumber:
    """What the child does: every page by itself, then what repeats on all of them taken for header and footer."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    halaman: list[tuple[int, list[KisiHalaman], list[Baris]]] = []
    buta: list[int] = []
    ragu: list[int] = []
    terpotong: list[int] = []
    gambar: list[tuple[str, str]] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for n, h in enumerate(pdf.pages, 1):
                if _buta(h):
                    buta.append(n)
                elif h.chars:
                    h = _tegakkan(pdf, h)
                    kisi, baris, tak_pasti = _halaman(h, _terusan(halaman, n))
                    halaman.append((n, kisi, baris))
                    gambar += ((f"hlm. {n}", judul) for judul in _gambar(h, kisi, baris))
                    if any(k.terpotong for k in kisi):
                        terpotong.append(n)
                    if tak_pasti:
                        ragu.append(n)
                h.close()
    except PdfminerException as galat:
        if galat.args and isinstance(galat.args[0], PDFPasswordIncorrect):
            raise GalatBerkas("SB-04", berkas="") from galat
        raise GalatBerkas("SB-05", berkas="", jenis=_JENIS, bagian="") from galat
    except MemoryError as galat:
        raise GalatBerkas("SB-02", berkas="") from galat
    except Exception as galat:  # pdfminer raises whatever a damaged file makes it stumble over
        raise GalatBerkas("SB-05", berkas="", jenis=_JENIS, bagian="") from galat
    catatan: list[tuple[str, dict[str, object]]] = []
    putus = _sambung(halaman)
    if buta:
        catatan.append(("SB-06", {"halaman": _daftar(buta)}))
    if ragu:
        catatan.append(("SB-07", {"halaman": _daftar(ragu)}))
    if terpotong:
        catatan.append(("SB-15", {"halaman": _daftar(terpotong)}))
    catatan += catatan_gambar(gambar) + catatan_daftar("SB-23", putus)
    ulang = berulang([baris for _, _, baris in halaman])
    halaman = [(n, kisi, [b for b in baris if b.kunci not in ulang]) for n, kisi, baris in halaman]
    return Sumber("", _kisi(halaman), catatan, tuple(alinea(halaman)))


def _sambung(halaman: list[tuple[int, list[KisiHalaman], list[Baris]]]) -> list[str]:
    """Put the cut words of all cells together; those that nothing tells to be one or two, each once."""
    kisi = [k for _, semua, _ in halaman for k in semua]
    baca, ragu = sambung_kata(
        [s for k in kisi for s in k.sel.values()], [b.teks for *_, baris in halaman for b in baris]
    )
    for k in kisi:
        k.sel = {tempat: baca(s) for tempat, s in k.sel.items()}
    return list(dict.fromkeys(ragu))


def _tegakkan(pdf: Any, h: Any) -> Any:
    """The page turned so that its letters stand upright, where most of them lie on their side: wide tables on upright pages."""
    miring = [c for c in h.chars if not c["upright"]]
    if len(miring) < MIRING_MIN * len(h.chars):
        return h
    naik = sum(c["matrix"][1] > 0 for c in miring)  # read from below
    asal = h.page_obj
    asal.rotate = (asal.rotate + (SEPEREMPAT if 2 * naik >= len(miring) else 3 * SEPEREMPAT)) % (4 * SEPEREMPAT)
    asal.attrs["Rotate"] = asal.rotate
    return type(h)(pdf, asal, h.page_number, h.initial_doctop)


def _buta(h: Any) -> bool:
    """Whether a page shows something, but no letters that mean anything: a scan, outlines, a font without meaning."""
    if not h.chars:
        return bool(h.images or h.curves)
    return sum(c["text"].startswith("(cid:") for c in h.chars) > _CID_MAKS * len(h.chars)


def _gambar(h: Any, kisi: list[KisiHalaman], baris: list[Baris]) -> Iterator[str]:
    """What announces pictures of the page as tables, no table or other picture between them."""
    for g in h.images:
        atas, bawah = g["top"] + 1, g["bottom"] - 1
        batas = max(
            (y for y in (*(k.kotak[3] for k in kisi), *(x["bottom"] for x in h.images)) if y <= atas),
            default=float("-inf"),
        )
        lanjut = min(
            (y for y in (*(k.kotak[1] for k in kisi), *(x["top"] for x in h.images)) if y >= bawah),
            default=float("inf"),
        )
        sesudah = [b.teks for b in baris if bawah < b.tengah < lanjut]
        menyusul = len(sesudah) < DEKAT and any(k.kotak[1] == lanjut for k in kisi)
        sebelum = [b.teks for b in baris if batas <= b.tengah < atas]
        if judul := judul_gambar(sebelum, sesudah[0] if sesudah else "", tabel_menyusul=menyusul):
            yield judul


def _terusan(halaman: list[tuple[int, list[KisiHalaman], list[Baris]]], n: int) -> Lajur | None:
    """The columns of a table without lines that the page before ends with."""
    if not halaman or halaman[-1][0] != n - 1 or not halaman[-1][1]:
        return None
    akhir, lain = halaman[-1][1][-1], halaman[-1][2]
    habis = any(b.tengah >= akhir.kotak[3] and not b.teks.isdigit() for b in lain)
    return None if habis else akhir.lajur


def _halaman(h: Any, terusan: Lajur | None) -> tuple[list[KisiHalaman], list[Baris], bool]:
    """Tables of a page from above, the lines of text outside of them, and whether tables were left out."""
    kisi, sisa, luar = bergaris(h)
    baris = susun_baris(sisa)
    lagi, baris, tak_pasti = tanpa_garis(baris, None if kisi else terusan)
    daftar, baris, terbuka = daftar_halaman(baris)
    semua = sorted([*kisi, *lagi, *daftar], key=lambda k: (k.kotak[1], k.kotak[0]))
    return semua, baris, luar or tak_pasti or terbuka


def _kisi(halaman: list[tuple[int, list[KisiHalaman], list[Baris]]]) -> list[Kisi]:
    """Grids with their titles: the lines between a table and the one above it."""
    for deret in _berturut(halaman):
        sekolomkan(deret)
    hasil: list[Kisi] = []
    bawah: list[list[str]] = []  # the lines right below each
    bagian = Bagian()
    yatim: list[str] = []  # a title left at the foot of a page, whose table begins on the next
    for n, kisi, lain in halaman:
        batas = float("-inf")
        for i, k in enumerate(kisi):
            jajar = [x for x in kisi if x.kotak[1] < k.kotak[3] and k.kotak[1] < x.kotak[3]]
            mulai = max((x.kotak[3] for x in kisi[:i] if x.kotak[3] <= k.kotak[1]), default=float("-inf"))
            di_atas = [t for b in lain if mulai <= b.tengah < k.kotak[1] and (t := _di_samping(b, k, jajar))]
            if di_atas and batas > float("-inf") and mulai == batas:
                bawah[-1] = di_atas
            bagian.lihat_semua(di_atas)
            atas = di_atas or yatim
            yatim = []
            batas = max(batas, k.kotak[3])
            nomor = len(hasil) + 1
            atas = tuple(atas[-ATAS_MAKS:])
            kisi_ini = Kisi("", f"hlm. {n}", nomor, k.sel, k.gabung, atas, bagian=bagian.kini, paragraf=k.paragraf)
            hasil.append(kisi_ini)
            bawah.append([])
        sisa = [b.teks for b in lain if b.tengah >= batas]
        bagian.lihat_semua(sisa)
        yatim = _judul_yatim(sisa)
        if kisi and sisa:
            bawah[-1] = sisa
    hasil = [replace(k, bawah=tuple(x[:BAWAH_MAKS])) for k, x in zip(hasil, bawah, strict=True)]
    return _berjudul_bawah(hasil, [(x or [""])[0] for x in bawah])


def _di_samping(b: Baris, k: KisiHalaman, jajar: Sequence[KisiHalaman]) -> str:
    """What a line says above one of tables side by side: its pieces nearest to that one; all of it above the first where it is one text."""
    milik = [min(jajar, key=lambda x: max(x.kotak[0] - p.kanan, p.kiri - x.kotak[2])) for p in b.potong]
    if len({id(x) for x in milik}) < 2:
        return b.teks if k is jajar[0] else ""
    return teks_huruf([[h for p, x in zip(b.potong, milik, strict=True) if x is k for h in p.huruf]])[0]


def _berjudul_bawah(kisi: list[Kisi], bawah: list[str]) -> list[Kisi]:
    """The grids with captions that stand below their tables; of a table over several pages below its last part."""
    kepala = [i for i, k in enumerate(kisi) if i == 0 or k.atas or bawah[i - 1]]
    akhir = [*(i - 1 for i in kepala[1:]), len(kisi) - 1]
    baru = judul_di_bawah([(kisi[i], bawah[z]) for i, z in zip(kepala, akhir, strict=True)]) if kisi else []
    ganti = dict(zip(kepala, baru, strict=False))
    return [ganti.get(i, k) for i, k in enumerate(kisi)]


def _berturut(halaman: list[tuple[int, list[KisiHalaman], list[Baris]]]) -> Iterator[list[KisiHalaman]]:
    """Grids with nothing but the end of a page between them, in their order: one table may run through them."""
    deret: list[KisiHalaman] = []
    lalu = 0
    for n, kisi, baris in halaman:
        lain = [b.tengah for b in baris if not b.teks.isdigit()]
        for i, k in enumerate(kisi):
            atas = kisi[i - 1].kotak[3] if i else float("-inf")
            terus = i == 0 and n == lalu + 1 and not any(atas <= y < k.kotak[1] for y in lain)
            if not terus:
                yield deret
                deret = []
            deret.append(k)
        habis = not kisi or any(y >= kisi[-1].kotak[3] for y in lain)
        lalu = 0 if habis else n
    yield deret


def _judul_yatim(teks: list[str]) -> list[str]:
    """Of the lines below the last table of a page those of a title that nothing but a page number follows."""
    awal = next((i for i in range(len(teks) - 1, -1, -1) if _JUDUL.match(teks[i])), None)
    return [t for t in teks[awal:] if not t.isdigit()] if awal is not None and len(teks) - awal <= ATAS_MAKS else []


def _daftar(nomor: list[int]) -> str:
    """Page numbers as people write them: 1, 3–5."""
    lajur: list[list[int]] = []
    for n in nomor:
        if lajur and lajur[-1][1] == n - 1:
            lajur[-1][1] = n
        else:
            lajur.append([n, n])
    return ", ".join(str(a) if a == z else f"{a}–{z}" for a, z in lajur)
