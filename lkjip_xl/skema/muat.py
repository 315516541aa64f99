"""Load all schemas of a folder, as strictly as they are written; every reference between sheets is checked."""

from __future__ import annotations

from pathlib import Path

from lkjip_xl.pesan import BERKAS as BERKAS_PESAN
from lkjip_xl.skema.bangun import bangun_lembar
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, baca_yaml, dekat

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
        return {}, [GalatSkema(str(pesan), 1, "katalog pesan tidak ada")]
    galat: list[GalatSkema] = []
    peta: dict[str, Peta] = {}
    lembar: list[SkemaLembar] = []
    try:
        kode = frozenset(baca_yaml(pesan))
    except GalatSkema as e:
        return {}, [e]
    for p in sorted(folder.glob("*.yaml")):
        if p.name == BERKAS_PESAN:
            continue
        try:
            peta[p.stem] = baca_yaml(p)
            lembar.append(bangun_lembar(p.stem, _nama(p), peta[p.stem], kode))
        except GalatSkema as e:
            galat.append(e)
    if not galat:
        galat = _periksa_bersama(folder, lembar, peta)
    return {s.id: s for s in sorted(lembar, key=lambda s: s.urutan)}, galat


def _nama(p: Path) -> str:
    return f"{p.parent.name}/{p.name}"


def _periksa_bersama(folder: Path, lembar: list[SkemaLembar], peta: dict[str, Peta]) -> list[GalatSkema]:
    from lkjip_xl.tabel.ungkapan import GalatUngkapan, periksa_ungkapan

    galat: list[GalatSkema] = []
    semua = {s.id: set(s.kolom) for s in lembar}
    nama = {k.nama_setelan for s in lembar for k in s.kolom.values() if k.nama_setelan}
    for bidang in ("lembar", "urutan"):
        dipakai: dict[object, str] = {}
        for s in lembar:
            isi = getattr(s, bidang)
            if isi in dipakai:
                baris = peta[s.id]["lkjip"].di(bidang)
                galat.append(GalatSkema(f"{folder.name}/{s.id}.yaml", baris, f'{bidang} "{isi}" sudah dipakai {dipakai[isi]}'))
            dipakai[isi] = s.id
    for s in lembar:
        berkas = f"{folder.name}/{s.id}.yaml"
        for k in s.kolom.values():
            lkjip: Peta = peta[s.id]["columns"][k.nama]["lkjip"]
            if k.pilihan_acuan and (usul := _acuan_salah(k.pilihan_acuan, semua)) is not None:
                acuan = ".".join(k.pilihan_acuan)
                galat.append(GalatSkema(berkas, lkjip.di("pilihan"), f'pilihan merujuk "{acuan}" yang tidak ada', usul))
            if k.rumus:
                try:
                    periksa_ungkapan(k.rumus, s.kolom, semua, nama)
                except GalatUngkapan as e:
                    galat.append(GalatSkema(berkas, lkjip.di("rumus"), str(e)))
    return galat


def _acuan_salah(acuan: tuple[str, ...], semua: dict[str, set[str]]) -> str | None:
    """None when the reference is right, else the likely intended one."""
    if len(acuan) != 2 or acuan[0] not in semua:
        return dekat(acuan[0], semua)
    if acuan[1] not in semua[acuan[0]]:
        return f"{acuan[0]}.{dekat(acuan[1], semua[acuan[0]])}"
    return None
