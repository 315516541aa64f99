"""Comparison 7: the programmes behind each sasaran, and of each programme the activities that fell short of their target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_xl.ringkasan.alokasi import tingkat
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.indikator import SASARAN, Indikator
from lkjip_xl.ringkasan.program import nilai_program
from lkjip_xl.ringkasan.program_kurang import ProgramTerukur, program_terukur
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM, teratas
from lkjip_xl.word.bagian import belum_ada, tabel_ringkasan
from lkjip_xl.word.bahan import Bahan, nama_sasaran, per_sasaran, sebutan_sasaran, teks_nilai, terisi
from lkjip_xl.word.bilangan import ada, hitungan, persen, rangkai, uang
from lkjip_xl.word.masukan import tanpa_kolom
from lkjip_xl.word.naskah import Balok, Paragraf

SEBUT_PALING_BANYAK = 12  # programmes named in one sentence; the table above it has them all


def tabel_program(b: Bahan) -> Iterator[Balok]:
    """The table, then which activities fell short below each programme."""
    yield from _tabel(b)
    yield from kalimat_terukur(b)


def _tabel(b: Bahan) -> Iterator[Balok]:
    if b.rekaman("penunjang"):
        yield from tabel_ringkasan(b, "Program Penunjang")
    else:
        yield from belum_ada(b, "penunjang", ": program dan kegiatan yang menunjang tiap sasaran.")


def program(b: Bahan) -> Iterator[Balok]:
    """The table, a sentence per sasaran on its programmes, and which activities fell short."""
    yield from _tabel(b)
    if b.rekaman("penunjang"):
        yield from _per_sasaran(b)
    yield from kalimat_terukur(b)


def _per_sasaran(b: Bahan) -> Iterator[Balok]:
    tanpa = []
    ada_sasaran = any(x.jenjang == SASARAN for x in b.indikator)
    for sasaran, milik in per_sasaran(b.diuraikan).items():
        if b.alokasi.milik_sasaran(sasaran):
            yield Paragraf(kalimat_program(b, nama_sasaran(milik[0]), sasaran), kunci=sasaran)
        elif milik[0].jenjang == SASARAN or not ada_sasaran:  # what stands above the sasaran is served through them
            tanpa.append(milik[0])
    nama = [nama_sasaran(x) for x in tanpa]
    if len(tanpa) == 1:
        yield Paragraf(kalimat("program.tanpa", sasaran=nama[0], sebutan=sebutan_sasaran(tanpa[0], awal=False)))
    elif tanpa:
        yield Paragraf(kalimat("program.tanpa_beberapa", jumlah=hitungan(len(tanpa)), daftar=rangkai(nama, ";")))


def kalimat_program(b: Bahan, sasaran: str, kode: str) -> str:
    """What is said about the programmes of a sasaran that has any: of those that support it the highest of each branch."""
    a = b.alokasi
    penunjang = a.menunjang(kode)
    milik = next((x for x in b.indikator if x.sasaran == kode), Indikator(kode, SASARAN))
    if not penunjang:
        isi = {
            "sasaran": sasaran,
            "sebutan": sebutan_sasaran(milik, awal=False),
            "daftar": _daftar(b, a.milik_sasaran(kode)),
        }
        return kalimat("program.tidak", **isi)
    semua = list(dict.fromkeys(a.utama[i] for i in teratas(a.induk, penunjang)))
    program = [i for i in semua if tingkat(a.baris[i]["level"]) == KEDALAMAN_PROGRAM]
    kegiatan = [i for i in semua if i not in program]
    isi = {
        "sebutan": sebutan_sasaran(milik),
        "sasaran": sasaran,
        "jumlah": hitungan(len(program or kegiatan)),
        "kegiatan": hitungan(len(kegiatan)),
        "yaitu": "yaitu" if len(semua) <= SEBUT_PALING_BANYAK else "antara lain",
        "daftar": _daftar(b, program + kegiatan),
    }
    jenis = "bawah" if not program else "campur" if kegiatan else "program"
    selain = _tidak_menunjang(b, kode, semua)
    tambahan = [kalimat("program.selain", daftar=_daftar(b, selain))] if selain else []
    return " ".join([kalimat(f"program.{jenis}", **isi), *tambahan])


def _tidak_menunjang(b: Bahan, kode: str, penunjang: Sequence[int]) -> list[int]:
    """The other branches mapped to a sasaran: their rupiah count in its efficiency, too."""
    a = b.alokasi
    semua = dict.fromkeys(a.utama[i] for i in teratas(a.induk, a.milik_sasaran(kode)))
    return [i for i in semua if i not in penunjang]


def _daftar(b: Bahan, baris: Sequence[int]) -> str:
    return rangkai([_program_tunggal(b, i) for i in baris[:SEBUT_PALING_BANYAK]], ";")


def _program_tunggal(b: Bahan, baris: int) -> str:
    p = nilai_program(b.buku, baris)
    sebutan = b.sebut(p["nama"]) if terisi(p["nama"]) else teks_nilai(b.alokasi.baris[baris]["kode"] or "")
    if ada(p["pagu"]) and ada(p["serapan"]):
        serapan = b.persen(p["serapan"], "DesimalSerapan")
        return kalimat("program.satuan", nama=sebutan, pagu=uang(p["pagu"]), serapan=serapan)
    return kalimat("program.satuan_tanpa", nama=sebutan)


def kalimat_terukur(b: Bahan) -> Iterator[Balok]:
    """A paragraph per programme with activities short of target; those where all met it share one."""
    if tanpa_kolom(b, "Efisiensi Program"):
        return
    tercapai = []
    for p in program_terukur(b.buku):
        if p.kurang:
            yield Paragraf(_kurang(b, p), kunci=f"kurang {_tertulis(b, p.baris)}")
        else:
            tercapai.append(_sebut(b, p.baris))
    if tercapai:
        yield Paragraf(kalimat("program.tercapai", daftar=rangkai(tercapai, ";")), kunci="kegiatan tercapai")


def _kurang(b: Bahan, p: ProgramTerukur) -> str:
    desimal = desimal_setelan(b.buku, "DesimalCapaian")
    butir = [
        kalimat("program.kurang_butir", nama=_sebut(b, k), capaian=rangkai([persen(c, desimal) for c in capaian]))
        for k, capaian in p.kurang
    ]
    if len(butir) > SEBUT_PALING_BANYAK:
        lain = kalimat("program.kurang_lain", jumlah=hitungan(len(butir) - SEBUT_PALING_BANYAK))
        butir = [*butir[:SEBUT_PALING_BANYAK], lain]
    jumlah = sum(len(c) for _, c in p.kurang)
    isi = {"terukur": hitungan(p.terukur), "program": _sebut(b, p.baris), "daftar": rangkai(butir, ";")}
    if jumlah == p.terukur:
        return kalimat("program.kurang_satu" if jumlah == 1 else "program.kurang_semua", **isi)
    return kalimat("program.kurang", jumlah=hitungan(jumlah), **isi)


def _sebut(b: Bahan, baris: int) -> str:
    return b.sebut(_tertulis(b, baris))


def _tertulis(b: Bahan, baris: int) -> str:
    """The name as typed, which a block of the report is known by."""
    r = b.alokasi.baris[baris]
    return teks_nilai(r["nama"] if terisi(r["nama"]) else r["kode"] or "")
