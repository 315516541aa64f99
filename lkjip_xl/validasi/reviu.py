"""What a person has judged stays judged: findings matched with the lines of Lembar Reviu, whatever rows moved meanwhile."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_excel, kunci_teks
from lkjip_xl.inti.temuan import HasilPeriksa, Putusan, Reviu, Temuan, Tingkat
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import BARIS_DATA, SUSUNAN_RUSAK, BukuKerja, Tabel
from lkjip_xl.tabel.reviu import LEMBAR_REVIU, baca_reviu, letak_kolom
from lkjip_xl.tabel.tanda import cari, cari_milik

# columns by which staff know a row, in every sheet that has them; figures and long texts are none
PENANDA = ("versi", "tahun", "jenis", "dimensi", "tabel", "komponen", "ringkasan", "kode", "level", "nama", "induk",
           "uraian", "golongan", "pendidikan", "kolom")  # fmt: skip
DINILAI = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)
BUKAN_NILAI = SUSUNAN_RUSAK | {"KU-01"}  # what the program itself cannot do without
DIKECUALIKAN, TERBUKA, BERUBAH, TIADA = "dikecualikan", "terbuka", "isi berubah", "tidak ada lagi"
PANJANG_ISI = 200


def putuskan(buku: BukuKerja, temuan: list[Temuan]) -> HasilPeriksa:
    """The findings without those a person has judged, these apart, and the lines of the sheet as they stand now."""
    lama = cari_milik(buku.lain, buku.tanda, LEMBAR_REVIU)
    putusan = baca_reviu(lama)
    sah = {x.kunci: x for x in putusan if x.alasan and x.jabatan}
    penanda = _Penanda(buku)
    baris = [(t, penanda.reviu(t)) for t in temuan if _dapat_dinilai(t)]
    kecuali = {id(t): sah[x.kunci] for t, x in baris if x.kunci in sah}
    hasil = HasilPeriksa([t for t in temuan if id(t) not in kecuali])
    hasil.dikecualikan = [
        replace(t, putusan=Putusan(x.alasan, x.jabatan, x.tanggal))
        for t, _ in baris
        if (x := kecuali.get(id(t))) is not None
    ]
    asing = lama is None and cari(buku.lain, LEMBAR_REVIU) is not None
    if asing:
        hasil.temuan.append(buat_temuan("DK-03", lembar=LEMBAR_REVIU))
    else:
        daftar = _daftar([x for _, x in baris], putusan)
        hasil.temuan += _catatan(daftar)
        hasil.reviu = daftar if daftar or lama is not None else None
    return hasil


def _dapat_dinilai(t: Temuan) -> bool:
    # nobody judges cells that are only counted
    return t.tingkat in DINILAI and t.kode not in BUKAN_NILAI and len(t.sel_semua) <= 1


def _daftar(kini: Iterable[Reviu], dulu: list[Reviu]) -> list[Reviu]:
    """Judged lines first, then those that no longer hold, then what is open; each with what was typed beside it."""
    ditulis = {x.kunci: x for x in dulu}
    ada: dict[str, Reviu] = {}
    for x in kini:
        y = ditulis.get(x.kunci)
        status = DIKECUALIKAN if y is not None and y.alasan and y.jabatan else TERBUKA
        isian = {} if y is None else {"alasan": y.alasan, "jabatan": y.jabatan, "tanggal": y.tanggal}
        ada.setdefault(x.kunci, replace(x, status=status, **isian))
    tempat = {x.tempat for x in ada.values()}
    gugur = [
        replace(x, status=BERUBAH if x.tempat in tempat else TIADA)
        for x in dulu
        if x.kunci not in ada and (x.alasan or x.jabatan)
    ]
    urutan = (DIKECUALIKAN, BERUBAH, TIADA, TERBUKA)
    return sorted([*ada.values(), *gugur], key=lambda x: urutan.index(x.status))


def _catatan(daftar: Iterable[Reviu]) -> list[Temuan]:
    """Judgements that do not count, each with the reason."""
    hasil = []
    for n, x in enumerate(daftar):
        sel = alamat_sel(BARIS_DATA + n, letak_kolom("alasan"))
        acuan = " ".join(filter(None, (x.kode, x.lembar, x.baris, x.kolom)))
        if x.status == BERUBAH and x.alasan:
            hasil.append(buat_temuan("DK-02", lembar=LEMBAR_REVIU, sel=sel, acuan=acuan))
        elif x.status == TERBUKA and x.alasan:
            hasil.append(buat_temuan("DK-01", lembar=LEMBAR_REVIU, sel=sel, acuan=acuan))
    return hasil


# -- keys -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Penanda:
    """Keys of the findings of one workbook: rows by what identifies them, cells by what they hold."""

    buku: BukuKerja
    _tabel: dict[str, Tabel] = field(init=False)
    _baris: dict[str, dict[int, str]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._tabel = {kunci_excel(t.lembar): t for t in self.buku.tabel.values()}

    def reviu(self, t: Temuan) -> Reviu:
        """The finding as a line of the sheet, not judged yet."""
        tabel = self._tabel.get(kunci_excel(t.lembar))
        baris = self._kunci_baris(t, tabel)
        # a finding on several cells names those; one on a whole sheet is known by what it says
        tempat = (t.kode, tabel.skema.id if tabel else kunci_excel(t.lembar), baris, kunci_teks(t.kolom))
        isi = self._isi(t.lembar, t.sel_pertama)
        nilai = [isi, _teks(t.nilai), _teks(t.seharusnya), *sorted(self._isi(*x) for x in t.sel_terkait)]
        if not t.sel:
            nilai.append(t.pesan)
        return Reviu(
            _sidik((*tempat, *nilai)), _sidik(tempat), t.kode, t.lembar, t.sel_pertama, baris, t.kolom,
            (_teks(t.nilai) or isi)[:PANJANG_ISI], t.pesan,
        )  # fmt: skip

    def _kunci_baris(self, t: Temuan, tabel: Tabel | None) -> str:
        letak = _letak(t.sel_pertama)
        if letak is None:
            return ""
        if tabel is None:
            return self._baris_lain(t.lembar, letak[0])
        if tabel.skema.susunan == "pasangan":
            return ""
        if tabel.skema.id not in self._baris:
            self._baris[tabel.skema.id] = _kunci_tabel(tabel)
        return self._baris[tabel.skema.id].get(letak[0], "")

    def _baris_lain(self, nama: str, baris: int) -> str:
        """The words of a row of a summary."""
        lembar = cari(self.buku.lain, nama)
        if lembar is None:
            return ""
        kata = [s.nilai for (b, _), s in sorted(lembar.sel.items()) if b == baris and isinstance(s.nilai, str)]
        return " | ".join(kata[:3])[:PANJANG_ISI]

    def _isi(self, nama: str, sel: str) -> str:
        """What a cell holds, as text."""
        letak = _letak(sel)
        tabel = self._tabel.get(kunci_excel(nama))
        if letak is None:
            return ""
        if tabel is None:
            lembar = cari(self.buku.lain, nama)
            s = lembar.sel.get(letak) if lembar is not None else None
            return "" if s is None else _teks(s.galat or s.nilai)
        pasangan = tabel.skema.susunan == "pasangan"
        kolom = next((k for k, n in tabel.letak.items() if n == letak[0 if pasangan else 1]), None)
        b = BARIS_DATA if pasangan else letak[0]
        if kolom is None or not tabel.terpakai(b):
            return ""
        s = tabel.sel.get((b, kolom))
        x = tabel.nilai(b, kolom)
        return _teks(x if x is not None or s is None else s.mentah)


def _kunci_tabel(t: Tabel) -> dict[int, str]:
    """Key of every used row; rows alike are told apart by their order."""
    kali: Counter[str] = Counter()
    hasil: dict[int, str] = {}
    for b, isi in t.per_baris().items():
        kunci = " | ".join(_teks(isi[k]) for k in PENANDA if isi.get(k) is not None)
        kali[kunci] += 1
        hasil[b] = kunci if kali[kunci] == 1 else f"{kunci} ({kali[kunci]})"
    return hasil


def _letak(sel: str) -> tuple[int, int] | None:
    try:
        return pecah(sel.split(":")[0])
    except ValueError:
        return None


def _teks(x: object) -> str:
    if x is None or x != x:
        return ""
    return tulis(float(x)) if isinstance(x, (int, float)) and not isinstance(x, bool) else str(x).strip()


def _sidik(bagian: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(bagian).encode()).hexdigest()[:20]
