"""Subkegiatan → kegiatan → program → total in every rupiah column of the programme sheets; belanja by induk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import fsum

from lkjip_xl.inti.bacaan import desimal_terpendek
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.dugaan import sebab_selisih
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pohon import Pohon, Selisih, pohon, selisih_jumlah
from lkjip_xl.validasi.aturan.registri import aturan

SALINAN_PAGU = perlu(  # where a row left out of a sum is looked for
    renja="?kode ?level ?nama ?pagu_setelah",
    pk_program="?kode ?level ?nama ?anggaran",
    anggaran="?kode ?no ?level ?nama ?pagu",
)
RP_TAHUN = tuple(f"rp_{k}" for k in range(1, 7))


@aturan(kode=("TC-03",), lembar=("tc27",), baca=perlu(tc27="level versi nama ?kode ?rp_1-6 ?rp_akhir"))
def jumlah_tc27(buku: BukuKerja, lapor: Pelapor) -> None:
    """Pagu T-C.27 tiap tahun sama dengan jumlah rinciannya, untuk tiap versi."""
    _per_versi(lapor, "tc27", RP_TAHUN, "TC-03", turunan=("rp_akhir",))


@aturan(
    kode=("RJ-02",),
    lembar=("renja",),
    baca=perlu(
        renja="level nama ?kode ?pagu_sebelum ?pagu_penjabaran ?pagu_setelah ?pagu_prakiraan ?bertambah",
    )
    | SALINAN_PAGU,
)
def jumlah_renja(buku: BukuKerja, lapor: Pelapor) -> None:
    """Setiap kolom pagu Renja sama dengan jumlah rinciannya."""
    kolom = ("pagu_sebelum", "pagu_penjabaran", "pagu_setelah", "pagu_prakiraan")
    _per_versi(lapor, "renja", kolom, "RJ-02", turunan=("bertambah",))


@aturan(
    kode=("PP-01",),
    lembar=("pk_program",),
    baca=perlu(pk_program="level versi nama ?kode ?anggaran") | SALINAN_PAGU,
)
def jumlah_pk_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Anggaran PK Program sama dengan jumlah rinciannya, untuk tiap versi."""
    _per_versi(lapor, "pk_program", ("anggaran",), "PP-01")


@aturan(
    kode=("AG-04", "AG-05"),
    lembar=("anggaran",),
    baca=perlu(anggaran="level nama ?kode ?no ?pagu ?realisasi_rp") | SALINAN_PAGU,
)
def jumlah_anggaran(buku: BukuKerja, lapor: Pelapor) -> None:
    """Pagu dan realisasi di Anggaran sama dengan jumlah rinciannya."""
    for kolom in ("pagu", "realisasi_rp"):
        p = _tanpa_lanjutan(lapor, "anggaran", lapor.jejak.baris("anggaran"), ("pagu", "realisasi_rp"))
        semua = list(selisih_jumlah(lapor, "anggaran", kolom, p.anak()))
        for s in semua:
            atas, bawah = p.tingkat[s.induk.baris], p.tingkat[s.anak[0].baris]
            seluruh = atas is not None and atas < KEDALAMAN_PROGRAM and bawah == KEDALAMAN_PROGRAM
            lapor_selisih(lapor, "AG-05" if seluruh else "AG-04", s, semua)


@aturan(
    kode=("AG-18",),
    lembar=("anggaran",),
    baca=perlu(
        anggaran="level nama ?kode ?no ?pagu ?realisasi_rp", renja="?kode ?level ?nama", pk_program="?kode ?level ?nama"
    ),
)
def jumlah_kosong(buku: BukuKerja, lapor: Pelapor) -> None:
    """Program yang pagu atau realisasinya kosong, padahal rinciannya terisi; kegiatan di bawah program seperti itu juga."""
    p = _tanpa_lanjutan(lapor, "anggaran", lapor.jejak.baris("anggaran"), ("pagu", "realisasi_rp"))
    anak = p.anak()
    for kolom in ("pagu", "realisasi_rp"):
        jumlah = _jumlah_bawah(lapor, p, kolom)
        tertutup = {b for b in p.induk if _kosong_sampai_program(lapor, p, b, kolom)}
        for b in (b for b in anak if b in tertutup and jumlah.get(b)):
            if not lapor.pernah(r := Rujukan("anggaran", b, kolom)):
                terkait = [Rujukan("anggaran", c, kolom) for c in anak[b]]
                lapor("AG-18", r, seharusnya=jumlah[b], terkait=terkait, nama=lapor.jejak.baris("anggaran")[b]["nama"])


def _kosong_sampai_program(lapor: Pelapor, p: Pohon, b: int, kolom: str) -> bool:
    """Is the cell of this row blank, and of all rows above it up to the programme?"""
    isi, atas = lapor.jejak.baris("anggaran"), b
    while isi[atas][kolom] is None and not lapor.jejak.ternoda(Rujukan("anggaran", atas, kolom)):
        if p.tingkat[atas] == KEDALAMAN_PROGRAM:
            return True
        if (induk := p.induk[atas]) is None:
            return False
        atas = induk
    return False


def _jumlah_bawah(lapor: Pelapor, p: Pohon, kolom: str) -> dict[int, float]:
    """What the rows below each parent add up to, through blank ones too; only where every one of them has an amount."""
    hasil: dict[int, float] = {}
    anak = p.anak()
    for b in sorted(anak, key=lambda b: p.tingkat[b] or 0, reverse=True):
        isi = [lapor.jejak.nilai(Rujukan("anggaran", c, kolom)) for c in anak[b]]
        semua = [hasil.get(c) if x is None else x for c, x in zip(anak[b], isi, strict=True)]
        if all(isinstance(x, (int, float)) for x in semua):
            hasil[b] = fsum(x for x in semua if isinstance(x, (int, float)))
    return hasil


@aturan(kode=("BL-02",), lembar=("belanja",), baca=perlu(belanja="tahun jenis induk ?anggaran ?realisasi"))
def jumlah_belanja(buku: BukuKerja, lapor: Pelapor) -> None:
    """Anggaran dan realisasi jenis belanja sama dengan jumlah jenis belanja di bawahnya."""
    anak = _anak_belanja(lapor)
    for kolom in ("anggaran", "realisasi"):
        semua = list(selisih_jumlah(lapor, "belanja", kolom, anak))
        for s in semua:
            lapor_selisih(lapor, "BL-02", s, semua, nama=lapor.jejak.baris("belanja")[s.induk.baris]["jenis"])


def _anak_belanja(lapor: Pelapor) -> dict[int, list[int]]:
    """Children by the name in Induk, within one year; a row named Jumlah holds all rows without induk."""
    baris = lapor.jejak.baris("belanja")
    jumlah = {
        baris[b]["tahun"]: b for b in reversed(list(baris)) if baris_jumlah(baris[b]["jenis"])
    }  # the first counts
    anak: dict[int, list[int]] = defaultdict(list)
    for b, isi in baris.items():
        if isi["induk"] is not None:
            senama = lapor.buku.indeks.semua("belanja", "jenis", isi["induk"])
            atas = next((a for a in senama if baris[a]["tahun"] == isi["tahun"]), None)
        elif not baris_jumlah(isi["jenis"]):
            atas = jumlah.get(isi["tahun"])
        else:
            atas = None
        if atas is not None and atas != b:
            anak[atas].append(b)
    return anak


def _per_versi(lapor: Pelapor, lembar: str, kolom: tuple[str, ...], kode: str, turunan: tuple[str, ...] = ()) -> None:
    versi: dict[object, list[int]] = defaultdict(list)
    for b, isi in lapor.jejak.baris(lembar).items():
        versi[isi.get("versi")].append(b)
    for baris in versi.values():
        anak = _tanpa_lanjutan(lapor, lembar, baris, kolom + turunan).anak()
        for k in kolom:
            semua = list(selisih_jumlah(lapor, lembar, k, anak))
            for s in semua:
                lapor_selisih(lapor, kode, s, semua)
        for k in turunan:
            # a total that its own row already determines adds nothing; one typed without its parts is judged here
            sendiri = {a: c for a, c in anak.items() if lapor.jejak.buku[lembar].harap(a, k) is None}
            for s in selisih_jumlah(lapor, lembar, k, sendiri):
                lapor_selisih(lapor, kode, s)


def _tanpa_lanjutan(lapor: Pelapor, lembar: str, baris: Iterable[int], kolom: tuple[str, ...]) -> Pohon:
    """The tree without rows that only add an indicator to the programme above them (same name, no rupiah)."""
    isi = lapor.jejak.baris(lembar)
    pakai: list[int] = []
    for b in baris:
        sama = pakai and all(isi[b].get(k) == isi[pakai[-1]].get(k) for k in ("level", "nama", "kode"))
        if not (sama and all(isi[b][k] is None for k in kolom)):
            pakai.append(b)
    return pohon(lapor.jejak, lembar, pakai)


def lapor_selisih(lapor: Pelapor, kode: str, s: Selisih, lain: Sequence[Selisih] = (), *, nama: object = None) -> None:
    """Report one parent cell; its children, the cells that follow from it and what explains it are related cells."""
    if nama is None:
        nama = lapor.jejak.baris(s.induk.lembar)[s.induk.baris].get("nama")
    sebab = sebab_selisih(lapor, s, lain)
    lapor(
        kode,
        s.induk,
        seharusnya=s.jumlah,
        terkait=(*s.anak, *s.ikut, *sebab.sel),
        nama=nama,
        selisih=bulat(s.nilai - s.jumlah, desimal_terpendek(s.jumlah)),
        rincian=s.usul(lapor),
        **sebab.isian,
    )
