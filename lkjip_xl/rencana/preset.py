"""Columns of a table that is one of the presets: what the words of its header are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.ragam_kepala import NOMOR, sesudah_ubah
from lkjip_xl.padan.tahun import tahun_kepala, tahun_tabel
from lkjip_xl.rencana.calon import INDIKATOR, Kepala, berindikator, bersih, kepala
from lkjip_xl.rencana.model import Peran, PetaKolom, Yakin
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.preset import TERDALAM, KolomPreset, Preset
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.tabel.model import Nilai

SEBAGIAN = 0.75  # share of the headers that are the preset's
LEBAR = 6  # columns that are known of a table so wide that running numbers are no evidence against it


def petakan_preset(
    skema: Skema, preset: Preset, tabel: TabelAsing, setelan: Mapping[str, Nilai]
) -> dict[int, PetaKolom] | None:
    """The columns the preset knows, by number; None where the table lacks one it must have, or is mostly something else."""
    milik = judul.sebagai_teks(skema.lembar[preset.lembar].judul, setelan)
    if tahun_tabel(tabel, setelan) not in (None, setelan.get("TahunLaporan"), tahun_kepala(milik, {})):
        return None
    sisa = [(x, list(_kepala_milik(x, setelan))) for x in preset.kolom]
    hasil: dict[int, PetaKolom] = {}
    berkepala = [k for k in tabel.kolom if k.jalur]
    for k in sorted(berkepala, key=lambda k: not sesudah_ubah(k.judul)):  # of two budgets the one after the change
        # "Keuangan: s.d. Bulan Lalu: Rp" is that column, though "Keuangan: Rp" is like it, too
        h = kepala(k.jalur, setelan)
        nilai = [_cocok(h, _rupiah(k.jalur), milik, setelan) for _, milik in sisa]
        if any(nilai):
            x, _ = sisa.pop(nilai.index(max(nilai)))
            hasil[k.nomor] = _peta(skema, preset, k, x)
    sisa_kepala = [
        k.jalur for k in berkepala if k.nomor not in hasil and (len(hasil) < LEBAR or bersih(k.jalur[-1]) not in NOMOR)
    ]
    lain = {jalur[0] for jalur in sisa_kepala}  # what stands under one heading is one thing
    if any(x.wajib for x, _ in sisa) or len(hasil) < SEBAGIAN * (len(hasil) + len(lain)):
        return None
    return hasil


def _kepala_milik(x: KolomPreset, setelan: Mapping[str, Nilai]) -> Iterator[tuple[int | None, Kepala, bool]]:
    """Every header the column may have: the year it must name (None = none it needs), how it is looked up, is it of rupiah."""
    for nama in (x.kepala, *x.sinonim):
        teks = judul.sebagai_teks(nama, setelan)
        tahun = tahun_kepala(teks, setelan) if judul.berubah(nama) else None
        jalur = tuple(teks.split(": "))
        yield tahun, kepala(jalur, setelan), _rupiah(jalur)


def _cocok(
    h: Kepala, rupiah: bool, semua: Iterable[tuple[int | None, Kepala, bool]], setelan: Mapping[str, Nilai]
) -> int:
    """How much a header is that of a column: 2 in all its rows, 1 in some, 0 not at all."""
    laporan = setelan.get("TahunLaporan")
    kata = set(" ".join(h.pokok).split())
    tahun_akhir = setelan.get("TahunRenstraAkhir") if "akhir" in kata or {"target", "renstra"} <= kata else None
    hasil = 0
    for tahun, milik, milik_rupiah in semua:
        if h.tahun not in ((tahun,) if tahun is not None else (None, laporan, milik.tahun, tahun_akhir)):
            continue
        sepokok = {*h.pokok[:1], *h.pokok[-1:]} & {*milik.pokok[:1], *milik.pokok[-1:]}
        if (milik.bagian and milik.bagian[0] in h.bagian[:1]) or (sepokok and rupiah == milik_rupiah):
            return 2
        hasil = max(hasil, int(bool(milik.bagian) and milik.bagian[-1] in h.bagian))
    return hasil


def _rupiah(jalur: tuple[str, ...]) -> bool:
    """Does a header end in "Rp", as those of amounts beside the figures of performance do?"""
    return kunci_judul(jalur[-1]).rpartition(" ")[2] == "rp" if jalur else False


def _peta(skema: Skema, preset: Preset, k: KolomAsing, x: KolomPreset) -> PetaKolom:
    if x.tanpa:
        rinci = preset.tiap == TERDALAM  # accounts: their amounts are summed
        return PetaKolom(k.nomor, k.judul, yakin=Yakin.PASTI if rinci else Yakin.TIDAK, alasan=x.tanpa, peran=Peran.NOMOR if rinci else Peran.NILAI)  # fmt: skip
    if x.tingkat:
        peran = Peran.LEVEL if x.bagian == "nama" else Peran.KODE
        return PetaKolom(k.nomor, k.judul, preset.lembar, x.bagian, Yakin.PASTI, "", peran, x.tingkat)
    assert x.tempat is not None
    lembar, kolom = x.tempat
    berlevel = {"level", "nama"} <= skema.lembar[lembar].kolom.keys()
    peran = Peran.KODE if kolom == "kode" and berlevel else Peran.NILAI
    return PetaKolom(k.nomor, k.judul, lembar, kolom, Yakin.PASTI, "", peran, pengali=k.pengali, kunci=tuple(x.kunci.items()))  # fmt: skip


def dipakai(skema: Skema, peta: PetaKolom) -> bool:
    """Is it the preset's to say what this column is? What only repeats another sheet is known without it."""
    if not peta.lembar or peta.peran is not Peran.NILAI:
        return True
    lembar = skema.lembar[peta.lembar]
    return peta.lembar != INDIKATOR and not (berindikator(lembar) and lembar.kolom[peta.kolom].jenis == "rumus")
