"""What the checklist of the guide shows, in Python: stored beside its formulas, and the same to the cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkjip_xl.buku.baca import Lembar, baca_buku
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import pecah, sel
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.skema.model import WAJIB, Kolom, Skema
from lkjip_xl.tabel.daftar_lembar import (
    ACUAN,
    BARIS_TEMUAN,
    BELUM,
    BUKA,
    HASIL_MAKS,
    ISI,
    KOLOM_ANGKA,
    LAPORKAN,
    LENGKAPI,
    LETAK_HASIL,
    LIHAT,
    NAMA_DAFTAR,
    PERBAIKI,
    PERIKSA,
    RINGKASAN,
    RINGKASKAN,
    TAUTAN,
    TINGKAT,
    Baris,
    Letak,
    berpasangan,
    isi_awal,
    kolom_isian,
    kolom_pokok,
    kolom_wajib,
    panjang_teks,
    semua_baris,
)  # fmt: skip
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja, Tabel
from lkjip_xl.tabel.sidik import KOLOM_SIDIK
from lkjip_xl.tabel.tanda import DASBOR, HASIL, PETUNJUK, teks

Isi = float | str


def berisi(t: Tabel) -> bool:
    """Does an input sheet hold something that the template had not put there?"""
    return _isi(t, [x for k in kolom_isian(t.skema) for x in _sel_isian(t, k)]) != 0


def nilai_baris(buku: BukuKerja, lain: Mapping[str, Lembar], b: Baris) -> dict[str, Isi]:
    """What the columns of a row show; lain: the sheets that are no input sheets, as they stand now."""
    if b.skema is not None:
        return _nilai_isian(buku[b.skema.id], lain)
    return _nilai_hasil(lain, b.lembar) if b.tampilan == RINGKASAN else _nilai_temuan(lain)


def _nilai_isian(t: Tabel, lain: Mapping[str, Lembar]) -> dict[str, Isi]:
    terpakai = _baris_terpakai(t)
    isian = [x for k in kolom_isian(t.skema) for x in _sel_isian(t, k)]
    hasil: dict[str, Isi] = {
        "isi": float(_isi(t, isian)),
        "baris": float(len(isian) if berpasangan(t.skema) else len(terpakai)),
        "kurang": float(sum(_kosong(t, b, k) for k in kolom_wajib(t.skema) for b in terpakai)),
    }
    return hasil | _tingkat(lain, t.lembar)


def _isi(t: Tabel, isian: list[object]) -> int:
    n, panjang = isi_awal(t.skema)
    return len(isian) if not n else abs(len(isian) - n) + abs(sum(panjang_teks(x) for x in isian) - panjang)


def _sel_isian(t: Tabel, kolom: str) -> list[object]:
    """What stands in the cells of a typed column, blanks left out."""
    baris = range(BARIS_DATA, BARIS_DATA + (1 if berpasangan(t.skema) else t.skema.baris))
    return [x for b in baris if (x := _mentah(t.sel.get((b, kolom)))) is not None]


def _mentah(s: SelKerja | None) -> object:
    if s is None or s.asal is Asal.KOSONG:
        return None
    for x in (s.teks, s.mentah, s.nilai, s.rumus):
        if x is not None and x != "":
            return x
    return None


def _baris_terpakai(t: Tabel) -> list[int]:
    if berpasangan(t.skema):
        return [BARIS_DATA]
    pokok = kolom_pokok(t.skema)
    baris = range(BARIS_DATA, BARIS_DATA + t.skema.baris)
    return [b for b in baris if any(_mentah(t.sel.get((b, k))) is not None for k in pokok)]


def _kosong(t: Tabel, baris: int, k: Kolom) -> bool:
    if k.jenis == "isian":
        return _mentah(t.sel.get((baris, k.nama))) is None
    s = t.sel.get((baris, k.nama))
    if s is not None and s.asal is not Asal.RUMUS and s.teks is not None:
        return False
    x = t.penuh[k.nama][baris - BARIS_DATA]
    return not isinstance(x, Galat) and x in (None, "")


def _nilai_temuan(lain: Mapping[str, Lembar]) -> dict[str, Isi]:
    x = lain.get(HASIL)
    belum = x is not None and any(teks(x, b, 1).startswith(BELUM) for b in LETAK_HASIL)
    return {"isi": float(not belum), "baris": float(len(_temuan(lain)))} | _tingkat(lain, None)


def _nilai_hasil(lain: Mapping[str, Lembar], nama: str) -> dict[str, Isi]:
    x = lain.get(nama)
    n = 0 if x is None else _angka(x) if nama == DASBOR else _bertanda(x)
    return {"isi": float(n), "baris": float(n)} | _tingkat(lain, nama)


def _angka(x: Lembar) -> int:
    return sum(k in KOLOM_ANGKA and isinstance(s.nilai, float) and b <= HASIL_MAKS for (b, k), s in x.sel.items())


def _bertanda(x: Lembar) -> int:
    return sum(k == KOLOM_SIDIK and BARIS_DATA <= b < BARIS_DATA + HASIL_MAKS for b, k in x.sel)


def _temuan(lain: Mapping[str, Lembar]) -> list[tuple[str, str]]:
    """Severity and sheet of every line of Hasil Validasi."""
    x = lain.get(HASIL)
    if x is None:
        return []
    baris = sorted(b for b, k in x.sel if k == 1 and b >= BARIS_TEMUAN and isinstance(x.sel[b, k].nilai, float))
    return [tuple(str(x.sel[b, k].nilai) if (b, k) in x.sel else "" for k in (2, 3)) for b in baris]  # pyright: ignore[reportReturnType]


def _tingkat(lain: Mapping[str, Lembar], lembar: str | None) -> dict[str, Isi]:
    semua = [t for t, n in _temuan(lain) if lembar is None or kunci_excel(n) == kunci_excel(lembar)]
    return {n: float(semua.count(t.value)) for n, t in TINGKAT.items()}


def _langkah(nilai: Sequence[Mapping[str, Isi]], baris: Sequence[Baris], isian: int) -> tuple[str, str]:
    """The same in Python: where to go, what to do."""
    semua = list(zip(baris[:isian], nilai[:isian], strict=True))
    wajib = [(b, n) for b, n in semua if b.kebutuhan == WAJIB and (not n["baris"] or n["kurang"])]
    kurang = [(b, n) for b, n in semua if n["kurang"]]
    if ada := wajib or kurang:
        b, n = ada[0]
        if not n["baris"]:
            return b.lembar, f"{ISI[0]}{b.lembar}{ISI[1]}"
        return b.lembar, f"{LENGKAPI[0]}{b.lembar}{LENGKAPI[1]}{n['kurang']:.0f}{LENGKAPI[2]}"
    temuan = nilai[isian]
    ke = HASIL if temuan["kesalahan"] else ""
    if not temuan["isi"]:
        return ke, PERIKSA
    if ke:
        return ke, f"{temuan['kesalahan']:.0f}{PERBAIKI}"
    return ke, LAPORKAN if any(n["isi"] for n in nilai[isian + 1 :]) else RINGKASKAN


def tempat_daftar(paket: Paket) -> tuple[int, int] | None:
    """Row and column of the first cell of the checklist; None in a workbook of a template that had none."""
    for e in BukuXml(paket).semua_nama():
        if e.get("name") == NAMA_DAFTAR and e.text and "#REF" not in e.text:
            return pecah(e.text.rpartition("!")[2].partition(":")[0])
    return None


def alamat_daftar(paket: Paket, skema: Skema) -> set[str]:
    """Addresses of the cells `sel_daftar` has values for."""
    tempat = tempat_daftar(paket)
    if tempat is None:
        return set()
    baris = semua_baris(skema)
    letak = Letak(*tempat, len(baris), len(skema.lembar))
    isi: dict[str, Isi] = {letak.sel(i, k): "" for i, b in enumerate(baris) for k in b.rumus}
    isi |= {letak.tujuan: "", letak.langkah: ""}
    return isi.keys() | {a for a, _ in _penunjuk(paket, isi)}


def sel_daftar(paket: Paket, buku: BukuKerja) -> dict[str, Isi]:
    """What the cells of the checklist show, by address, and those that point to them."""
    tempat = tempat_daftar(paket)
    if tempat is None:
        return {}
    baris = semua_baris(buku.skema)
    hasil_ = [b for b in baris if b.skema is None and b.lembar in paket.lembar()]
    tanda = {b.lembar: [KOLOM_SIDIK] for b in hasil_ if b.tampilan == RINGKASAN and b.lembar != DASBOR}
    lain = baca_buku(paket, hanya=[b.lembar for b in hasil_], kolom=tanda).lembar
    nilai = [{k: x for k, x in nilai_baris(buku, lain, b).items() if k in b.rumus} for b in baris]
    isian = len(buku.skema.lembar)
    letak = Letak(*tempat, len(baris), isian)
    ke, langkah = _langkah(nilai, baris, isian)
    hasil: dict[str, Isi] = {letak.sel(i, k): x for i, n in enumerate(nilai) for k, x in n.items()}
    hasil |= {letak.tujuan: ke, letak.langkah: langkah}
    return hasil | dict(_penunjuk(paket, hasil))


def _penunjuk(paket: Paket, isi: Mapping[str, Isi]) -> Iterator[tuple[str, Isi]]:
    """Cells of the guide whose formula is nothing but one of these cells, and the link."""
    for tempat, s in baca_buku(paket, hanya=[PETUNJUK]).lembar[PETUNJUK].sel.items():
        if s.rumus and (m := ACUAN.fullmatch(s.rumus)) and m[1] + m[2] in isi:
            yield sel(*tempat), isi[m[1] + m[2]]
        elif s.rumus and (m := TAUTAN.match(s.rumus)) and (ke := isi.get(m[1] + m[2])) is not None:
            yield sel(*tempat), f"{BUKA}{ke}" if ke else ""
        elif s.rumus and (m := LIHAT.match(s.rumus)):
            yield sel(*tempat), m[1]
