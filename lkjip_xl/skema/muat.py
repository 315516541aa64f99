"""Load all schemas of a folder, as strictly as they are written; every reference between sheets is checked."""

from __future__ import annotations

from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.skema.bangun import bangun_lembar
from lkjip_xl.skema.cek_mati import buang_cek_mati
from lkjip_xl.skema.formulir import BERKAS as BERKAS_FORMULIR
from lkjip_xl.skema.formulir import baca_formulir
from lkjip_xl.skema.jadi import catat_jadi, lembar_jadi
from lkjip_xl.skema.kalimat import BERKAS as BERKAS_KALIMAT
from lkjip_xl.skema.kalimat import baca_kalimat
from lkjip_xl.skema.kata import Kata, kata_bawaan
from lkjip_xl.skema.kata_arah import BERKAS as BERKAS_KATA
from lkjip_xl.skema.kata_arah import baca_kata
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.penyebab import Tindihan
from lkjip_xl.skema.pesan import BERKAS as BERKAS_PESAN
from lkjip_xl.skema.pesan import baca_katalog
from lkjip_xl.skema.tindihan import berkas_tindihan
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, baca_yaml, dekat, gabung, nama_berkas

__all__ = ["GalatSkema", "catat_skema", "muat_skema", "periksa_folder"]

SEBELAH_MAKS = 5
LEMBAR_MAKS = 100  # four times what is shipped


def muat_skema(folder: Path | str, tindih: Path | str | None = None) -> Skema:
    """Read every YAML schema of a folder; raises GalatSkema with the first thing that is wrong.

    tindih: a folder whose files lie over those of the first, key by key; a file with schema_type replaces its sheet
    whole, or adds one.
    """
    atas = None if tindih is None else Path(tindih)
    if atas is None and (jadi := lembar_jadi(Path(folder))) is not None:
        return Skema(jadi, kata_bawaan())
    hasil, galat = _muat(Path(folder), atas)
    if galat:
        raise galat[0]
    return Skema(hasil, kata_bawaan() if atas is None else Kata(atas.absolute()))


def catat_skema(folder: Path) -> Path:
    """Write the finished form of a folder of schemas, from its YAML; raises GalatSkema like muat_skema."""
    hasil, galat = _muat(folder, None)
    if galat:
        raise galat[0]
    return catat_jadi(folder, hasil, baca_katalog(folder))


def periksa_folder(folder: Path | str) -> list[GalatSkema]:
    """Everything wrong in a folder of schemas, at most one problem per file."""
    return _muat(Path(folder), None)[1]


def _tanpa_folder(folder: Path) -> GalatSkema:
    """What is said of a folder of schemas that is not there, with those beside it that could be meant."""
    try:
        sebelah = [p for p in sorted(folder.parent.iterdir()) if p.is_dir() and next(p.glob("*.yaml"), None)]
    except (OSError, ValueError):
        sebelah = []
    pilihan = ", ".join(p.name for p in sebelah[:SEBELAH_MAKS])
    saran = f"Yang memuat berkas .yaml di sana: {pilihan}." if pilihan else "Sebut folder yang memuat berkas .yaml."
    return GalatSkema(str(folder), 0, f"Folder skema tidak ditemukan: {folder}. {saran}")


def _muat(folder: Path, tindih: Path | None) -> tuple[dict[str, SkemaLembar], list[GalatSkema]]:
    for f in (folder, tindih):
        if f is not None and not f.is_dir():
            return {}, [_tanpa_folder(f)]
    if not (folder / BERKAS_PESAN).exists():
        return {}, [GalatSkema(nama_berkas(folder / BERKAS_PESAN), 1, "katalog pesan tidak ada")]
    galat: list[GalatSkema] = []
    peta: dict[str, Peta] = {}
    berkas: dict[str, str] = {}
    tertindih: dict[str, Peta] = {}
    lembar: list[SkemaLembar] = []
    try:
        # findings are worded by the program's own catalogue: a code it lacks could never be reported
        kode = baca_katalog(folder, tindih).keys() & kata_bawaan().katalog.keys()
        sumber = _sumber(folder, tindih)
        if (folder / BERKAS_KATA).exists():
            baca_kata(folder / BERKAS_KATA, tindih)
        if berkas_tindihan(
            tindih, BERKAS_KALIMAT
        ):  # a region's mistake is said now; the shipped file waits for a report
            baca_kalimat(folder, tindih)
    except GalatSkema as e:
        return {}, [e]
    for id_lembar, (path, dasar) in sumber.items():
        berkas[id_lembar] = nama_berkas(path)
        try:
            asal = None if dasar is None else baca_yaml(dasar)
            peta[id_lembar] = _baca(path, asal)
            mati = () if asal is None else buang_cek_mati(peta[id_lembar], asal)
            if asal is not None:
                tertindih[id_lembar] = asal
            lembar.append(replace(bangun_lembar(id_lembar, berkas[id_lembar], peta[id_lembar], kode), cek_mati=mati))
        except GalatSkema as e:
            galat.append(e)
    if not galat:
        galat = _periksa_bersama(berkas, lembar, peta, Tindihan(tertindih, peta, berkas))
    if not galat and berkas_tindihan(tindih, BERKAS_FORMULIR):
        try:
            baca_formulir(folder, tindih, {s.id: s for s in lembar})
        except GalatSkema as e:
            galat.append(e)
    return {s.id: s for s in sorted(lembar, key=lambda s: s.urutan)}, galat


def _sumber(folder: Path, tindih: Path | None) -> dict[str, tuple[Path, Path | None]]:
    """File of every sheet, and the one of the folder it lies over."""
    dasar, atas = _berkas_lembar(folder), {} if tindih is None else _berkas_lembar(tindih)
    for id_lembar, p in atas.items():
        if id_lembar not in dasar and "schema_type" not in baca_yaml(p):
            raise GalatSkema(nama_berkas(p), 1, f'tidak ada lembar "{id_lembar}"', dekat(id_lembar, dasar))
    semua = sorted(dasar.keys() | atas.keys())
    return {i: (atas[i], dasar.get(i)) if i in atas else (dasar[i], None) for i in semua}


def _berkas_lembar(folder: Path) -> dict[str, Path]:
    """The sheets' files."""
    bukan_lembar = (BERKAS_PESAN, BERKAS_KATA, BERKAS_KALIMAT, BERKAS_FORMULIR)
    hasil = {p.stem: p for p in sorted(folder.glob("*.yaml")) if p.name not in bukan_lembar}
    if len(hasil) > LEMBAR_MAKS:
        raise GalatSkema(nama_berkas(hasil[max(hasil)]), 1, f"lebih dari {LEMBAR_MAKS} berkas lembar dalam satu folder")
    return hasil


def _baca(path: Path, dasar: Peta | None) -> Peta:
    isi = baca_yaml(path)
    return isi if dasar is None or "schema_type" in isi else gabung(dasar, isi)


def _periksa_bersama(
    berkas: dict[str, str], lembar: list[SkemaLembar], peta: dict[str, Peta], tindihan: Tindihan
) -> list[GalatSkema]:
    """What only shows with all sheets at hand: names used twice, references, formulas.

    Where an overlay breaks a sheet it does not touch, its own line is named.
    """
    # what is shipped claims its names first
    galat = _ganda(berkas, sorted(lembar, key=lambda s: s.id in tindihan.dasar), peta)
    semua = {s.id: set(s.kolom) for s in lembar}
    setelan = {k.nama_setelan for s in lembar for k in s.kolom.values() if k.nama_setelan}
    for s in lembar:
        galat += _periksa_rujukan(berkas[s.id], s, peta[s.id], semua, setelan, tindihan)
    return galat or _lingkaran(berkas, lembar, peta, tindihan)


def _ganda(berkas: dict[str, str], lembar: list[SkemaLembar], peta: dict[str, Peta]) -> list[GalatSkema]:
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
            kunci = (bidang, kunci_excel(str(isi)))
            if kunci in dipakai:
                galat.append(GalatSkema(berkas[s.id], baris, f'{bidang} "{isi}" sudah dipakai {dipakai[kunci]}'))
            dipakai.setdefault(kunci, f"{s.id}.yaml")
    return galat


def _periksa_rujukan(
    berkas: str, s: SkemaLembar, isi: Peta, semua: dict[str, set[str]], setelan: set[str], tindihan: Tindihan
) -> list[GalatSkema]:
    from lkjip_xl.skema.ungkapan import GalatUngkapan, Hilang, periksa_ungkapan

    galat: list[GalatSkema] = []

    def tolak(baris: int, pesan: str, hilang: Hilang | None, usul: str = "") -> None:
        tempat = None if s.id in tindihan.dasar else tindihan.penyebab(hilang)
        if tempat is not None:
            galat.append(GalatSkema(*tempat, f"{berkas}:{baris} memerlukannya: {pesan}", usul))
        else:
            galat.append(GalatSkema(berkas, baris, pesan, usul))

    for k in s.kolom.values():
        lkjip: Peta = isi["columns"][k.nama]["lkjip"]
        if k.pilihan_acuan and (usul := _acuan_salah(lkjip["pilihan"], semua)) is not None:
            pesan = f'pilihan merujuk "{lkjip["pilihan"]}" yang tidak ada'
            tolak(lkjip.di("pilihan"), pesan, k.pilihan_acuan, usul)
        if k.rumus:
            try:
                periksa_ungkapan(k.rumus, s.kolom, semua, setelan)
            except GalatUngkapan as e:
                tolak(lkjip.di("rumus"), str(e), e.hilang)
    return galat


def _lingkaran(
    berkas: dict[str, str], lembar: list[SkemaLembar], peta: dict[str, Peta], tindihan: Tindihan
) -> list[GalatSkema]:
    """Formulas that need their own result, directly or through others: Excel would refuse to compute them."""
    from lkjip_xl.skema.ungkapan import kolom_dibaca

    graf = {(s.id, k.nama): kolom_dibaca(k.rumus, s.id, k.nama) for s in lembar for k in s.kolom.values()}
    try:
        TopologicalSorter(graf).prepare()
    except CycleError as e:
        putaran: list[tuple[str, str]] = e.args[1]
        # a circle that an overlay closes is its own
        id_lembar, kolom = next((x for x in putaran if x[0] in tindihan.dasar), putaran[0])
        baris = peta[id_lembar]["columns"][kolom]["lkjip"].di("rumus")
        jalan = " → ".join(".".join(x) for x in reversed(putaran))
        return [GalatSkema(berkas[id_lembar], baris, f"rumus melingkar: {jalan}")]
    return []


def _acuan_salah(pilihan: str, semua: dict[str, set[str]]) -> str | None:
    """None when the reference is right, else the likely intended one."""
    acuan = pilihan.split(".", 1)
    if len(acuan) != 2 or acuan[0] not in semua:
        return dekat(acuan[0], semua)
    if acuan[1] not in semua[acuan[0]]:
        return f"{acuan[0]}.{dekat(acuan[1], semua[acuan[0]])}"
    return None
