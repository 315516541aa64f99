"""Lists of programmes with their money that no header stands above: rows "1. | Program … | Rp. 1.234.000,- | APBD", or such lines of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.sumber.model import Kisi, KolomAsing, SelAsing
from lkjip_xl.sumber.satuan_kepala import RUPIAH
from lkjip_xl.sumber.wilayah import Isi

BUTIR_MIN = 2
NOMOR, NAMA, UANG, KETERANGAN = range(1, 5)
HASIL = re.compile(
    r"\b(?:realisasi|terealisasi\w*|serapan|terserap|penyerapan|sisa|efisiensi|capaian)\b", re.IGNORECASE
)
"""Words of a line above a list whose amounts are no budget."""
_NOMOR = r"(?:(?:\(?\d{1,2}|[a-zA-Z])[.)]+|[-•–▪·])"
_NAMA = r"(?:sub ?)?(?:program|kegiatan)\b(?! ?:?$)"
_JUMLAH_UANG = r"\d{1,3}(?:\.\d{3})+(?:,\d\d)?(?: ?,?-{1,2})?"
_URUT = re.compile(rf"{_NOMOR}|\d{{1,2}}")
_RP = re.compile(r"rp\.?", re.IGNORECASE)
_SEL_NAMA = re.compile(rf"(?:{_NOMOR} ?)?{_NAMA}.*[^:]", re.IGNORECASE)
_SEL_UANG = re.compile(rf"(?:rp\.? ?)?{_JUMLAH_UANG}", re.IGNORECASE)
BUTIR_MAKS = 1000  # letters of an item of a list
_KEPALA = re.compile(
    r"(?:no\.? )?((?:program|kegiatan|sub ?kegiatan)(?: ?[/&] ?(?:sub )?kegiatan| dan kegiatan)?) ((?:pagu )?anggaran|pagu)(?: ?\((rp)\.?\)| (rp)\.?)?"
    r"(?: (keterangan|ket\.?|sumber dana|sumber anggaran))?",
    re.IGNORECASE,
)
_BUTIR = re.compile(
    rf"(?:(?P<no>{_NOMOR}) ?)?(?P<nama>\S.*?)[ :=.…–-]*?(?:(?<= )(?:dengan )?(?:pagu |jumlah )?(?:anggaran )?(?:sebesar|sejumlah)[ :]*)?[ :=(]*"
    rf"(?:\brp|(?<=[a-z])(?-i:Rp))\.? ?(?P<uang>{_JUMLAH_UANG})\)?[ ,;.]*(?:\(?(?P<ket>[A-Z][\w/+& -]{{1,40}})\)?[;.]?)?",
    re.IGNORECASE,
)


_AWAL = re.compile(rf"(?:{_NOMOR} ?)?{_NAMA}", re.IGNORECASE)
_KET = re.compile(r"\(?[A-Z][\w/+&-]{1,20}\)?", re.IGNORECASE)


def awal_butir(teks: str) -> bool:
    """May a line begin an item, the header or the sum of a list?"""
    rapi = rapikan_spasi(teks)
    return any(x is not None for x in (_AWAL.match(rapi), _KEPALA.fullmatch(rapi))) or butir_utuh(rapi) == "jumlah"


def butir_utuh(teks: str) -> str:
    """What a line is that needs no other one: the header, the sum or an item of a list; "" for any other."""
    if _KEPALA.fullmatch(teks) is not None:
        return "kepala"
    m = _BUTIR.fullmatch(teks) if len(teks) <= BUTIR_MAKS else None
    return "" if m is None else "jumlah" if jenis_jumlah(m["nama"]) is not None else "butir"


def keterangan_butir(teks: str) -> bool:
    """Is a line a word in brackets: where the money of the item above it comes from?"""
    return _KET.fullmatch(rapikan_spasi(teks)) is not None and "(" in teks


@dataclass(slots=True)
class DaftarTeks:
    """A list of programmes among the lines of a text while it is read: the lines above it, its lines with their numbers."""

    atas: tuple[str, ...]
    bagian: tuple[str, ...]
    isi: list[tuple[int, Isi]] = field(default_factory=list)
    teks: list[tuple[int, str]] = field(default_factory=list)
    berkepala: bool = False

    def tambah(self, nomor: int, teks: str) -> bool:
        """Is the next line part of the list? Then it is kept."""
        isi = self._satu(rapikan_spasi(teks))
        if isi is not None:
            self.isi.append((nomor, isi))
            self.teks.append((nomor, teks))
        return isi is not None

    def _satu(self, teks: str) -> Isi | None:
        if not self.isi and (m := _KEPALA.fullmatch(teks)) is not None:
            self.berkepala = True
            uang = f"{m[2]} (Rp)"
            return {NAMA: SelAsing(m[1]), UANG: SelAsing(uang), **({KETERANGAN: SelAsing(m[5])} if m[5] else {})}
        m = _BUTIR.fullmatch(teks) if len(teks) <= BUTIR_MAKS else None
        if m is None or re.search(r"\brp\b", m["nama"], re.IGNORECASE):
            return None
        jumlah = jenis_jumlah(m["nama"]) is not None
        if jumlah and not self.isi:
            return None
        if not (jumlah or _SEL_NAMA.fullmatch(m["nama"]) or (self.berkepala and m["no"])):
            return None
        isi = {NOMOR: m["no"], NAMA: m["nama"].strip(" :"), UANG: f"Rp {m['uang']}", KETERANGAN: m["ket"]}
        return {k: SelAsing(x) for k, x in isi.items() if x}

    def kisi(self, berkas: str, tempat: str, nomor: int) -> Kisi | None:
        """The list as a grid; None where it is none, or its amounts may be what was spent."""
        butir = [isi for _, isi in self.isi[self.berkepala :] if not _jumlah(isi)]
        if len(butir) < (1 if self.berkepala else BUTIR_MIN) or any(map(HASIL.search, self.atas[-BUTIR_MIN:])):
            return None
        sel = {(b, k): s for b, (_, isi) in enumerate(self.isi, 1) for k, s in isi.items()}
        paragraf = tuple(n for n, _ in self.isi)
        return Kisi(berkas, tempat, nomor, sel, atas=self.atas, bagian=self.bagian, paragraf=paragraf)


def deret_program(baris: Sequence[tuple[int, Isi]], atas: Sequence[str]) -> tuple[int, tuple[KolomAsing, ...]]:
    """How many rows at the top are a list of programmes with their money, and its columns; 0 where they are none, or where the
    lines above say that the money may be what was spent."""
    peran: dict[int, str] = {}
    if any(map(HASIL.search, atas[-BUTIR_MIN:])):
        return 0, ()
    n = butir = 0
    for _, isi in baris:
        kini = _peran(isi)
        if kini is None or any(peran.setdefault(k, x) != x for k, x in kini.items()):
            break
        n += 1
        butir += not _jumlah(isi)
    if butir < BUTIR_MIN or sorted(x for x in peran.values() if x in (_P_NAMA, _P_UANG)) != [_P_UANG, _P_NAMA]:
        return 0, ()
    return n, tuple(_kolom(peran))


_P_NOMOR, _P_NAMA, _P_RP, _P_UANG, _P_KET = "No", "Program", "Rp", "Anggaran (Rp)", "Keterangan"


def _peran(isi: Isi) -> dict[int, str] | None:
    """What each cell of a row is; None for any row but one of a programme with its money, or of their sum."""
    jumlah, hasil = _jumlah(isi), {}
    for k, s in sorted(isi.items()):
        teks = rapikan_spasi(s.teks)
        if _URUT.fullmatch(teks) and _P_NAMA not in hasil.values():
            hasil[k] = _P_NOMOR
        elif _RP.fullmatch(teks):
            hasil[k] = _P_RP
        elif (s.nilai is None and _SEL_UANG.fullmatch(teks)) or (s.nilai is not None and s.nilai >= 1e6):
            hasil[k] = _P_UANG
        elif _P_UANG in hasil.values():
            hasil[k] = _P_KET
        elif _SEL_NAMA.fullmatch(teks) or jumlah:
            hasil[k] = _P_NAMA
        else:
            return None
    ada = [*hasil.values()]
    if jumlah:  # its label may stand in the column of the numbers
        return {k: x for k, x in hasil.items() if x != _P_NAMA} if _P_UANG in ada else None
    return hasil if ada.count(_P_NAMA) == ada.count(_P_UANG) == 1 else None


def _jumlah(isi: Isi) -> bool:
    return any(jenis_jumlah(s.teks) is not None for s in isi.values())


def _kolom(peran: dict[int, str]) -> list[KolomAsing]:
    """Columns by what stands in them; a column of "Rp" alone is part of that of the amounts."""
    hasil: list[KolomAsing] = []
    for k, x in sorted(peran.items()):
        if hasil and hasil[-1].jalur == (_P_RP,) and x == _P_UANG:
            hasil[-1] = KolomAsing(hasil[-1].nomor, (x,), RUPIAH, gabung=(k,))
        else:
            hasil.append(KolomAsing(k, (x,), RUPIAH if x == _P_UANG else ""))
    return hasil


def berbaris_program(kepala: Sequence[str]) -> bool:
    """Do headers of a table name what such rows are of, so that they may be its own?"""
    return any(
        {"program", "kegiatan", "anggaran", "pagu", "uraian", "belanja"} & {*kunci_judul(x).split()} for x in kepala
    )
