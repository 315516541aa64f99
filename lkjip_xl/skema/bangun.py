"""From one strict YAML mapping to a SkemaLembar with its pandera schema."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandera.pandas as pa
from pandera.io import pandas_io

from lkjip_xl.skema import cek, syarat
from lkjip_xl.skema.model import Kolom, SkemaLembar
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta


def bangun_lembar(id_lembar: str, berkas: str, isi: Peta, kode_pesan: Collection[str]) -> SkemaLembar:
    """Check every key and build the sheet; formulas and references between sheets are checked later."""
    syarat.isi_sah(berkas, isi, syarat.ATAS)
    if isi.get("schema_type") != "dataframe":
        pesan = f'schema_type "{isi.get("schema_type", "")}" harus dataframe'
        raise GalatSkema(berkas, isi.di("schema_type"), pesan, "dataframe")
    for kunci in ("lkjip", "columns"):
        if not isi.get(kunci):
            raise GalatSkema(berkas, isi.di(kunci), f'kunci "{kunci}" belum ada atau kosong')
    atas: Peta = isi["lkjip"]
    syarat.lembar_sah(berkas, id_lembar, atas)
    susunan = atas.get("susunan", "tabel")
    kolom = {n: _kolom(berkas, n, k, susunan, kode_pesan) for n, k in _peta_kolom(berkas, isi["columns"])}
    _judul_tunggal(berkas, isi["columns"], kolom)
    syarat.kolom_ada(berkas, atas.di("kunci"), atas.get("kunci", []), kolom)
    syarat.kolom_ada(berkas, isi.di("unique"), isi.get("unique", []), kolom)
    baris_awal = atas.get("baris_awal", [])
    for baris in baris_awal:
        if not isinstance(baris, Peta):
            raise GalatSkema(berkas, atas.di("baris_awal"), "tiap baris_awal harus pasangan kolom: nilai")
        syarat.kolom_ada(berkas, baris.baris, baris, kolom)
        for n, isi_awal in baris.items():
            if not isinstance(isi_awal, str | int | float | None):
                raise GalatSkema(berkas, baris.di(n), f'isi awal kolom "{n}" harus teks atau angka')
    skema, peringatan = _pandera(berkas, isi, kolom)
    return SkemaLembar(
        id=id_lembar,
        lembar=atas["lembar"],
        judul=atas["judul"],
        cermin=atas["cermin"],
        petunjuk=atas["petunjuk"],
        urutan=atas["urutan"],
        kelompok=atas["kelompok"],
        susunan=susunan,
        baris=atas["baris"],
        kunci=tuple(atas.get("kunci", ())),
        cetak=dict(atas.get("cetak", {})),
        baris_awal=tuple(dict(b) for b in baris_awal),
        kolom=kolom,
        pandera=skema,
        peringatan=peringatan,
        unik=_unik(isi, kolom),
    )


def _peta_kolom(berkas: str, kolom: Peta):
    for nama, isi in kolom.items():
        if not isinstance(isi, Peta) or not isinstance(isi.get("lkjip"), Peta):
            raise GalatSkema(berkas, kolom.di(nama), f'kolom "{nama}" belum punya bagian lkjip')
        yield nama, isi


def _kolom(berkas: str, nama: str, isi: Peta, susunan: str, kode_pesan: Collection[str]) -> Kolom:
    syarat.kolom_sah(berkas, nama, isi, susunan)
    peta: Peta = isi["lkjip"]
    syarat.cek_sah(berkas, isi.get("checks", Peta(isi.baris)), peta["tipe"], kode_pesan)
    pilihan = peta.get("pilihan")
    tetap = tuple(pilihan) if isinstance(pilihan, list) else ()
    return Kolom(
        nama=nama,
        judul=peta["judul"],
        jenis=peta["jenis"],
        tipe=peta["tipe"],
        kelompok=peta.get("kelompok"),
        rumus=peta.get("rumus"),
        pilihan=tetap,
        pilihan_acuan=tuple(pilihan.split(".", 1)) if isinstance(pilihan, str) else None,
        ketat=peta.get("ketat", bool(tetap)),
        nama_setelan=peta.get("nama"),
        desimal=peta.get("desimal"),
        satuan=peta.get("satuan"),
        sinonim=tuple(peta.get("sinonim", ())),
        lebar=peta.get("lebar", 12),
        bantuan=peta["bantuan"],
        tersembunyi=peta.get("tersembunyi", False),
        bawaan=peta.get("bawaan"),
        wajib=peta.get("wajib", False),
        harus=not isi.get("nullable", True),
    )


def _judul_tunggal(berkas: str, peta: Peta, kolom: dict[str, Kolom]) -> None:
    """The reader finds columns by their headers, so a header names one column."""
    dipakai: dict[tuple[str, str], str] = {}
    for k in kolom.values():
        kunci = ((k.kelompok or "").casefold(), k.judul.casefold())
        if kunci in dipakai:
            baris = peta[k.nama]["lkjip"].di("judul")
            raise GalatSkema(berkas, baris, f'judul "{k.judul}" sudah dipakai kolom {dipakai[kunci]}')
        dipakai[kunci] = k.nama


def _unik(isi: Peta, kolom: dict[str, Kolom]) -> tuple[tuple[str, ...], ...]:
    """Column groups that must not repeat, besides `kunci`; pandera's own test would count blanks as repeats."""
    satu = [(n,) for n in kolom if isi["columns"][n].get("unique")]
    return tuple(([tuple(isi["unique"])] if isi.get("unique") else []) + satu)


def _pandera(berkas: str, isi: Peta, kolom: dict[str, Kolom]) -> tuple[pa.DataFrameSchema, frozenset[tuple[str, str]]]:
    """pandera's own reader on the keys that are pandera's; also (column, code) of the checks that only warn."""
    cek.daftarkan()
    peringatan = {
        (nama, c["options"]["error"])
        for nama in kolom
        for c in isi["columns"][nama].get("checks", {}).values()
        if c["options"].get("raise_warning")
    }
    try:
        skema = pandas_io.deserialize_schema(_mentah(isi, kolom))
    except Exception as galat:  # pandera raises many kinds for an argument it does not take
        for nama in kolom:
            try:
                pandas_io.deserialize_schema(_mentah(isi, {nama: kolom[nama]}))
            except Exception as e:
                baris = isi["columns"][nama].di("checks")
                raise GalatSkema(berkas, baris, f'pandera menolak kolom "{nama}": {e}') from None
        raise GalatSkema(berkas, isi.di("columns"), f"pandera menolak skema ini: {galat}") from None
    return skema, frozenset(peringatan)


def _mentah(isi: Peta, kolom: dict[str, Kolom]) -> dict[str, Any]:
    """A fresh mapping for pandera, which empties what it reads; raise_warning would end lazy validation early."""
    hasil: dict[str, Any] = {}
    for nama, k in kolom.items():
        asal = isi["columns"][nama]
        satu: dict[str, Any] = {n: asal[n] for n in ("title", "description") if n in asal}
        satu |= {"dtype": syarat.dtype_kolom(k.tipe), "nullable": asal.get("nullable", True)}
        satu["required"] = False  # a missing column is reported when the sheet is read
        checks = {
            n: {a: v for a, v in c.items() if a != "options"}
            | {"options": {"error": c["options"]["error"], "check_name": n}}
            for n, c in asal.get("checks", {}).items()
        }
        if checks:
            satu["checks"] = checks
        hasil[nama] = satu
    atas = {n: isi[n] for n in ("title", "description") if n in isi}
    return {"schema_type": "dataframe", "columns": hasil, "strict": False} | atas
