"""Load all schemas of a folder, as strictly as they are written; every reference between sheets is checked."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from lkjip_xl.pesan import BERKAS as BERKAS_PESAN
from lkjip_xl.pesan import baca_katalog, katalog
from lkjip_xl.skema.bangun import bangun_lembar
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, baca_yaml, dekat, nama_berkas

__all__ = ["GalatSkema", "muat_skema", "periksa_folder"]


def muat_skema(folder: Path | str) -> Skema:
    """Read every YAML schema of a folder; raises GalatSkema with the first thing that is wrong."""
    hasil, galat = _muat(Path(folder))
    if galat:
        raise galat[0]
    return Skema(hasil)


def periksa_folder(folder: Path | str) -> list[GalatSkema]:
    """Everything wrong in a folder of schemas, at most one problem per file."""
    return _muat(Path(folder))[1]


def _muat(folder: Path) -> tuple[dict[str, SkemaLembar], list[GalatSkema]]:
    if not folder.is_dir():
        return {}, [GalatSkema(str(folder), 1, "folder skema tidak ada")]
    pesan = folder / BERKAS_PESAN
    if not pesan.exists():
        return {}, [GalatSkema(nama_berkas(pesan), 1, "katalog pesan tidak ada")]
    galat: list[GalatSkema] = []
    peta: dict[str, Peta] = {}
    lembar: list[SkemaLembar] = []
    try:
        # findings are worded by the program's own catalogue: a code it lacks could never be reported
        kode = baca_katalog(folder).keys() & katalog().keys()
    except GalatSkema as e:
        return {}, [e]
    for p in sorted(folder.glob("*.yaml")):
        if p.name == BERKAS_PESAN:
            continue
        try:
            peta[p.stem] = baca_yaml(p)
            lembar.append(bangun_lembar(p.stem, nama_berkas(p), peta[p.stem], kode))
        except GalatSkema as e:
            galat.append(e)
    if not galat:
        galat = _periksa_bersama(folder, lembar, peta)
    return {s.id: s for s in sorted(lembar, key=lambda s: s.urutan)}, galat


def _periksa_bersama(folder: Path, lembar: list[SkemaLembar], peta: dict[str, Peta]) -> list[GalatSkema]:
    """What only shows with all sheets at hand: names used twice, references, formulas."""
    galat = _ganda(folder, lembar, peta)
    semua = {s.id: set(s.kolom) for s in lembar}
    setelan = {k.nama_setelan for s in lembar for k in s.kolom.values() if k.nama_setelan}
    for s in lembar:
        galat += _periksa_rujukan(_berkas(folder, s), s, peta[s.id], semua, setelan)
    return galat or _lingkaran(folder, lembar, peta)


def _berkas(folder: Path, s: SkemaLembar) -> str:
    return nama_berkas(folder / f"{s.id}.yaml")


def _ganda(folder: Path, lembar: list[SkemaLembar], peta: dict[str, Peta]) -> list[GalatSkema]:
    """Sheet names, places and names of settings that two schemas claim; Excel ignores case in names."""
    galat: list[GalatSkema] = []
    dipakai: dict[tuple[str, str], str] = {}
    for s in lembar:
        atas: Peta = peta[s.id]["lkjip"]
        calon = [("lembar", s.lembar, atas.di("lembar")), ("urutan", s.urutan, atas.di("urutan"))]
        calon += [
            ("nama", k.nama_setelan, peta[s.id]["columns"][k.nama]["lkjip"].di("nama"))
            for k in s.kolom.values()
            if k.nama_setelan
        ]
        for bidang, isi, baris in calon:
            kunci = (bidang, str(isi).casefold())
            if kunci in dipakai:
                galat.append(GalatSkema(_berkas(folder, s), baris, f'{bidang} "{isi}" sudah dipakai {dipakai[kunci]}'))
            dipakai.setdefault(kunci, f"{s.id}.yaml")
    return galat


def _periksa_rujukan(
    berkas: str, s: SkemaLembar, isi: Peta, semua: dict[str, set[str]], setelan: set[str]
) -> list[GalatSkema]:
    from lkjip_xl.tabel.ungkapan import GalatUngkapan, periksa_ungkapan

    galat: list[GalatSkema] = []
    for k in s.kolom.values():
        lkjip: Peta = isi["columns"][k.nama]["lkjip"]
        if k.pilihan_acuan and (usul := _acuan_salah(k.pilihan_acuan, semua)) is not None:
            pesan = f'pilihan merujuk "{".".join(k.pilihan_acuan)}" yang tidak ada'
            galat.append(GalatSkema(berkas, lkjip.di("pilihan"), pesan, usul))
        if k.rumus:
            try:
                periksa_ungkapan(k.rumus, s.kolom, semua, setelan)
            except GalatUngkapan as e:
                galat.append(GalatSkema(berkas, lkjip.di("rumus"), str(e)))
    return galat


def _lingkaran(folder: Path, lembar: list[SkemaLembar], peta: dict[str, Peta]) -> list[GalatSkema]:
    """Formulas that need their own result, directly or through others: Excel would refuse to compute them."""
    from lkjip_xl.tabel.ungkapan import Ambil, KolomBaris, Sebelum, telusuri, urai

    graf: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for s in lembar:
        for k in s.kolom.values():
            perlu = graf.setdefault((s.id, k.nama), set())
            for simpul in telusuri(urai(k.rumus)) if k.rumus else ():
                match simpul:
                    case KolomBaris(n):
                        perlu.add((s.id, n))
                    case Sebelum(n) if n != k.nama:  # its own column one row up is a running value, not a circle
                        perlu.add((s.id, n))
                    case Ambil(lembar=asal, hasil=hasil, pada=pada):
                        perlu |= {(asal, hasil), (asal, pada)}
    try:
        TopologicalSorter(graf).prepare()
    except CycleError as e:
        putaran: list[tuple[str, str]] = e.args[1]
        id_lembar, kolom = putaran[0]
        berkas = nama_berkas(folder / f"{id_lembar}.yaml")
        baris = peta[id_lembar]["columns"][kolom]["lkjip"].di("rumus")
        jalan = " → ".join(".".join(x) for x in reversed(putaran))
        return [GalatSkema(berkas, baris, f"rumus melingkar: {jalan}")]
    return []


def _acuan_salah(acuan: tuple[str, ...], semua: dict[str, set[str]]) -> str | None:
    """None when the reference is right, else the likely intended one."""
    if len(acuan) != 2 or acuan[0] not in semua:
        return dekat(acuan[0], semua)
    if acuan[1] not in semua[acuan[0]]:
        return f"{acuan[0]}.{dekat(acuan[1], semua[acuan[0]])}"
    return None
