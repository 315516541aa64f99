"""Tables that hold several indicators in the form of a table about one: a year or a fact a row below each name, or a name a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.bentuk.satu_indikator import ANGKA_SATU, SEBUTAN, TAHUN_SATU, satu_indikator
from lkjip_xl.bentuk.satuan_nama import NAMA_MIN, nama_bersatuan
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

INDIKATOR, SASARAN, NILAI, URAIAN, SATUAN = "indikator", "sasaran", "Nilai", "Uraian", "Satuan"
SASARAN_KEPALA = "Sasaran"


def per_indikator(t: TabelAsing) -> list[TabelAsing]:
    """The table as one for each of its indicators where it is of that form, else the table itself."""
    bagian = [*_berbaris(t)] or [*_berputar(t)] or [*_berdampingan(t)]
    return bagian if len(bagian) > 1 and all(satu_indikator(x, {}) is not None for x in bagian) else [t]


def _berkolom(t: TabelAsing) -> list[tuple[KolomAsing, str]]:
    """Filled columns but running numbers, with the words that tell each."""
    semua = [(k, pokok_kepala(k.jalur[-1]) if k.jalur else "") for k in t.kolom]
    return [(k, h) for k, h in semua if h not in ("no", "nomor") and any(k.nomor in b.sel for b in t.data())]


def _berputar(t: TabelAsing) -> Iterator[TabelAsing]:
    """Uraian | name | name, with rows Target, Realisasi: a column each; also with the years left of these words, each above its rows."""
    kolom = _berkolom(t)
    bertahun = len(kolom) > 3 and kunci_judul(kolom[0][0].judul) == "tahun" and kolom[1][1] in SEBUTAN
    kolom = kolom[bertahun:]
    if len(kolom) < 3 or kolom[0][1] not in SEBUTAN:
        return
    awal, lain = kolom[0][0], [k for k, _ in kolom[1:]]
    baris = [b for b in t.baris if b.jenis in ("data", "rata") and awal.nomor in b.sel]
    if bertahun:
        baris = [*_sebut_tahun(baris, _berkolom(t)[0][0].nomor, awal.nomor)]
    label = {pokok_kepala(TAHUN_SATU.sub("", kunci_judul(b.sel[awal.nomor].teks))) for b in baris}
    if not {"target", "realisasi"} <= label or any(
        len(k.judul) < NAMA_MIN or h in SEBUTAN | ANGKA_SATU or TAHUN_SATU.fullmatch(kunci_judul(k.judul)) for k, h in kolom[1:]
    ):  # fmt: skip
        return
    duga = any(nama_bersatuan(k.jalur[-1])[1] for k in lain)
    for k in lain:
        isi = (
            replace(b, jenis="data", sel={n: s for n, s in b.sel.items() if n in (awal.nomor, k.nomor)}) for b in baris
        )
        nama, satuan = rapikan_spasi(k.jalur[-1]), ""
        if "satuan" not in label:  # a row that says it
            nama, satuan = nama_bersatuan(nama, duga=duga)
        ikut = [*_di_kepala(t, k, SATUAN, satuan), *_di_kepala(t, k, SASARAN_KEPALA, _pernyataan(k))]
        kepala = replace(k, jalur=(NILAI,))
        yield replace(t, kolom=(awal, kepala), baris=tuple(isi), indikator=nama, ikut=tuple(ikut))


def _sebut_tahun(baris: list[BarisAsing], tahun: int, awal: int) -> Iterator[BarisAsing]:
    """Rows whose words name the year that stands beside them, or above."""
    kini = ""
    for b in baris:
        kini = b.sel[tahun].teks if tahun in b.sel else kini
        yield replace(b, sel=b.sel | {awal: replace(b.sel[awal], teks=f"{b.sel[awal].teks} {kini}".strip())})


def _pernyataan(k: KolomAsing) -> str:
    """The sasaran that stands above the name of an indicator: a sentence like "Meningkatnya …"."""
    atas = k.jalur[-2] if len(k.jalur) > 1 else ""
    return atas if kunci_judul(atas).partition(" ")[0].endswith("nya") and " " in atas else ""


def _di_kepala(
    t: TabelAsing, k: KolomAsing, judul: str, isi: str
) -> Iterator[tuple[tuple[int, int], KolomAsing, SelAsing]]:
    """What a header says beside the name, in the place where it stands."""
    kiri = [(i, b, n) for i, b, n in t.sel_kepala if n <= k.nomor]
    ada = [x for x in kiri if (s := t.kisi[x[0]].sel.get(x[1:])) is not None and isi in rapikan_spasi(s.teks)]
    if isi and kiri:
        _, b, n = max(ada or kiri, key=lambda x: (x[2], x[1]))
        yield (b, n), replace(k, jalur=(judul,)), SelAsing(isi)


def _berbaris(t: TabelAsing) -> Iterator[TabelAsing]:
    """Indikator | Satuan | (Target, Realisasi below each other) | 2022 | 2023: the rows below each name, up to the next one."""
    pokok = {k: pokok_kepala(_asli(t, k)) for k in t.kolom}
    nama = next((k for k, h in pokok.items() if h == INDIKATOR), None)
    label = next((k for k in t.kolom if t.data() and all(_kata(b, k) in ANGKA_SATU for b in t.data())), None)
    tahun = [k for k in t.kolom if k.jalur and TAHUN_SATU.fullmatch(kunci_judul(k.jalur[-1]))]
    if nama is None or label is None or not tahun or nama.nomor >= label.nomor:
        return
    milik = [replace(label, jalur=(URAIAN,)), *(replace(k, jalur=k.jalur[-1:]) for k in tahun)]
    sisa = [replace(k, jalur=(_asli(t, k),)) for k, h in pokok.items() if h in (SASARAN, "satuan", INDIKATOR)]
    bagian: list[list[BarisAsing]] = []
    for b in t.baris:
        if b.jenis not in ("data", "rata") or (nama.nomor not in b.sel and not bagian):
            continue
        if nama.nomor in b.sel:
            bagian.append([])
        bagian[-1].append(replace(b, jenis="data"))
    atas: list[tuple[tuple[int, int], KolomAsing, SelAsing]] = []  # the sasaran, merged over several names
    for baris in bagian:
        ikut = [((b.nomor, k.nomor), k, b.sel[k.nomor]) for b in baris for k in sisa if k.nomor in b.sel]
        atas = [x for x in ikut if pokok_kepala(x[1].judul) == SASARAN] or atas
        ikut += [x for x in atas if x not in ikut]
        isi = (replace(b, sel={k.nomor: b.sel[k.nomor] for k in milik if k.nomor in b.sel}) for b in baris)
        indikator = rapikan_spasi(baris[0].sel[nama.nomor].teks)
        yield replace(t, kolom=tuple(milik), baris=tuple(isi), indikator=indikator, ikut=tuple(ikut))


def _berdampingan(t: TabelAsing) -> Iterator[TabelAsing]:
    """Tahun | name (Target, Realisasi) | name (Target, Realisasi): the columns below each name, with those of the years."""
    kolom = [k for k, _ in _berkolom(t)]
    if len(kolom) < 2 or not kolom[0].jalur or kunci_judul(kolom[0].jalur[-1]) != "tahun":
        return
    awal, *lain = kolom
    if any(len(k.jalur) < 2 or pokok_kepala(k.jalur[-1]) not in ANGKA_SATU for k in lain):
        return
    for judul in dict.fromkeys(k.jalur[:-1] for k in lain):
        milik = [replace(k, jalur=k.jalur[-1:]) for k in lain if k.jalur[:-1] == judul]
        pakai = {awal.nomor, *(k.nomor for k in milik)}
        baris = (replace(b, sel={n: s for n, s in b.sel.items() if n in pakai}) for b in t.data())
        nama, satuan = nama_bersatuan(rapikan_spasi(" ".join(judul)))
        ikut = _di_kepala(t, milik[0], SATUAN, satuan)
        yield replace(t, kolom=(awal, *milik), baris=tuple(baris), indikator=nama, ikut=tuple(ikut))


def _asli(t: TabelAsing, k: KolomAsing) -> str:
    """The last cell of a header without its translation on a line below."""
    sel = [t.kisi[i].sel[b, n].teks for i, b, n in t.sel_kepala if n == k.nomor and (b, n) in t.kisi[i].sel]
    return sel[-1].partition("\n")[0].strip() if sel else "".join(k.jalur[-1:])


def _kata(b: BarisAsing, k: KolomAsing) -> str:
    return pokok_kepala(b.sel[k.nomor].teks) if k.nomor in b.sel else ""
