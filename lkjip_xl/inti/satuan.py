"""Units as they are printed: spellings of one unit, units of one measure, units that contradict each other, magnitude words."""

from __future__ import annotations

import re
from functools import lru_cache

# Each text is one unit with its usual spellings; the units of one line say something alike (a score is no percent,
# but "Nilai" and "Indeks" for the same indicator is spelling as far as anybody can tell).
_UKURAN_NISBI = (
    ("%|persen|prosen|percent|persentase|pct",),
    (
        "nilai|nilai indeks|nilai/predikat",
        "indeks|index|indek|ind",
        "skor|score",
        "poin|point|pts",
        "angka",
        "level|tingkat|maturitas",
        "predikat|kategori|opini|huruf|kriteria|grade",
    ),
    ("permil|per mil|‰|permille",),
    ("rasio|ratio",),
)
_CACAH = (  # things one counts
    ("orang|org|jiwa|peserta|pegawai|asn|pns", "tenaga kerja|naker", "kasus|kejadian|insiden", "perkara"),
    ("kk|kepala keluarga", "rumah tangga|ruta|rt"),
    ("dokumen|dok|dokument|document|doc|dokumen perencanaan", "berkas|file|naskah"),
    ("laporan|lap|lapor", "rekomendasi|rekom", "surat"),
    ("kegiatan|keg|kgt", "program|prog", "sub kegiatan|subkegiatan|sub keg"),
    ("perangkat daerah|opd|skpd|pd|dinas",),
    ("paket|pkt|pak", "unit|buah|bh|set|pcs|un", "ekor|ekr", "titik|lokasi|lok"),
    ("lembaga|lbg", "perusahaan|persh", "kelompok|klp|kel", "desa|ds", "kecamatan|kec", "kelurahan", "sekolah", "bumdes"),
    ("kali|kl|x|frekuensi",),
)  # fmt: skip
_BLOK = (
    *_UKURAN_NISBI, *_CACAH,
    ("tahun|thn|th",), ("bulan|bln|bl",), ("minggu|mgg",), ("hari|hr",), ("jam|j",), ("menit|mnt",), ("detik|dtk",),
    ("meter|m",), ("kilometer|km",), ("m2|m²|meter persegi",), ("km2|km²",), ("hektar|ha|hektare",), ("m3|m³",),
    ("ton|t",), ("kilogram|kg|kilo",), ("kuintal|kw|ku",), ("liter|ltr|l",),
    ("rupiah|rp|idr",),
    ("orang/bulan|orang per bulan|ob|org/bln",),
)  # fmt: skip
TERBATAS = frozenset(
    {"%", "nilai", "indeks", "skor", "poin", "angka"}
)  # measures that no good year doubles, none in the thousands
KATA_BESARAN = {1e3: "ribu", 1e6: "juta", 1e9: "miliar", 1e12: "triliun"}
BESARAN = {
    "ribu": 1e3, "rb": 1e3, "ribuan": 1e3, "juta": 1e6, "jt": 1e6, "jutaan": 1e6, "miliar": 1e9, "milyar": 1e9, "miliyar": 1e9,
    "m": 1e9, "mil": 1e9, "triliun": 1e12, "trilyun": 1e12, "t": 1e12,
}  # fmt: skip
_UKURAN = (  # units of one measure
    {"meter", "kilometer"},
    {"m2", "hektar", "km2"},
    {"kilogram", "kuintal", "ton"},
    {"liter", "m3"},
    {"detik", "menit", "jam", "hari"},
)
_RUPIAH = frozenset({"rp", "rupiah", "idr"})
_PECAH = re.compile(r"\s*(?:/|\bper\b)\s*")
_KETERANGAN = re.compile(r"\(([^()]*)\)\s*$")
_NAMA_CACAH = re.compile(r"(?:jumlah|banyak(?:nya)?|jml)\b(?!.*\b(?:persen|persentase)\b)", re.IGNORECASE)
_HIASAN = re.compile(r"[\s\u00a0]+")

_MILIK: dict[str, tuple[int, str]] = {
    kata: (nomor, unit.split("|")[0]) for nomor, baris in enumerate(_BLOK) for unit in baris for kata in unit.split("|")
}
"""By spelling: number of its line, and the unit."""
_DICACAH = frozenset(unit.split("|")[0] for baris in _CACAH for unit in baris)
_DIKENAL = frozenset({utama for _, utama in _MILIK.values()} | BESARAN.keys())


@lru_cache(maxsize=4096)
def satuan_baku(teks: str) -> str:
    """A unit without regard to letter case, spaces, dots, brackets around it, abbreviation, and the word for %.

    >>> satuan_baku("Dok."), satuan_baku("( % )"), satuan_baku("Juta rp/ tenaga  kerja"), satuan_baku("Org/Bln")
    ('dokumen', '%', 'juta rupiah/tenaga kerja', 'orang/bulan')
    """
    rapi = _HIASAN.sub(" ", teks).strip(" .").casefold()
    while rapi[:1] == "(" and rapi[-1:] == ")":
        rapi = rapi[1:-1].strip(" .")
    if rapi in _MILIK:
        return _MILIK[rapi][1]
    return "/".join(" ".join(_kata_setara(k) for k in bagian.split(" ") if k) for bagian in _PECAH.split(rapi))


def _kata_setara(kata: str) -> str:
    kata = kata.strip(".")
    return _MILIK[kata][1] if kata in _MILIK else kata


def satuan_sama(a: str, b: str) -> bool:
    """Are these two spellings of one unit?

    >>> satuan_sama("juta rp/ tenaga kerja", "Juta rp/tenaga kerja"), satuan_sama("%", "Persen"), satuan_sama("orang", "unit")
    (True, True, False)
    """
    x, y = satuan_baku(a), satuan_baku(b)
    return x.replace(" ", "") == y.replace(" ", "")


def satuan_dikenal(teks: str) -> bool:
    """Is this a unit everybody knows, or one made of such (orang/bulan)?

    >>> satuan_dikenal("Dok."), satuan_dikenal("juta rupiah/tenaga kerja"), satuan_dikenal("O")
    (True, True, False)
    """
    return all(b in _DIKENAL or _DIKENAL.issuperset(b.split(" ")) for b in satuan_baku(teks).split("/"))


def satuan_cacah(teks: str) -> bool:
    """Is this the unit of things one counts, of which there is no part?

    >>> satuan_cacah("Dok."), satuan_cacah("Nilai"), satuan_cacah("km"), satuan_cacah("orang/bulan")
    (True, False, False, False)
    """
    return satuan_baku(teks) in _DICACAH


def tanpa_keterangan(teks: str) -> str:
    """What stands behind a figure without a remark in brackets: a predicate or a word for the figure is no unit.

    >>> tanpa_keterangan("(BB)"), tanpa_keterangan("% (Baik)"), tanpa_keterangan("(orang)")
    ('', '%', '(orang)')
    """
    m = _KETERANGAN.search(teks)
    return teks if m is None or satuan_dikenal(m[1]) else teks[: m.start()].strip()


def satuan_bertentangan(a: str, b: str) -> bool:
    """Do two known units say things that cannot both be true of one figure (% and dokumen, jam and menit, juta and orang)?

    >>> satuan_bertentangan("dokumen", "%"), satuan_bertentangan("Nilai", "Indeks"), satuan_bertentangan("%", "entah")
    (True, False, False)
    >>> satuan_bertentangan("juta", "rupiah"), satuan_bertentangan("juta", "juta rp/tenaga kerja"), satuan_bertentangan("jam", "menit")
    (True, False, True)
    >>> satuan_bertentangan("M", "Rp Miliar"), satuan_bertentangan("M", "Rp Juta"), satuan_bertentangan("M", "ton")
    (False, True, True)
    >>> satuan_bertentangan("Ku/ha", "ton/ha"), satuan_bertentangan("Ku/ha", "ton/tahun")
    (True, False)
    """
    kali = [_faktor(s) for s in (a, b)]
    if kali[0] != kali[1]:
        return not any(
            BESARAN.get(s.strip(" .()").casefold()) == k for s, k in zip((a, b), reversed(kali), strict=True)
        )
    (atas, _, per), (atas_lain, _, per_lain) = (satuan_baku(s).partition("/") for s in (a, b))
    if per and per == per_lain:
        return satuan_seukuran(atas, atas_lain)
    x, y = (_MILIK.get(satuan_baku(s)) for s in (a, b))
    return x is not None and y is not None and x[0] != y[0]


def persen_bagi_cacah(nama: str, a: str, b: str) -> bool:
    """Is one of two units that of a share, although the name says that things are counted?

    >>> persen_bagi_cacah("Jumlah pasar rakyat", "%", "Pasar"), persen_bagi_cacah("Persentase pasar", "%", "Pasar")
    (True, False)
    """
    return _NAMA_CACAH.match(nama.strip()) is not None and (satuan_baku(a) == "%") != (satuan_baku(b) == "%")


def satuan_seukuran(a: str, b: str) -> bool:
    """Are these two units of one measure, so that one quantity has a figure in each (10 km and 10.000 m)?

    >>> satuan_seukuran("Km", "Meter"), satuan_seukuran("Ha", "m²"), satuan_seukuran("Km", "Ha"), satuan_seukuran("Km", "km")
    (True, True, False, False)
    """
    x, y = satuan_baku(a), satuan_baku(b)
    return x != y and any(x in ukuran and y in ukuran for ukuran in _UKURAN)


def _faktor(teks: str) -> float:
    """What a magnitude word at the head of a unit multiplies by; single letters are units (m, t) as often as magnitudes."""
    kali = besaran(teks)
    kata = _HIASAN.sub(" ", teks).strip(" .()").split(" ")
    return kali[0] if kali is not None and all(len(k) > 1 for k in kata[:2]) else 1.0


def besaran(teks: str) -> tuple[float, str] | None:
    """Factor of a magnitude word at the head of a unit, and the unit behind it; None without one.

    >>> besaran("juta rupiah"), besaran("Rp ribu"), besaran("Miliar"), besaran("juta rp/tenaga kerja"), besaran("orang")
    ((1000000.0, 'rupiah'), (1000.0, 'rupiah'), (1000000000.0, ''), (1000000.0, 'rupiah/tenaga kerja'), None)
    >>> besaran("Rp ribu/tahun")
    (1000.0, 'rupiah/tahun')
    """
    kata = _HIASAN.sub(" ", teks).strip(" .()").casefold().split(" ")
    if kata[0].strip(".") in _RUPIAH and len(kata) > 1:
        kata = [*kata[1:], "rupiah"]
    kepala, garis, per = kata[0].partition("/")
    if garis and kepala.strip(".") in BESARAN:
        kata = [kepala, *kata[1:-1], f"{kata[-1] if len(kata) > 1 else ''}/{per}"]
    faktor = BESARAN.get(kata[0].strip("."))
    return None if faktor is None else (faktor, satuan_baku(" ".join(kata[1:])))
