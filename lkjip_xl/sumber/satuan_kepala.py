"""Units and factors that headers and titles state: "(Rp)", "(%)", "(Rp juta)", "dalam ribuan rupiah"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.satuan import KATA_BESARAN, besaran, satuan_baku, satuan_dikenal

_KURUNG = re.compile(r"[(\[]\s*([^()\[\]]{1,40})\s*[)\]]")
_BESAR = r"(?:ribuan|ribu|jutaan|juta|jt|miliar(?:an)?|milyar(?:an)?|triliun(?:an)?)"
_RP = r"(?:rp(?![a-z])\.?|rupiah)"
_UJUNG = re.compile(rf"(?:^|\s)({_BESAR}\s+{_RP}|{_RP}\s*[,/]?\s*{_BESAR}|{_RP}|%|persen)\s*$", re.IGNORECASE)
_RUPIAH_KURUNG = re.compile(r"\s*(?:rp|rupiah)\.?\s*\(", re.IGNORECASE)
_DALAM = re.compile(rf"\b(?:dalam|dlm\.?)\s+((?:{_RP}\s*)?{_BESAR}(?:\s+{_RP})?)", re.IGNORECASE)
_SATUAN = re.compile(rf"\bsatuan\s*:\s*((?:{_RP}\s*)?{_BESAR}(?:\s+{_RP})?)\W*$", re.IGNORECASE)
_UTUH = re.compile(rf"\W*({_BESAR}\s+{_RP}|{_RP}\s*[,/]?\s*{_BESAR})\W*", re.IGNORECASE)
_RIBUAN = re.compile(rf"\(?{_RP}\s*\(?000(?:\.000)*\)?", re.IGNORECASE)
_AWALAN = re.compile(r"^(?:satuan\s*:|dalam|dlm\.?)\s*", re.IGNORECASE)
_RP_BESAR = re.compile(rf"^{_RP}\s*[,/]?\s*(?={_BESAR}\b)", re.IGNORECASE)
_NOL = re.compile(
    rf"(?:{_RP}\s*)?(?:x\s*)?(?:{_RP}\s*)?(?:1\.|(?<=[x ])1)?(000(?:\.000)*),?-?(?:\s*{_RP})?", re.IGNORECASE
)
_AKHIRAN = {"miliaran": "miliar", "milyaran": "milyar"}
RUPIAH, PERSEN = "Rp", "%"
_UANG = frozenset({"rp", "rupiah", "pagu", "anggaran", "dana", "pendanaan", "biaya", "belanja"})
_KINERJA = frozenset({"kinerja", "target", "capaian", "k", "volume"})


def satuan_kepala(jalur: Sequence[str]) -> tuple[str, float]:
    """Unit and factor of a column by its header path; ("", 1) where it names none.

    >>> satuan_kepala(["Anggaran (Rp juta)"]), satuan_kepala(["Kinerja", "%"]), satuan_kepala(["Tahun (2024)"])
    (('Rp', 1000000.0), ('%', 1.0), ('', 1.0))
    >>> satuan_kepala(["Produktivitas (juta rp/tenaga kerja)"]), satuan_kepala(["Pagu (juta)"]), satuan_kepala(["Target (T)"])
    (('juta rp/tenaga kerja', 1.0), ('', 1000000.0), ('', 1.0))
    >>> satuan_kepala(["Target dan Dana (Rp juta)", "2023", "Rp"]), satuan_kepala(["Dana (ribu)", "Pagu (Rp)"])  # how large: the group
    (('Rp', 1000000.0), ('Rp', 1000.0))
    """
    for n, teks in reversed([*enumerate(jalur)]):
        calon = [m[1].strip() for m in _KURUNG.finditer(teks)][::-1]
        ujung = _UJUNG.search(teks)
        calon += [ujung[1]] if ujung else []
        if _DALAM.search(teks) or satuan_saja(teks):
            calon.insert(0, teks)
        for isi in calon:
            hasil = _baca(isi)
            if hasil == (RUPIAH, 1.0) and n:
                atas, kali = satuan_kepala(jalur[:n])
                return RUPIAH, kali if atas in ("", RUPIAH) else 1.0
            if hasil is not None:
                return (RUPIAH, hasil[1]) if hasil[0] == "" and _RUPIAH_KURUNG.match(teks) else hasil
    return "", 1.0


def satuan_saja(teks: str) -> bool:
    """Is a header only rupiah, in thousands or more?

    >>> satuan_saja("Rp. Juta"), satuan_saja("(Jutaan Rupiah)"), satuan_saja("Rp.000"), satuan_saja("Pagu (Rp juta)"), satuan_saja("Rp")
    (True, True, True, False, False)
    """
    return _UTUH.fullmatch(teks) is not None or _RIBUAN.fullmatch(teks) is not None


def satuan_kolom(semua: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
    """Unit and factor of each column of a table; a group of performance and money says that of its money.

    >>> atas = "Target Kinerja dan Pagu (Rp ribu)"
    >>> satuan_kolom([[atas, "2023", "Target"], [atas, "2023", "Pagu"]]), satuan_kolom([["Target (Rp)"], ["Pagu"]])
    ([('', 1.0), ('Rp', 1000.0)], [('Rp', 1.0), ('', 1.0)])
    >>> satuan_kolom([["Kinerja dan Pagu (Rp)", x] for x in ("Target", "Realisasi", "Pagu", "Realisasi")])
    [('', 1.0), ('', 1.0), ('Rp', 1.0), ('Rp', 1.0)]
    """
    kata = [{*kunci_judul(x[-1]).split()} if x else set[str]() for x in semua]
    campur = {x[0] for x, k in zip(semua, kata, strict=True) if len(x) > 1 and k & _UANG and _berkinerja(x[:-1])}
    hasil, kelompok, uang = [], "", True
    for x, k in zip(semua, kata, strict=True):
        if len(x) < 2 or x[0] not in campur:
            hasil.append(satuan_kepala(x))
            continue
        if x[0] != kelompok or k & (_UANG | _KINERJA):  # "Realisasi" is of what stands to its left
            kelompok, uang = x[0], not k & _KINERJA or bool(k & _UANG)
        hasil.append(satuan_kepala(x if uang else x[-1:]))
    return hasil


def _berkinerja(atas: Sequence[str]) -> bool:
    """Do the group headers name performance, too?"""
    return not _KINERJA.isdisjoint(kunci_judul(" ".join(atas)).split())


def sebut_satuan(satuan: str, pengali: float) -> str:
    """Unit and factor of a column in words.

    >>> sebut_satuan("Rp", 1e6), sebut_satuan("%", 1.0), sebut_satuan("", 1000.0)
    ('Rp juta', '%', 'ribu')
    """
    return " ".join(x for x in (satuan, KATA_BESARAN.get(pengali, "")) if x)


def faktor_judul(teks: Iterable[str]) -> float:
    """Factor that the lines above a table state for its amounts; 1 where none does.

    >>> faktor_judul(["Realisasi Belanja", "(dalam ribuan rupiah)"]), faktor_judul(["Nilai (skala 1000)"])
    (1000.0, 1.0)
    """
    for t in reversed(list(teks)):
        lain = [m[1] for m in (_SATUAN.search(t), _UTUH.fullmatch(t)) if m is not None]
        for isi in [m[1] for m in _KURUNG.finditer(t)] + ([t] if _DALAM.search(t) else []) + lain:
            hasil = _baca(isi)
            if hasil is not None and hasil[1] != 1.0 and hasil[0] in ("", RUPIAH):
                return hasil[1]
    return 1.0


def _baca(isi: str) -> tuple[str, float] | None:
    dalam = _DALAM.search(isi)
    isi = _RP_BESAR.sub("rp ", dalam[1] if dalam else _AWALAN.sub("", isi.strip()))
    nol = _NOL.fullmatch(isi)
    if nol is not None:
        return RUPIAH if re.search(_RP, isi, re.IGNORECASE) else "", 1000.0 ** (nol[1].count(".") + 1)
    kata = " ".join(_AKHIRAN.get(k, k) for k in isi.casefold().split())
    kali = besaran(kata) if len(kata) > 2 or kata == "jt" else None
    if kali is not None:
        return (RUPIAH if kali[1] else "", kali[0]) if kali[1] in ("", "rupiah") else (isi, 1.0)
    baku = satuan_baku(isi)
    if baku in ("rupiah", "%"):
        return RUPIAH if baku == "rupiah" else PERSEN, 1.0
    return (isi, 1.0) if len(isi.strip(".")) > 1 and satuan_dikenal(isi) and not isi.isdigit() else None
