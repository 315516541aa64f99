"""From typed cells to a BukuKerja: settings, scale, computed columns, the columns of every sheet.

Both sources of cells end here: a workbook (`muat.py`) and a folder of CSV (`csv.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.skala import Skala, baca_skala, baris_bernama, usul_batas
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.skema.versi_templat import lembar_versi
from lkjip_xl.tabel.baris_tulisan import baris_tulisan
from lkjip_xl.tabel.graf import KunciKolom
from lkjip_xl.tabel.hierarki import LEVEL, total_program
from lkjip_xl.tabel.hitung import hitung
from lkjip_xl.tabel.kata_terukur import putuskan_kata
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, Nilai, SelKerja, Tabel
from lkjip_xl.tabel.penilai import Lajur, Penilai

ID_SETELAN = "pengaturan"
ID_SKALA, ID_BAKU = "skala", "skala_baku"
KOLOM_SKALA = ("batas", "tanda", "kategori")
KOLOM_NAMA = "skala"  # of several scales in one book; not every schema has it
PERLU_BAKU = perlu(skala_baku="?batas ?tanda ?kategori ?skala", pengaturan="?skala_capaian")
"""What may stand in the place of the scale typed in the workbook."""
SKALA_UTAMA, SETELAN_SKALA = "SkalaCapaian", ("SkalaSasaran", "SkalaSerapan")  # settings that name a scale
SKALA_INDIKATOR = ("indikator", "skala_kategori")
TAHUN_TERAWAL, TAHUN_TERAKHIR = 1, 9999
DESIMAL_TERBANYAK = 6
LEVEL_PROGRAM = {"level", "nama", "kode"}  # columns of a sheet of programmes


def baca_setelan(skema: Skema, sel: Mapping[tuple[int, str], SelKerja]) -> dict[str, Nilai]:
    """Settings by defined name from the typed cells of the sheet Pengaturan (blank = None)."""
    hasil: dict[str, Nilai] = {}
    for kolom in skema.lembar[ID_SETELAN].kolom.values():
        s = sel.get((BARIS_DATA, kolom.nama))
        hasil[kolom.nama_setelan or kolom.nama] = s.nilai if s is not None else None
    return hasil


def setelan_aman(skema: Skema, setelan: Mapping[str, Nilai]) -> dict[str, Nilai]:
    """Settings as the program uses them: what is no possible year, number of decimals or text counts as not set.

    Decimals then are the template's own. The cells' formulas see what stands there; the finding is that of the cell.
    """
    hasil = dict(setelan)
    for kolom in skema.lembar[ID_SETELAN].kolom.values():
        nama = kolom.nama_setelan or kolom.nama
        x = hasil[nama]
        if isinstance(x, Galat) or (
            kolom.tipe == "tahun"
            and not (isinstance(x, float) and x == int(x) and TAHUN_TERAWAL <= x <= TAHUN_TERAKHIR)
        ):
            hasil[nama] = None
        if kolom.tipe == "cacah" and not (isinstance(x, float) and x == int(x) and 0 <= x <= DESIMAL_TERBANYAK):
            hasil[nama] = None if x is None else float(kolom.bawaan or 0)
    return hasil


def hitung_buku(
    skema: Skema, tabel: dict[str, Tabel], temuan: list[Temuan], dilewati: set[tuple[str, str]]
) -> BukuKerja:
    """Compute the formula columns; `tabel` holds the typed cells of every sheet and gets its columns."""
    setelan = baca_setelan(skema, tabel[ID_SETELAN].sel)
    panjang = {i: _panjang(t) for i, t in tabel.items()}
    lajur, timpa = _lajur(tabel, panjang)
    baris_skala, baris_baku = (
        _baris_skala(tabel[i], lajur, panjang[i]) if i in tabel else [] for i in (ID_SKALA, ID_BAKU)
    )
    skala, baku = _semua_skala(baris_skala), _semua_skala(baris_baku)
    baku.pop("")  # a known scale is chosen by its name: rows without one are nobody's
    penilai = Penilai(
        lajur,
        setelan,
        [b for b in baris_skala if skala.get(kunci_teks(b[3]))],
        [b for b in baris_baku if baku.get(kunci_teks(b[3]))],
    )
    harapan = hitung(skema, lajur, penilai, timpa)
    for i, t in tabel.items():
        _pasang(t, lajur, harapan, panjang[i])
    temuan = putuskan_kata(tabel, setelan, _temuan_skala(tabel[ID_SKALA], temuan), dilewati)
    dipakai = _skala_dipakai(skala, baku, setelan, lajur)
    return BukuKerja(skema, tabel, setelan_aman(skema, setelan), dipakai, temuan, dilewati, penilai=penilai)


def salin_buku(buku: BukuKerja) -> BukuKerja:
    """The same workbook with cells of its own, so that planning changes nothing."""
    tabel = {i: replace(t, sel=dict(t.sel)) for i, t in buku.tabel.items()}
    return hitung_buku(buku.skema, tabel, [], set(buku.dilewati))


def _semua_skala(baris: Sequence[Sequence[Nilai]]) -> dict[str, Skala]:
    """Scales by the key of their name, that of the indicators ("") first."""
    return {
        nama: _skala(baris_bernama(baris, nama)) for nama in dict.fromkeys(["", *(kunci_teks(b[3]) for b in baris)])
    }


def _skala_dipakai(
    sendiri: Mapping[str, Skala],
    baku: Mapping[str, Skala],
    setelan: Mapping[str, Nilai],
    lajur: Mapping[KunciKolom, Lajur],
) -> dict[str, Skala]:
    """Scales of the workbook and, before them, the known ones somebody chose; that of Pengaturan is the indicators'."""
    nama = [*map(setelan.get, SETELAN_SKALA), *lajur.get(SKALA_INDIKATOR, ())]
    dipilih = {k: baku[k] for k in dict.fromkeys(map(kunci_teks, nama)) if k and baku.get(k)}
    utama = baku.get(kunci_teks(setelan.get(SKALA_UTAMA)))
    return {"": utama or sendiri[""], **{k: s for k, s in sendiri.items() if k}, **dipilih}


def _skala(baris: Sequence[Sequence[Nilai]]) -> Skala:
    """The category scale; an empty one, which claims no category, where a cell of it cannot be read."""
    try:
        return Skala(()) if any(isinstance(x, Galat) for b in baris for x in b) else baca_skala(baris)
    except ValueError:
        return Skala(())


def _temuan_skala(t: Tabel, temuan: list[Temuan]) -> list[Temuan]:
    """An unreadable bound of a category is one finding that says what follows from it, in place of "no number"."""
    batas = {t.alamat(b, "batas"): b for b, k in t.sel if k == "batas" and (b, "kategori") in t.sel}
    return [_sebagai_batas(x) if x.kode == "AN-01" and x.lembar == t.lembar and x.sel in batas else x for x in temuan]


def _sebagai_batas(x: Temuan) -> Temuan:
    return buat_temuan("SK-20", lembar=x.lembar, sel=x.sel, kolom=x.kolom, nilai=x.nilai, usulan=usul_batas(x.nilai))


def _panjang(t: Tabel) -> int:
    """Rows from the first data row to the last ready-made or used one."""
    terakhir = max((baris for baris, _ in t.sel), default=BARIS_DATA)
    return max(t.skema.baris, terakhir - BARIS_DATA + 1)


def _lajur(
    tabel: Mapping[str, Tabel], panjang: Mapping[str, int]
) -> tuple[dict[KunciKolom, Lajur], dict[KunciKolom, dict[int, Nilai]]]:
    lajur: dict[KunciKolom, Lajur] = {}
    timpa: dict[KunciKolom, dict[int, Nilai]] = {}
    for i, t in tabel.items():
        for k in t.skema.kolom:
            lajur[(i, k)] = [None] * panjang[i]
        for (baris, k), s in t.sel.items():
            if s.asal is Asal.RUMUS:
                continue
            isi = s.nilai if s.nilai is not None or s.mentah is None else s.mentah
            if t.skema.kolom[k].rumus:
                timpa.setdefault((i, k), {})[baris - BARIS_DATA] = isi
            else:
                lajur[(i, k)][baris - BARIS_DATA] = isi
    return lajur, timpa


def _baris_skala(t: Tabel, lajur: Mapping[KunciKolom, Lajur], n: int) -> list[list[Nilai]]:
    """The bands of the scale; none where one of its columns is missing: half a scale would name other categories."""
    if any(k not in t.letak for k in KOLOM_SKALA):
        return []
    nama = lajur.get((t.skema.id, KOLOM_NAMA), [None] * n)
    return [[*(lajur[(t.skema.id, k)][i] for k in KOLOM_SKALA), nama[i]] for i in range(n)]


def kolom_rilis(id_lembar: str) -> dict[str, str | None]:
    """Columns of a sheet as the shipped template has them, with their formulas; none where it has no such sheet."""
    versi = lembar_versi(VERSI_TEMPLAT, id_lembar)
    return {n: k.rumus for n, k in versi.kolom.items()} if versi else {}


def _pasang(t: Tabel, lajur: Mapping[KunciKolom, Lajur], harapan: Mapping[KunciKolom, Lajur], n: int) -> None:
    # a formula left in a ready-made row does not make the row used; anything typed does, but for words about the others
    tulisan = baris_tulisan(t)
    baris = sorted({b for (b, _), s in t.sel.items() if s.asal not in (Asal.RUMUS, Asal.KOSONG)} - tulisan.keys())
    i, kolom = t.skema.id, t.skema.kolom
    penuh = {k: lajur[(i, k)] for k in kolom}
    harap = {k: harapan[(i, k)] for k in kolom if kolom[k].rumus}
    for nama, rumus in kolom_rilis(i).items():
        ada = penuh.setdefault(nama, [None] * n)  # dropped by the schema in use: blank, never an error
        if rumus:
            harap.setdefault(nama, ada)  # typed where the shipped template computes: what is typed counts
    if penuh.keys() >= LEVEL_PROGRAM:
        penuh["level"] = _level_jumlah(penuh)
    t.pasang(baris, penuh, harap, tulisan)


def _level_jumlah(penuh: Mapping[str, Lajur]) -> Lajur:
    """Levels of a sheet of programmes as they count: a total row is none of the programmes it sums, whatever was typed."""
    kolom = [penuh[k] for k in ("level", "nama", "kode")]
    return [
        LEVEL[0] if total_program({"nama": nama, "kode": kode}) else level
        for level, nama, kode in zip(*kolom, strict=True)
    ]
