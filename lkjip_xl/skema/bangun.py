"""From one strict YAML mapping to a SkemaLembar with its pandera schema."""

from __future__ import annotations

from typing import Any

import pandera.pandas as pa
from pandera.io import pandas_io

from lkjip_xl.skema import cek
from lkjip_xl.skema.model import JENIS, KELOMPOK, SUSUNAN, TIPE, Kolom, SkemaLembar
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, dekat, tolak_kunci_asing

ATAS = frozenset({"schema_type", "lkjip", "columns", "unique", "title", "description"})
LEMBAR: dict[str, type | tuple[type, ...]] = {
    "lembar": str, "judul": str, "cermin": str, "petunjuk": str, "urutan": int, "kelompok": str, "susunan": str,
    "baris": int, "kunci": list, "cetak": dict, "baris_awal": list,
}  # fmt: skip
LEMBAR_WAJIB = ("lembar", "judul", "cermin", "petunjuk", "urutan", "kelompok", "baris")
CETAK: dict[str, type | tuple[type, ...]] = {"arah": str, "ulang_kolom": int}
KOLOM: dict[str, type | tuple[type, ...]] = {
    "judul": str, "kelompok": str, "jenis": str, "tipe": str, "rumus": str, "pilihan": (list, str), "ketat": bool,
    "nama": str, "desimal": int, "satuan": str, "lebar": (int, float), "bantuan": str, "tersembunyi": bool,
    "bawaan": (str, int, float), "wajib": bool,
}  # fmt: skip
KOLOM_WAJIB = ("judul", "jenis", "tipe", "bantuan")
KOLOM_PANDERA = frozenset({"dtype", "nullable", "unique", "checks", "title", "description", "lkjip"})
ANGKA = frozenset({"angka", "cacah", "rupiah", "persen", "tahun"})
HURUF_TERLARANG = frozenset("[]:*?/\\")
PANJANG = {"lembar": 31, "bantuan": 255, "judul": 255}


def _jenis_isi(berkas: str, peta: Peta, aturan: dict[str, type | tuple[type, ...]], wajib: tuple[str, ...]) -> None:
    tolak_kunci_asing(berkas, peta, aturan)
    for kunci in wajib:
        if kunci not in peta:
            raise GalatSkema(berkas, peta.baris, f'kunci "{kunci}" belum ada')
    for kunci, isi in peta.items():
        if not isinstance(isi, aturan[kunci]) or (isinstance(isi, bool) and aturan[kunci] is not bool):
            raise GalatSkema(berkas, peta.di(kunci), f'isi kunci "{kunci}" tidak sesuai jenisnya: {isi!r}')
        if isinstance(isi, str) and len(isi) > PANJANG.get(kunci, 10_000):
            raise GalatSkema(berkas, peta.di(kunci), f'"{kunci}" lebih dari {PANJANG[kunci]} huruf (batas Excel)')


def _salah_satu(berkas: str, peta: Peta, kunci: str, boleh: tuple[str, ...]) -> None:
    if kunci in peta and peta[kunci] not in boleh:
        raise GalatSkema(berkas, peta.di(kunci), f'{kunci} "{peta[kunci]}" tidak dikenal', dekat(peta[kunci], boleh))


def bangun_lembar(id_lembar: str, berkas: str, isi: Peta, kode_pesan: frozenset[str]) -> SkemaLembar:
    """Check every key and build the sheet; formulas and references between sheets are checked later."""
    tolak_kunci_asing(berkas, isi, ATAS)
    for kunci in ("lkjip", "columns"):
        if not isinstance(isi.get(kunci), Peta):
            raise GalatSkema(berkas, isi.di(kunci), f'kunci "{kunci}" belum ada atau kosong')
    atas: Peta = isi["lkjip"]
    _jenis_isi(berkas, atas, LEMBAR, LEMBAR_WAJIB)
    _salah_satu(berkas, atas, "kelompok", KELOMPOK)
    _salah_satu(berkas, atas, "susunan", SUSUNAN)
    if HURUF_TERLARANG & set(atas["lembar"]):
        raise GalatSkema(berkas, atas.di("lembar"), "nama lembar memuat huruf yang dilarang Excel ([]:*?/\\)")
    cetak = atas.get("cetak", Peta(atas.baris))
    _jenis_isi(berkas, cetak, CETAK, ())
    _salah_satu(berkas, cetak, "arah", ("landscape", "portrait"))
    kolom = {n: _kolom(berkas, n, k, kode_pesan) for n, k in _peta_kolom(berkas, isi["columns"])}
    for nama in atas.get("kunci", []):
        if nama not in kolom:
            raise GalatSkema(berkas, atas.di("kunci"), f'kunci menyebut kolom "{nama}" yang tidak ada', dekat(nama, kolom))
    for baris in atas.get("baris_awal", []):
        for nama in baris:
            if nama not in kolom:
                raise GalatSkema(berkas, atas.di("baris_awal"), f'kolom "{nama}" tidak ada', dekat(nama, kolom))
    skema, peringatan = _pandera(berkas, isi, kolom)
    return SkemaLembar(
        id=id_lembar,
        lembar=atas["lembar"],
        judul=atas["judul"],
        cermin=atas["cermin"],
        petunjuk=atas["petunjuk"],
        urutan=atas["urutan"],
        kelompok=atas["kelompok"],
        susunan=atas.get("susunan", "tabel"),
        baris=atas["baris"],
        kunci=tuple(atas.get("kunci", ())),
        cetak=dict(cetak),
        baris_awal=tuple(dict(b) for b in atas.get("baris_awal", [])),
        kolom=kolom,
        pandera=skema,
        peringatan=peringatan,
    )


def _peta_kolom(berkas: str, kolom: Peta):
    for nama, isi in kolom.items():
        if not isinstance(isi, Peta) or not isinstance(isi.get("lkjip"), Peta):
            raise GalatSkema(berkas, kolom.di(nama), f'kolom "{nama}" belum punya bagian lkjip')
        yield nama, isi


def _kolom(berkas: str, nama: str, isi: Peta, kode_pesan: frozenset[str]) -> Kolom:
    tolak_kunci_asing(berkas, isi, KOLOM_PANDERA)
    peta: Peta = isi["lkjip"]
    _jenis_isi(berkas, peta, KOLOM, KOLOM_WAJIB)
    _salah_satu(berkas, peta, "jenis", JENIS)
    _salah_satu(berkas, peta, "tipe", TIPE)
    if (peta["jenis"] == "isian") == ("rumus" in peta):
        pesan = "kolom isian tidak boleh punya rumus" if "rumus" in peta else f"kolom {peta['jenis']} harus punya rumus"
        raise GalatSkema(berkas, peta.di("rumus"), pesan)
    pilihan = peta.get("pilihan")
    tetap = tuple(str(p) for p in pilihan) if isinstance(pilihan, list) else ()
    if any(not isinstance(p, str) for p in pilihan if isinstance(pilihan, list)) if pilihan else False:
        raise GalatSkema(berkas, peta.di("pilihan"), "tiap pilihan harus teks; beri tanda kutip")
    if len(",".join(tetap)) > 255 or any("," in p for p in tetap):
        raise GalatSkema(berkas, peta.di("pilihan"), "daftar pilihan lebih dari 255 huruf atau memuat koma (batas Excel)")
    if (peta["tipe"] == "pilihan") and not tetap:
        raise GalatSkema(berkas, peta.di("tipe"), "tipe pilihan memerlukan daftar pilihan")
    _periksa_cek(berkas, isi.get("checks"), kode_pesan)
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
        lebar=peta.get("lebar", 12),
        bantuan=peta["bantuan"],
        tersembunyi=peta.get("tersembunyi", False),
        bawaan=peta.get("bawaan"),
        wajib=peta.get("wajib", False),
        harus=not isi.get("nullable", True),
    )


def _periksa_cek(berkas: str, cek_kolom: Any, kode_pesan: frozenset[str]) -> None:
    if cek_kolom is None:
        return
    if not isinstance(cek_kolom, Peta):
        raise GalatSkema(berkas, 1, "checks harus pasangan nama: argumen")
    semua = cek.BAWAAN.keys() | cek.SENDIRI.keys()
    for nama, isi in cek_kolom.items():
        boleh = cek.argumen(nama)
        if boleh is None:
            raise GalatSkema(berkas, cek_kolom.di(nama), f'cek "{nama}" tidak terdaftar', dekat(nama, semua))
        tolak_kunci_asing(berkas, isi, boleh | {"options"})
        opsi = isi.get("options")
        if not isinstance(opsi, Peta) or "error" not in opsi:
            raise GalatSkema(berkas, cek_kolom.di(nama), f'cek "{nama}" belum punya options: {{error: KODE}}')
        tolak_kunci_asing(berkas, opsi, cek.OPSI)
        if opsi["error"] not in kode_pesan:
            raise GalatSkema(berkas, opsi.di("error"), f'kode "{opsi["error"]}" tidak ada di pesan.yaml', dekat(opsi["error"], kode_pesan))


def _pandera(berkas: str, isi: Peta, kolom: dict[str, Kolom]) -> tuple[pa.DataFrameSchema, frozenset[str]]:
    """pandera's own reader on the keys that are pandera's; raise_warning is ours to act on, so it is taken out."""
    cek.daftarkan()
    peringatan: set[str] = set()
    kolom_pandera: dict[str, Any] = {}
    for nama, k in kolom.items():
        asal = isi["columns"][nama]
        satu: dict[str, Any] = {n: asal[n] for n in ("unique", "title", "description") if n in asal}
        satu["dtype"] = asal.get("dtype", "float64" if k.tipe in ANGKA else "object")
        satu["nullable"] = asal.get("nullable", True)
        satu["required"] = False  # a missing column is reported when the sheet is read
        checks = {}
        for n, c in (asal.get("checks") or {}).items():
            opsi = dict(c["options"])
            if opsi.pop("raise_warning", False):
                peringatan.add(opsi["error"])
            checks[n] = {a: v for a, v in c.items() if a != "options"} | {"options": opsi | {"check_name": n}}
        if checks:
            satu["checks"] = checks
        kolom_pandera[nama] = satu
    try:
        skema = pandas_io.deserialize_schema({"schema_type": "dataframe", "columns": kolom_pandera, "strict": False})
    except Exception as e:  # pandera raises many kinds for a wrong argument
        raise GalatSkema(berkas, isi.di("columns"), f"pandera menolak skema ini: {e}") from None
    return skema, frozenset(peringatan)
