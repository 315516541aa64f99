"""Two tables of the same people or the same money: their totals, and what they count under the same name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM, LEVEL, total_program
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.butir_rupiah import kelonggaran
from lkjip_xl.validasi.aturan.dugaan import sebab_angka
from lkjip_xl.validasi.aturan.jumlah_pegawai import BarisPegawai, tabel_pegawai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

KELAMIN = ("laki_laki", "perempuan")
SEPERSEPULUH = 0.1  # totals nearer than this part are of the same people
# words by which a table says that it is only of some
_POPULASI = re.compile(r"\b(?:c?pns|pppk|p3k|non|asn|honorer|kontrak|thl|tkk|outsourcing|ptt|gtt)\b")
_SEBAGIAN = re.compile(
    r"\b(?:eselon|struktural|fungsional|pejabat|pelaksana|diklat|pelatihan|kebutuhan|formasi|pensiun|mutasi)\b"
)
_KEPANGKATAN = re.compile(r"\b(?:golongan|pangkat|gol)\b")  # people without the status of a PNS have none
_RUANG = re.compile(r"(gol ?|golongan ?)?(iv|iii|ii|i)( [a-e])?")  # by kunci_nama: "gol iii", "iii b"
_SEBUTAN = {"laki-laki": "laki_laki", "laki laki": "laki_laki", "pria": "laki_laki", "l": "laki_laki",
            "perempuan": "perempuan", "wanita": "perempuan", "p": "perempuan"}  # fmt: skip


SEDIKITNYA = 2  # names that divide a table
_Rincian = dict[str, list[Rujukan]]  # cells of a table by what they count


@dataclass(frozen=True, slots=True)
class _Total:
    """The grand total of one table in one column: the cells it is made of (one where it is printed) and the figure."""

    dimensi: str
    kunci: str
    nilai: float
    sel: tuple[Rujukan, ...]

    @property
    def pangkat(self) -> bool:
        return _KEPANGKATAN.search(self.kunci) is not None


@aturan(
    kode=("PW-03",),
    lembar=("pegawai",),
    baca=perlu(pegawai="dimensi uraian ?golongan ?pendidikan ?laki_laki ?perempuan ?jumlah"),
)
def pegawai_antartabel(buku: BukuKerja, lapor: Pelapor) -> None:
    """Jumlah pegawai sama di semua tabel kepegawaian yang mencakup pegawai yang sama."""
    tabel = tabel_pegawai(lapor.jejak.baris("pegawai"))
    cakupan: dict[frozenset[str], list[str]] = {}
    for kunci, baris in tabel.items():
        if kunci and not _SEBAGIAN.search(kunci):
            cakupan.setdefault(_populasi(kunci, baris), []).append(kunci)
    for sama in cakupan.values():
        _bandingkan_total(lapor, {k: tabel[k] for k in sama})


def _populasi(kunci: str, baris: Sequence[BarisPegawai]) -> frozenset[str]:
    """Whom a table is of, by the words that name kinds of staff, in its title and its rows."""
    teks = " ".join((kunci, *(kunci_teks(x) for b in baris for x in (b.uraian, b.kedua))))
    return frozenset(_POPULASI.findall(teks))


def _bandingkan_total(lapor: Pelapor, tabel: dict[str, list[BarisPegawai]]) -> None:
    semua = {k: [t for kunci, b in tabel.items() if (t := _total(lapor, kunci, b, k))] for k in ("jumlah", *KELAMIN)}
    keliru: set[str] = set()  # men, women and all of one table are one finding
    for kolom, isi in semua.items():
        for t, lain in _menyimpang([t for t in isi if t.kunci not in keliru]):
            _lapor_total(lapor, kolom, t, lain, semua)
            keliru.add(t.kunci)


def _menyimpang(semua: Sequence[_Total]) -> Iterator[tuple[_Total, _Total]]:
    """Tables that differ from what most say, else from the first, each with one of those it differs from."""
    kali = Counter(t.nilai for t in semua)
    if len(kali) < 2:
        return
    terbanyak = max(kali, key=lambda x: kali[x])  # of equals the first
    acuan = next(t for t in semua if t.nilai == terbanyak)
    yield from ((t, acuan) for t in semua if t.nilai != terbanyak)


def _lapor_total(lapor: Pelapor, kolom: str, t: _Total, lain: _Total, semua: dict[str, list[_Total]]) -> None:
    """Say it; a table of ranks that holds fewer, and totals far apart, may be of other people: a note."""
    kurang = (t.pangkat and t.nilai < lain.nilai) or (lain.pangkat and lain.nilai < t.nilai)
    dekat = abs(t.nilai - lain.nilai) <= SEPERSEPULUH * max(t.nilai, lain.nilai) or sebab_angka(t.nilai, lain.nilai)
    banyak = sum(x.nilai == lain.nilai for x in semua[kolom]) > 1
    yakin = banyak or dekat or _lainnya_sama(t, lain, kolom, semua)
    tingkat = None if yakin and not kurang else Tingkat.CATATAN
    lapor("PW-03", t.sel[0], nilai=t.nilai, seharusnya=lain.nilai, terkait=(*t.sel[1:], *lain.sel, *_samping(t, semua)), tingkat=tingkat,
          dimensi=t.dimensi, lain=lain.dimensi)  # fmt: skip


def _samping(t: _Total, semua: dict[str, list[_Total]]) -> Iterator[Rujukan]:
    """The totals of the same table in the other columns."""
    yield from (r for isi in semua.values() for x in isi if x.kunci == t.kunci for r in x.sel)


def _lainnya_sama(t: _Total, lain: _Total, kolom: str, semua: dict[str, list[_Total]]) -> bool:
    """Do two tables agree in another column, so that they are of the same people?"""
    for k, isi in semua.items():
        nilai = {x.kunci: x.nilai for x in isi}
        if k != kolom and t.kunci in nilai and nilai[t.kunci] == nilai.get(lain.kunci):
            return True
    return False


def _total(lapor: Pelapor, kunci: str, baris: Sequence[BarisPegawai], kolom: str) -> _Total | None:
    """The last total of everything, else the sum of all rows; None where a figure is missing or was reported."""
    dimensi = str(lapor.jejak.baris("pegawai")[baris[0].baris]["dimensi"])
    total = [b for b in baris if b.total and not b.kunci]
    sel = [Rujukan("pegawai", b.baris, kolom) for b in (total[-1:] or [b for b in baris if not b.total])]
    if kolom in KELAMIN and not any(isinstance(lapor.jejak.nilai(r), float) for r in sel):
        # a table by sex has the counts in its rows
        sel = [Rujukan("pegawai", b.baris, "jumlah") for b in baris if _SEBUTAN.get(kunci_teks(b.uraian)) == kolom][:1]
    nilai = [x for r in sel if isinstance(x := lapor.jejak.nilai(r), float)]
    if not sel or len(nilai) < len(sel) or lapor.ragu(*sel):
        return None
    return _Total(dimensi, kunci, fsum(nilai), tuple(sel))


@aturan(
    kode=("PW-04",),
    lembar=("pegawai",),
    baca=perlu(pegawai="dimensi uraian ?golongan ?pendidikan ?jumlah"),
)
def pegawai_sebutan_sama(buku: BukuKerja, lapor: Pelapor) -> None:
    """Golongan, pendidikan atau jabatan yang sama berjumlah sama di semua tabel pegawai yang sama."""
    acuan: list[tuple[frozenset[str], _Total, list[_Rincian]]] = []
    for kunci, baris in tabel_pegawai(lapor.jejak.baris("pegawai")).items():
        t = _total(lapor, kunci, baris, "jumlah") if kunci and not _SEBAGIAN.search(kunci) else None
        if t is None or fsum(x for b in baris if not b.total and (x := _angka(lapor, b.baris))) != t.nilai:
            continue  # rows that are no parts of their total count something twice
        siapa, milik = _populasi(kunci, baris), _rincian(lapor, baris, pangkat=_KEPANGKATAN.search(kunci) is not None)
        for siapa_lain, lain, sana in acuan:
            # only tables that are divided alike: what one calls Pelaksana may hold what another lists by itself
            sama = next(((a, b) for a in milik for b in sana if a.keys() == b.keys()), None)
            if (siapa_lain, lain.nilai) == (siapa, t.nilai) and sama and _lapor_rincian(lapor, t, lain, *sama):
                break
        acuan.append((siapa, t, milik))


def _angka(lapor: Pelapor, baris: int) -> float | None:
    x = lapor.jejak.nilai(Rujukan("pegawai", baris, "jumlah"))
    return x if isinstance(x, float) else None


def _rincian(lapor: Pelapor, baris: Sequence[BarisPegawai], *, pangkat: bool) -> list[_Rincian]:
    """Cells by what their row is called, by its first label and by its second; not where a name or a figure is missing."""
    hasil: list[_Rincian] = []
    isi = [b for b in baris if not b.total]
    for labels in ([b.uraian for b in isi], [b.kedua for b in isi]):
        bagian: dict[str, list[Rujukan]] = {}
        for b, x in zip(isi, labels, strict=True):
            bagian.setdefault(_label(x, pangkat=pangkat), []).append(Rujukan("pegawai", b.baris, "jumlah"))
        if len(bagian) >= SEDIKITNYA and "" not in bagian and all(_angka(lapor, b.baris) is not None for b in isi):
            hasil.append(bagian)
    return hasil


def _label(x: object, *, pangkat: bool) -> str:
    """ "Gol. III", "III/b", and "III" in a table of ranks are one golongan; a single letter or number is no name."""
    teks = kunci_nama(x)
    cocok = _RUANG.fullmatch(teks)
    if cocok and (pangkat or cocok[1] or cocok[3]):
        return f"golongan {cocok[2]}"
    return "" if cocok or len(teks) == 1 or teks.isdigit() else teks


def _lapor_rincian(lapor: Pelapor, t: _Total, lain: _Total, milik: _Rincian, sana: _Rincian) -> bool:
    """One finding for two tables: the first name that differs speaks, the cells of the others are related."""
    beda = []
    for k, sel_milik in milik.items():
        sel = (*sel_milik, *sana[k])
        if lapor.ragu(*sel):
            return False
        x, y = (fsum(_angka(lapor, r.baris) or 0.0 for r in isi) for isi in (sel_milik, sana[k]))
        if x != y:
            beda.append((sel_milik[0].baris, k, x, y, sel))
    if not beda:
        return False
    baris, label, x, y, sel = min(beda)
    isi = lapor.jejak.baris("pegawai")[baris]
    nama = next((isi[k] for k in ("uraian", "golongan", "pendidikan") if _label(isi[k], pangkat=True) == label), label)
    terkait = (*sel[1:], *(r for b in beda for r in b[-1] if b[0] != baris))
    lapor("PW-04", sel[0], nilai=x, seharusnya=y, terkait=terkait, nama=nama, dimensi=t.dimensi, lain=lain.dimensi)
    return True


# -- money ----------------------------------------------------------------------------------------------------


@aturan(
    kode=("BL-03",),
    lembar=("belanja", "anggaran"),
    baca=perlu(
        belanja="tahun jenis induk anggaran realisasi",
        anggaran="level nama ?kode pagu realisasi_rp",
        pengaturan="tahun",
    ),
)
def belanja_dan_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Jumlah belanja tahun laporan sama dengan jumlah program di Anggaran, bila keduanya mencakup uang yang sama."""
    pasangan = (("anggaran", "pagu"), ("realisasi", "realisasi_rp"))
    belanja = [_jumlah_belanja(lapor, k) for k, _ in pasangan]
    program = [_jumlah_program(lapor, k) for _, k in pasangan]
    sama = [a is not None and b is not None and abs(a[0] - b[0]) <= _longgar(buku, (*a[1], *b[1]))
            for a, b in zip(belanja, program, strict=True)]  # fmt: skip
    for a, b, ya in zip(belanja, program, sama, strict=True):
        if a is None or b is None or ya:
            continue
        # one column that agrees to the rupiah proves that both are of the same money
        yakin = any(sama) or sebab_angka(a[0], b[0]) is not None
        tingkat = None if yakin else Tingkat.CATATAN
        lapor("BL-03", a[1][0], nilai=a[0], seharusnya=b[0], terkait=(*a[1][1:], *b[1]), tingkat=tingkat)


def _longgar(buku: BukuKerja, sel: Sequence[Rujukan]) -> float:
    return kelonggaran(buku, ((buku[r.lembar].nilai(r.baris, r.kolom), buku[r.lembar].desimal(r.baris, r.kolom)) for r in sel))  # fmt: skip


def _jumlah_belanja(lapor: Pelapor, kolom: str) -> tuple[float, list[Rujukan]] | None:
    """All spending of the year: the row that is a total of everything, else the rows without induk."""
    tahun = lapor.buku.setelan.get("TahunLaporan")
    isi = {b: x for b, x in lapor.jejak.baris("belanja").items() if x["tahun"] in (None, tahun)}
    total = [b for b, x in isi.items() if baris_jumlah(x["jenis"])]
    pakai = total[-1:] or [b for b, x in isi.items() if x["induk"] is None]
    return _jumlah(lapor, [Rujukan("belanja", b, kolom) for b in pakai])


def _jumlah_program(lapor: Pelapor, kolom: str) -> tuple[float, list[Rujukan]] | None:
    """All programmes; a row that only adds an indicator to the programme above has no figure of its own."""
    isi = lapor.jejak.baris("anggaran")
    pakai: list[int] = []
    for b, x in isi.items():
        if x["level"] != LEVEL[KEDALAMAN_PROGRAM] or total_program(x):
            continue
        lanjutan = pakai and isi[pakai[-1]]["nama"] == x["nama"] and x["pagu"] is None and x["realisasi_rp"] is None
        if not lanjutan:
            pakai.append(b)
    return _jumlah(lapor, [Rujukan("anggaran", b, kolom) for b in pakai])


def _jumlah(lapor: Pelapor, sel: list[Rujukan]) -> tuple[float, list[Rujukan]] | None:
    nilai = [x for r in sel if isinstance(x := lapor.jejak.nilai(r), float)]
    if not sel or len(nilai) < len(sel) or lapor.ragu(*sel):
        return None
    return fsum(nilai), sel
