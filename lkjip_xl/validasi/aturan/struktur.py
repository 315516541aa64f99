"""Rules of structure: parents of indicators and programmes, kode and names used twice, one name spelled two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from lkjip_xl.inti.kemiripan import mirip, paling_mirip
from lkjip_xl.inti.kunci import kunci_nama, kunci_teks, ruas
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hierarki import KEDALAMAN, LEVEL, total_program
from lkjip_xl.tabel.kode_program import LEMBAR_PROGRAM
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pohon import pohon
from lkjip_xl.validasi.aturan.registri import aturan

JENJANG = ("rpjmd", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
STRATEGIS = ("rpjmd", "tujuan", "sasaran")  # below them one wording may serve many activities
RUPIAH = {
    "tc27": tuple(f"rp_{k}" for k in range(1, 7)),
    "renja": ("pagu_sebelum", "pagu_penjabaran", "pagu_setelah"),
    "pk_program": ("anggaran",),
    "anggaran": ("pagu", "realisasi_rp"),
}
BERINDUK = {"kegiatan": "program", "subkegiatan": "kegiatan"}
SERUPA = 90.0  # of 100: nearer than this two names are one name spelled two ways

Baris = dict[str, Nilai]


@aturan(kode=("SU-01",), lembar=("indikator",), baca=perlu(indikator="kode induk jenjang"))
def jenjang_induk(buku: BukuKerja, lapor: Pelapor) -> None:
    """Induk indikator berjenjang lebih tinggi daripada indikatornya sendiri."""
    isi_semua = lapor.jejak.baris("indikator")
    for b, isi in isi_semua.items():
        atas = buku.indeks.baris("indikator", "kode", isi["induk"])
        if atas is None or isi["jenjang"] not in JENJANG or isi_semua[atas]["jenjang"] not in JENJANG:
            continue  # an unknown kode has been reported by itself
        if JENJANG.index(str(isi_semua[atas]["jenjang"])) >= JENJANG.index(str(isi["jenjang"])):
            lapor("SU-01", Rujukan("indikator", b, "induk"), terkait=[Rujukan("indikator", atas, "jenjang")],
                  jenjang=isi["jenjang"], jenjang_induk=isi_semua[atas]["jenjang"])  # fmt: skip


@aturan(
    kode=("SU-02", "SU-03", "SU-04"),
    baca=perlu(
        tc27="?kode ?level ?nama ?rp_1-6 versi",
        renja="?kode ?level ?nama ?pagu_sebelum ?pagu_penjabaran ?pagu_setelah",
        pk_program="?kode ?level ?nama ?anggaran versi",
        anggaran="?kode ?level ?nama",
    ),
)
def kode_dan_nama_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Setiap kode program punya baris induk, dan kode serta nama tidak dipakai dua baris yang berbeda."""
    for lembar in RUPIAH:
        if not buku[lembar].ada:
            continue
        versi: dict[object, dict[int, Baris]] = defaultdict(dict)
        for b, isi in lapor.jejak.baris(lembar).items():
            versi[isi.get("versi")][b] = isi
        for baris in versi.values():
            _induk_kode(lapor, lembar, baris)
            _kode_ganda(lapor, lembar, baris)
            if lembar != "anggaran":  # AG-09 says it there
                _nama_ganda(lapor, lembar, baris)


def _induk_kode(lapor: Pelapor, lembar: str, baris: dict[int, Baris]) -> None:
    """Rows whose kode points to a parent row that is not there, while their siblings have theirs."""
    ada = {(isi["level"], ruas(isi["kode"])) for isi in baris.values() if isi["kode"]}
    for level, atas in BERINDUK.items():
        milik = {b: ruas(isi["kode"]) for b, isi in baris.items() if isi["level"] == level and ruas(isi["kode"])}
        punya = {b: any((atas, k[:n]) in ada for n in range(1, len(k))) for b, k in milik.items()}
        if sum(punya.values()) * 2 <= len(punya):
            continue  # this sheet does not print parents (or is being filled)
        for b in (b for b, ya in punya.items() if not ya):
            r = Rujukan(lembar, b, "kode")
            if not lapor.ragu(r):
                lapor("SU-02", r, level=level, atas=atas)


def _kode_ganda(lapor: Pelapor, lembar: str, baris: dict[int, Baris]) -> None:
    pertama: dict[tuple, int] = {}
    for b, isi in baris.items():
        if not ruas(isi["kode"]) or not isi["nama"]:
            continue
        kunci = (isi["level"], ruas(isi["kode"]))
        a = pertama.setdefault(kunci, b)
        if a != b and kunci_nama(baris[a]["nama"]) != kunci_nama(isi["nama"]):
            serupa = mirip(kunci_nama(baris[a]["nama"]), kunci_nama(isi["nama"])) >= SERUPA
            if not serupa:  # else one programme whose name is spelled two ways
                lapor("SU-03", Rujukan(lembar, b, "kode"), terkait=[Rujukan(lembar, a, "kode")], lain=baris[a]["nama"])


def _nama_ganda(lapor: Pelapor, lembar: str, baris: dict[int, Baris]) -> None:
    p = pohon(lapor.jejak, lembar, list(baris))
    pertama: dict[tuple, int] = {}
    for b, induk in p.induk.items():
        isi = baris[b]
        if not isi["nama"] or total_program(isi) or all(isi[k] is None for k in RUPIAH[lembar]):
            continue  # a further indicator of the same programme has no rupiah of its own
        a = pertama.setdefault((induk, p.tingkat[b], kunci_teks(isi["nama"])), b)
        if a != b:
            lapor("SU-04", Rujukan(lembar, b, "nama"), terkait=[Rujukan(lembar, a, "nama")], nama=isi["nama"])


@aturan(kode=("SU-12",), lembar=("indikator",), baca=perlu(indikator="kode indikator jenjang berlaku"))
def nama_indikator_ganda(buku: BukuKerja, lapor: Pelapor) -> None:
    """Satu nama indikator tidak dipakai dua kode yang berbeda pada jenjang yang sama."""
    pertama: dict[tuple[object, ...], tuple[int, object]] = {}
    for b, isi in lapor.jejak.baris("indikator").items():
        if not isi["indikator"] or not isi["kode"] or isi["jenjang"] not in STRATEGIS:
            continue
        kunci = (kunci_teks(isi["indikator"]), isi["jenjang"], isi["berlaku"] or "baru")
        lain, kode = pertama.setdefault(kunci, (b, isi["kode"]))
        if lain != b and kunci_teks(kode) != kunci_teks(isi["kode"]):
            lapor(
                "SU-12",
                Rujukan("indikator", b, "indikator"),
                terkait=[Rujukan("indikator", lain, "indikator")],
                lain=kode,
            )


@aturan(
    kode=("SU-05",),
    baca=perlu(
        renja="?kode ?level ?nama",
        tc27="?kode ?level ?nama",
        pk_program="?kode ?level ?nama",
        anggaran="?kode ?level ?nama",
    ),
)
def ejaan_nama_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Nama program, kegiatan dan subkegiatan dieja sama di semua lembar."""
    acuan: dict[str, dict[object, tuple[Rujukan, str]]] = {"kode": {}, "nama": {}}
    per_level: dict[object, dict[str, tuple[Rujukan, str]]] = defaultdict(dict)
    for lembar in LEMBAR_PROGRAM:
        if not buku[lembar].ada:
            continue
        milik = list(_bernama(lapor, lembar))
        sendiri = {(isi["level"], kunci_nama(isi["nama"])) for _, isi in milik}
        lapor_ejaan = _pelapor_ejaan(lapor)
        for b, isi in milik:
            r, kunci = Rujukan(lembar, b, "nama"), (isi["level"], ruas(isi["kode"]))
            lain = acuan["kode"].get(kunci) if kunci[1] else None
            if lain is None and kunci not in acuan["kode"]:
                lain = _terdekat(kunci_nama(isi["nama"]), per_level[isi["level"]], isi["level"], sendiri)
            if (
                lain
                and kunci_nama(lain[1]) != kunci_nama(isi["nama"])
                and mirip(kunci_nama(lain[1]), kunci_nama(isi["nama"])) >= SERUPA
            ):
                lapor_ejaan(r, lain)
        for b, isi in milik:
            r = Rujukan(lembar, b, "nama")
            if ruas(isi["kode"]):
                acuan["kode"].setdefault((isi["level"], ruas(isi["kode"])), (r, str(isi["nama"])))
            per_level[isi["level"]].setdefault(kunci_nama(isi["nama"]), (r, str(isi["nama"])))


def _pelapor_ejaan(lapor: Pelapor) -> Callable[[Rujukan, tuple[Rujukan, str]], None]:
    def ejaan(r: Rujukan, lain: tuple[Rujukan, str]) -> None:
        if not lapor.pernah(r):
            lapor("SU-05", r, seharusnya=lain[1], terkait=[lain[0]], sumber=lapor.sebut(lain[0]))

    return ejaan


def _bernama(lapor: Pelapor, lembar: str) -> Iterator[tuple[int, Baris]]:
    for b, isi in lapor.jejak.baris(lembar).items():
        if isinstance(isi["nama"], str) and isi["level"] in KEDALAMAN:
            yield b, isi


def _terdekat(
    nama: str, dikenal: dict[str, tuple[Rujukan, str]], level: object, sendiri: Collection[tuple[object, str]]
) -> tuple[Rujukan, str] | None:
    """The one name of the earlier sheets that this may be a spelling of; not one that this sheet also has."""
    if nama in dikenal:
        return None
    calon = [c for c in paling_mirip(nama, dikenal, SERUPA, 2) if (level, c) not in sendiri]
    return dikenal[calon[0]] if len(calon) == 1 and _angka(calon[0]) == _angka(nama) else None


def _angka(nama: str) -> list[str]:
    """Numbers in a name: "roda 2" and "roda 4" are two things however near they look."""
    return re.findall(r"\d+", nama)


@aturan(
    kode=("LB-15",),
    lembar=tuple(RUPIAH),
    baca=perlu(
        tc27="?level ?nama ?kode",
        renja="?level ?nama ?kode",
        pk_program="?level ?nama ?kode",
        anggaran="?level ?nama ?kode",
    ),
)
def level_baris_jumlah(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris jumlah di lembar program bukan program: dibaca sebagai jumlah baris lain."""
    for lembar in RUPIAH:
        t = buku[lembar]
        for b, isi in lapor.jejak.baris(lembar).items():
            s = t.sel.get((b, "level"))
            tertulis = s.nilai if s is not None else None
            if total_program(isi) and kunci_teks(tertulis) != LEVEL[0]:
                lapor("LB-15", Rujukan(lembar, b, "level"), nilai=tertulis, seharusnya=LEVEL[0], nama=isi["nama"])
