"""Rules of completeness: units, programmes of every sasaran, causes and solutions of what was measured."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from lkjip_xl.inti.kunci import PERSEN, kunci_satuan, kunci_teks
from lkjip_xl.inti.satuan import satuan_bertentangan, satuan_seukuran
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.ringkasan.kelompok import sasaran_dari
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.satuan import DITETAPKAN

BUKAN_PERSEN = ("nilai", "indeks", "index", "skor", "jumlah", "banyaknya")
PERSENTASE = ("persentase", "presentase", "prosentase")
DIPERJANJIKAN = ("tujuan", "sasaran")
PROGRAM = ("tc27", "renja", "pk_program", "anggaran")
TERCAPAI = 100
TERUKUR = ("target", "realisasi")
EJAAN_MAKS = 100  # spellings of the unit of one name that are compared


@aturan(
    kode=("SU-06", "SU-07"),
    lembar=("indikator",),
    baca=perlu(
        indikator="indikator satuan berlaku ?kode",
        pengukuran="?kode ?target ?realisasi",
        tc27="?indikator ?satuan",
        renja="?indikator ?satuan",
        pk_program="?indikator ?satuan ?target",
        anggaran="?indikator ?satuan ?target ?realisasi",
    ),
)
def satuan_indikator(buku: BukuKerja, lapor: Pelapor) -> None:
    """Satuan indikator terisi, cocok dengan namanya, dan sama di semua lembar."""
    semua: dict[str, SatuanTercatat] = defaultdict(partial(SatuanTercatat, lapor))
    for lembar in ("indikator", *PROGRAM):
        if not buku[lembar].ada:
            continue
        for b, isi in lapor.jejak.baris(lembar).items():
            nama, satuan, r = isi["indikator"], isi["satuan"], Rujukan(lembar, b, "satuan")
            if not isinstance(nama, str) or lapor.jejak.ternoda(r):
                continue
            if not isinstance(satuan, str):
                if lembar == "indikator" and isi["berlaku"] != "lama":
                    lapor("SU-06", r, nama=nama, sebab="belum diisi")
                continue
            if not _cocok(nama, satuan):
                lapor("SU-06", r, nama=nama, sebab=f'tertulis "{satuan}", tidak sesuai namanya')
            lain = semua[kunci_teks(nama)].lain(r, satuan)
            semua[kunci_teks(nama)].catat(r, satuan)
            if lapor.pernah(Rujukan(lembar, b, "indikator")):
                continue  # the name is that of another indicator, which is said: the unit tells nothing more
            if lain is not None:
                a, satuan_a = lain
                lapor("SU-07", r, seharusnya=satuan_a, terkait=[a], sumber=lapor.sebut(a),
                      tingkat=tingkat_satuan(lapor, a, satuan_a, r, satuan))  # fmt: skip


class SatuanTercatat:
    """The units one name was given, by sheet and spelling: thousands of rows of one name compare with a few of them."""

    def __init__(self, lapor: Pelapor) -> None:
        self._lapor, self._banyak = lapor, 0
        self._semua: dict[
            tuple[str, str], list[tuple[int, Rujukan]]
        ] = {}  # with their place in the order they were met
        # rows looked at so far, and the first row that has a figure
        self._angka: dict[tuple[str, str], tuple[int, dict[float, tuple[int, Rujukan]]]] = {}

    def catat(self, r: Rujukan, satuan: str) -> None:
        self._banyak += 1
        self._semua.setdefault((r.lembar, satuan), []).append((self._banyak, r))

    def lain(self, r: Rujukan, satuan: str) -> tuple[Rujukan, str] | None:
        """The first that has another unit; rather the first that cannot be true beside this one."""
        milik = kunci_satuan(satuan)
        beda = [x for x in self._semua if kunci_satuan(x[1]) != milik][:EJAAN_MAKS]
        gawat = [(*a, x[1]) for x in beda if (a := self._gawat(x, r, satuan)) is not None]
        if gawat or beda:
            _, a, ejaan = min(gawat) if gawat else (*self._semua[beda[0]][0], beda[0][1])
            return a, ejaan
        return None

    def _gawat(self, x: tuple[str, str], r: Rujukan, satuan: str) -> tuple[int, Rujukan] | None:
        a = self._semua[x][0]
        if satuan_bertentangan(x[1], satuan) and satuan_seukuran(x[1], satuan):
            a = self._seangka(x, r)
        return a if a is not None and tingkat_satuan(self._lapor, a[1], x[1], r, satuan) else None

    def _seangka(self, x: tuple[str, str], r: Rujukan) -> tuple[int, Rujukan] | None:
        """The first row of these that has a figure of this one."""
        baris, (dilihat, pertama) = self._semua[x], self._angka.get(x, (0, {}))
        for a in baris[dilihat:]:
            for angka in _angka(self._lapor, a[1]):
                pertama.setdefault(angka, a)
        self._angka[x] = len(baris), pertama
        return min((a for y in _angka(self._lapor, r) if (a := pertama.get(y)) is not None), default=None)


def tingkat_satuan(lapor: Pelapor, a: Rujukan, satuan_a: str, b: Rujukan, satuan_b: str) -> Tingkat | None:
    """Units that cannot both be true are a warning, unless a document says it that nobody can change.

    Of one measure they may be: 10 km here and 10.000 m there, but not the same figure in both.
    """
    gawat = satuan_bertentangan(satuan_a, satuan_b) and not DITETAPKAN & {a.lembar, b.lembar}
    if gawat and satuan_seukuran(satuan_a, satuan_b):
        gawat = bool(_angka(lapor, a) & _angka(lapor, b))
    return Tingkat.PERINGATAN if gawat else None


def _angka(lapor: Pelapor, r: Rujukan) -> set[float]:
    """Targets and results of the indicator a unit stands beside; nought is nought in every unit."""
    isi = lapor.jejak.baris(r.lembar)[r.baris]
    if r.lembar == "indikator":
        letak = lapor.buku.indeks.baris("pengukuran", "kode", isi["kode"])
        isi = {} if letak is None else lapor.jejak.baris("pengukuran")[letak]
    return {x for k in TERUKUR if isinstance(x := isi.get(k), float) and x}


def _cocok(nama: str, satuan: str) -> bool:
    awal = kunci_teks(nama).split()[0] if nama.split() else ""
    persen = kunci_satuan(satuan) == PERSEN
    return not (awal in BUKAN_PERSEN and persen) and not (
        awal in PERSENTASE and not persen and "%" not in satuan and "perse" not in kunci_teks(satuan)
    )


@aturan(
    kode=("SU-08",),
    lembar=("indikator", "penunjang"),
    baca=perlu(indikator="kode jenjang berlaku pernyataan_lengkap ?pernyataan", penunjang="kode"),
)
def sasaran_punya_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Setiap sasaran punya program penunjang di lembar Penunjang."""
    terpetakan = {x for kode in buku.indeks.menurut("penunjang", "kode") for x in sasaran_dari(buku, kode)}
    if not terpetakan:
        return
    pertama: dict[str, tuple[int, Nilai]] = {}
    for b, isi in lapor.jejak.baris("indikator").items():
        if isi["jenjang"] == "sasaran" and isi["berlaku"] != "lama" and isinstance(isi["kode"], str):
            for x in sasaran_dari(buku, isi["kode"]):
                pertama.setdefault(x, (b, isi["pernyataan_lengkap"] or isi["kode"]))
    for b, nama in (letak for x, letak in pertama.items() if x not in terpetakan):
        lapor("SU-08", Rujukan("indikator", b, "kode"), nama=nama)


@aturan(
    kode=("SU-10", "SU-11"),
    lembar=("pengukuran", "indikator"),
    baca=perlu(
        indikator="kode jenjang",
        pengukuran="kode realisasi ?capaian",
        analisis="kode pendorong penghambat solusi upaya",
    ),
)
def indikator_terukur_dijelaskan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Indikator yang diukur punya penyebab, dan solusi bila di bawah target."""
    analisis = lapor.jejak.baris("analisis") if buku["analisis"].ada else {}
    for b, isi in lapor.jejak.baris("pengukuran").items():
        if not isinstance(isi["realisasi"], float) or not isi["kode"]:
            continue
        r, sana = Rujukan("pengukuran", b, "kode"), buku.indeks.semua("analisis", "kode", isi["kode"])
        ada = {k for x in sana for k in ("pendorong", "penghambat", "solusi", "upaya") if analisis[x][k]}
        if buku.indeks.ambil("indikator", "kode", isi["kode"], "jenjang") not in DIPERJANJIKAN:
            continue  # the report explains tujuan and sasaran
        if not ada & {"pendorong", "penghambat"}:
            lapor("SU-10", r, kode=isi["kode"])
        elif isinstance(isi["capaian"], float) and isi["capaian"] < TERCAPAI and not ada & {"solusi", "upaya"}:
            lapor(
                "SU-11",
                Rujukan("pengukuran", b, "capaian"),
                nilai=lapor.banding.tampil(Rujukan("pengukuran", b, "capaian")),
                kode=isi["kode"],
            )
