"""What every key of a schema must look like: its type, its limits (mostly Excel's), and what it may refer to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.skema import cek, judul
from lkjip_xl.skema.cek_baris import CEK_BARIS
from lkjip_xl.skema.model import JENIS, KEBUTUHAN, KELOMPOK, SUSUNAN, TAMPILAN, TIPE, Kolom
from lkjip_xl.skema.pola import periksa_pola
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, dekat, tolak_kunci_asing

Jenis = type | tuple[type, ...]

ATAS: dict[str, Jenis] = {
    "schema_type": str,
    "lkjip": dict,
    "columns": dict,
    "checks": dict,
    "unique": list,
    "title": str,
    "description": str,
}
LEMBAR: dict[str, Jenis] = {
    "lembar": str, "judul": str, "cermin": str, "petunjuk": str, "urutan": int, "kelompok": str, "susunan": str,
    "baris": int, "kunci": list, "cetak": dict, "baris_awal": list, "kenal": list, "tampilan": str, "kebutuhan": str,
}  # fmt: skip
LEMBAR_WAJIB = ("lembar", "judul", "cermin", "petunjuk", "urutan", "kelompok", "baris")
CETAK: dict[str, Jenis] = {"arah": str, "ulang_kolom": int, "tampak": str}
KOLOM_PANDERA: dict[str, Jenis] = {
    "dtype": str, "nullable": bool, "unique": bool, "checks": dict, "title": str, "description": str, "lkjip": dict,
}  # fmt: skip
KOLOM: dict[str, Jenis] = {
    "judul": str, "kelompok": str, "jenis": str, "tipe": str, "rumus": str, "pilihan": (list, str), "ketat": bool, "tawaran": bool,
    "nama": str, "desimal": int, "satuan": str, "sinonim": list, "lebar": (int, float), "bantuan": str, "tersembunyi": bool,
    "bawaan": (str, int, float), "wajib": bool, "kata": bool, "utama": bool,
}  # fmt: skip
KOLOM_WAJIB = ("judul", "jenis", "tipe", "bantuan")

PANJANG = {"lembar": 31, "bantuan": 255, "judul": 255}
BATAS = {"baris": (1, 10_000), "urutan": (0, 10_000), "ulang_kolom": (0, 50), "desimal": (0, 15), "lebar": (1, 255)}
PANJANG_DAFTAR = 255
HURUF_TERLARANG = frozenset("[]:*?/\\")
NAMA_SEL_R1C1 = re.compile(r"[Rr]\d*[Cc]?\d*|[Cc]\d*")
NAMA_KOLOM = re.compile(r"[a-z][a-z0-9_]*")
NAMA_SETELAN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def isi_sah(berkas: str, peta: Peta, aturan: Mapping[str, Jenis], wajib: Collection[str] = ()) -> None:
    """Only known keys, all the required ones, each of its type, not blank and within its limits."""
    tolak_kunci_asing(berkas, peta, aturan)
    for kunci in wajib:
        if kunci not in peta:
            raise GalatSkema(berkas, peta.baris, f'kunci "{kunci}" belum ada')
    for kunci, isi in peta.items():
        _sesuai(berkas, peta.di(kunci), kunci, isi, aturan[kunci])


def _sesuai(berkas: str, baris: int, kunci: str, isi: Any, jenis: Jenis) -> None:
    if not isinstance(isi, jenis) or (isinstance(isi, bool) and jenis is not bool):
        raise GalatSkema(berkas, baris, f'isi kunci "{kunci}" tidak sesuai jenisnya: {isi!r}')
    if isinstance(isi, str):
        if not isi.strip():
            raise GalatSkema(berkas, baris, f'"{kunci}" tidak boleh kosong')
        if len(isi) > PANJANG.get(kunci, len(isi)):
            raise GalatSkema(berkas, baris, f'"{kunci}" lebih dari {PANJANG[kunci]} huruf (batas Excel)')
    elif kunci in BATAS and not BATAS[kunci][0] <= isi <= BATAS[kunci][1]:
        raise GalatSkema(berkas, baris, f'"{kunci}" harus antara {BATAS[kunci][0]} dan {BATAS[kunci][1]}: {isi}')


def salah_satu(berkas: str, peta: Peta, kunci: str, boleh: Collection[str]) -> None:
    """The key, where it is given, holds one of the words."""
    if kunci in peta and peta[kunci] not in boleh:
        raise GalatSkema(berkas, peta.di(kunci), f'{kunci} "{peta[kunci]}" tidak dikenal', dekat(peta[kunci], boleh))


def _token(berkas: str, peta: Peta, kunci: str) -> None:
    """Every {token} of a title is one that titles know."""
    sisa = judul.sebagai_teks(peta.get(kunci, ""), {"TahunRenstraAkhir": 9999})
    if salah := re.search(r"\{[^{}]*\}?|\}", sisa):
        raise GalatSkema(
            berkas, peta.di(kunci), f'token "{salah[0]}" tidak dikenal',
            dekat(salah[0], ["{tahun}", "{renstra+0}", "{akhir}", "{instansi}"]),
        )  # fmt: skip


def kolom_ada(berkas: str, baris: int, nama: Collection[Any], kolom: Collection[str]) -> None:
    """All names are columns of the sheet."""
    for n in nama:
        if not isinstance(n, str) or n not in kolom:
            raise GalatSkema(berkas, baris, f'kolom "{n}" tidak ada di lembar ini', dekat(n, kolom))


def cetak_sah(berkas: str, cetak: Peta, kolom: Mapping[str, Kolom], susunan: str) -> None:
    """What the print layout names is there: a column that is seen, no more columns than the sheet has."""
    if susunan == "pasangan" and (asing := next((k for k in ("ulang_kolom", "tampak") if k in cetak), None)):
        raise GalatSkema(berkas, cetak.di(asing), f"{asing} tidak berlaku di lembar bersusunan pasangan")
    if "tampak" in cetak:
        kolom_ada(berkas, cetak.di("tampak"), [cetak["tampak"]], [k.nama for k in kolom.values() if not k.tersembunyi])
    if cetak.get("ulang_kolom", 0) > len(kolom):
        raise GalatSkema(berkas, cetak.di("ulang_kolom"), f"lembar ini hanya berkolom {len(kolom)}")


def kata_sah(berkas: str, peta: Peta, kunci: str) -> None:
    """Every word of a list by which a table or column is recognised is text."""
    if any(not isinstance(x, str) or not x for x in peta.get(kunci, [])):
        raise GalatSkema(berkas, peta.di(kunci), f"tiap {kunci} harus teks; beri tanda kutip")


def lembar_sah(berkas: str, id_lembar: str, atas: Peta) -> None:
    """The part `lkjip:` of a sheet, apart from its references to columns."""
    isi_sah(berkas, atas, LEMBAR, LEMBAR_WAJIB)
    salah_satu(berkas, atas, "kelompok", KELOMPOK)
    salah_satu(berkas, atas, "susunan", SUSUNAN)
    salah_satu(berkas, atas, "tampilan", TAMPILAN)
    salah_satu(berkas, atas, "kebutuhan", KEBUTUHAN)
    nama = atas["lembar"]
    if HURUF_TERLARANG & set(nama):
        raise GalatSkema(berkas, atas.di("lembar"), "nama lembar memuat huruf yang dilarang Excel ([]:*?/\\)")
    if nama != nama.strip().strip("'") or kunci_excel(nama) == "history":
        raise GalatSkema(berkas, atas.di("lembar"), f'Excel menolak nama lembar "{nama}"')
    if not NAMA_KOLOM.fullmatch(id_lembar):
        raise GalatSkema(berkas, 1, "nama berkas hanya boleh huruf kecil, angka dan garis bawah")
    kata_sah(berkas, atas, "kenal")
    _token(berkas, atas, "judul")
    if "cetak" in atas:
        isi_sah(berkas, atas["cetak"], CETAK)
        salah_satu(berkas, atas["cetak"], "arah", ("landscape", "portrait"))


def kolom_sah(berkas: str, nama: str, isi: Peta, susunan: str) -> None:
    """One column: pandera's keys, ours, and what they say about each other."""
    peta: Peta = isi["lkjip"]
    if not NAMA_KOLOM.fullmatch(nama):
        raise GalatSkema(berkas, peta.baris, f'nama kolom "{nama}" hanya boleh huruf kecil, angka dan garis bawah')
    isi_sah(berkas, isi, KOLOM_PANDERA)
    isi_sah(berkas, peta, KOLOM, KOLOM_WAJIB)
    salah_satu(berkas, peta, "jenis", JENIS)
    salah_satu(berkas, peta, "tipe", TIPE)
    _token(berkas, peta, "judul")
    _token(berkas, peta, "kelompok")
    dtype = dtype_kolom(peta["tipe"])
    if isi.get("dtype", dtype) != dtype:
        raise GalatSkema(berkas, isi.di("dtype"), f'dtype kolom bertipe {peta["tipe"]} harus "{dtype}"')
    if (peta["jenis"] == "isian") == ("rumus" in peta):
        pesan = "kolom isian tidak boleh punya rumus" if "rumus" in peta else f"kolom {peta['jenis']} harus punya rumus"
        raise GalatSkema(berkas, peta.di("rumus"), pesan)
    _pilihan_sah(berkas, peta)
    kata_sah(berkas, peta, "sinonim")
    _bawaan_sah(berkas, peta)
    if "nama" in peta:
        _nama_sah(berkas, peta, susunan)


def dtype_kolom(tipe: str) -> str:
    """dtype of a column's frame: numbers float64, everything else object with None for blanks."""
    return "float64" if tipe in cek.ANGKA else "object"


def _pilihan_sah(berkas: str, peta: Peta) -> None:
    pilihan, baris = peta.get("pilihan"), peta.di("pilihan")
    if peta["tipe"] == "pilihan" and (not pilihan or not isinstance(pilihan, list)):
        raise GalatSkema(berkas, peta.di("tipe"), "tipe pilihan memerlukan daftar pilihan")
    for kunci in ("ketat", "tawaran"):
        if kunci in peta and not pilihan:
            raise GalatSkema(berkas, peta.di(kunci), f"{kunci} hanya untuk kolom dengan pilihan")
    if not isinstance(pilihan, list):
        return
    if any(not isinstance(p, str) or not p for p in pilihan):
        raise GalatSkema(berkas, baris, "tiap pilihan harus teks; beri tanda kutip")
    if len({kunci_excel(p) for p in pilihan}) < len(pilihan):
        raise GalatSkema(berkas, baris, "pilihan yang sama ditulis dua kali")
    if len(",".join(pilihan)) > PANJANG_DAFTAR or any("," in p for p in pilihan):
        raise GalatSkema(berkas, baris, "daftar pilihan lebih dari 255 huruf atau memuat koma (batas Excel)")


def _bawaan_sah(berkas: str, peta: Peta) -> None:
    if "bawaan" not in peta:
        return
    bawaan, baris, pilihan = peta["bawaan"], peta.di("bawaan"), peta.get("pilihan")
    if peta["jenis"] != "isian":
        raise GalatSkema(berkas, baris, "bawaan hanya untuk kolom isian")
    if peta["tipe"] in cek.ANGKA and isinstance(bawaan, str):
        raise GalatSkema(berkas, baris, f'bawaan "{bawaan}" bukan angka')
    if isinstance(pilihan, list) and bawaan not in pilihan:
        raise GalatSkema(berkas, baris, f'bawaan "{bawaan}" bukan salah satu pilihan', dekat(bawaan, pilihan))


def _nama_sah(berkas: str, peta: Peta, susunan: str) -> None:
    """A defined name that Excel and LibreOffice both accept: no cell address of either notation."""
    nama, baris = peta["nama"], peta.di("nama")
    if susunan != "pasangan":
        raise GalatSkema(berkas, baris, "nama hanya untuk lembar bersusunan pasangan")
    try:
        pecah(nama)
        seperti_sel = True
    except ValueError:
        seperti_sel = NAMA_SEL_R1C1.fullmatch(nama) is not None
    if seperti_sel or not NAMA_SETELAN.fullmatch(nama):
        raise GalatSkema(berkas, baris, f'nama "{nama}" tidak sah di Excel')


def cek_sah(berkas: str, semua: Peta, tipe: str, kode_pesan: Collection[str], kolom: Collection[str]) -> None:
    """The checks of a column: registered, fit for its `tipe`, arguments known, a code that the catalogue has."""
    for nama, isi in semua.items():
        baris = semua.di(nama)
        jenis = cek.CEK.get(nama)
        if jenis is None:
            raise GalatSkema(berkas, baris, f'cek "{nama}" tidak terdaftar', dekat(nama, cek.CEK))
        if tipe not in jenis.tipe:
            raise GalatSkema(berkas, baris, f'cek "{nama}" tidak dapat dipakai pada kolom bertipe {tipe}')
        opsi = _opsi(berkas, baris, nama, isi)
        isi_sah(berkas, isi, jenis.argumen | {"options": dict})
        if "pattern" in isi:
            try:
                periksa_pola(isi["pattern"])
            except ValueError as e:
                raise GalatSkema(berkas, isi.di("pattern"), str(e)) from None
        _opsi_sah(berkas, opsi, cek.OPSI, kode_pesan, kolom)


def cek_baris_sah(berkas: str, semua: Peta, kolom: Mapping[str, Kolom], kode_pesan: Collection[str]) -> None:
    """The checks across columns: registered, arguments known and whole, columns that exist and fit, a known code."""
    for nama, banyak in semua.items():
        jenis = CEK_BARIS.get(nama)
        if jenis is None:
            raise GalatSkema(berkas, semua.di(nama), f'cek baris "{nama}" tidak terdaftar', dekat(nama, CEK_BARIS))
        for isi in banyak if isinstance(banyak, list) else [banyak]:
            baris = isi.baris if isinstance(isi, Peta) else semua.di(nama)
            opsi = _opsi(berkas, baris, nama, isi)
            bentuk = dict.fromkeys(jenis.kolom, str) | dict.fromkeys(jenis.daftar, list)
            isi_sah(berkas, isi, bentuk | dict.fromkeys(jenis.bilangan, (int, float)) | {"options": dict}, jenis.wajib)
            for argumen, tipe in (jenis.kolom | jenis.daftar).items():
                if argumen in isi:
                    _kolom_bertipe(berkas, isi, argumen, tipe, kolom)
            _opsi_sah(berkas, opsi, cek.OPSI_BARIS, kode_pesan, kolom)


def _kolom_bertipe(berkas: str, isi: Peta, argumen: str, tipe: Collection[str], kolom: Mapping[str, Kolom]) -> None:
    nama = isi[argumen] if isinstance(isi[argumen], list) else [isi[argumen]]
    if not nama:
        raise GalatSkema(berkas, isi.di(argumen), f'"{argumen}" tidak boleh kosong')
    kolom_ada(berkas, isi.di(argumen), nama, kolom)
    for n in nama:
        if kolom[n].tipe not in tipe:
            raise GalatSkema(
                berkas, isi.di(argumen), f'kolom "{n}" bertipe {kolom[n].tipe}; cek ini untuk {", ".join(sorted(tipe))}'
            )


def _opsi(berkas: str, baris: int, nama: str, isi: Any) -> Peta:
    if not isinstance(isi, Peta) or not isinstance(isi.get("options"), Peta) or "error" not in isi["options"]:
        raise GalatSkema(berkas, baris, f'cek "{nama}" belum punya options: {{error: KODE}}')
    return isi["options"]


def _opsi_sah(
    berkas: str, opsi: Peta, boleh: Mapping[str, Jenis], kode: Collection[str], kolom: Collection[str]
) -> None:
    isi_sah(berkas, opsi, boleh)
    if opsi["error"] not in kode:
        pesan = f'kode "{opsi["error"]}" tidak ada di pesan.yaml'
        raise GalatSkema(berkas, opsi.di("error"), pesan, dekat(opsi["error"], kode))
    for kunci in ("terkait", "sesudah"):
        kolom_ada(berkas, opsi.di(kunci), opsi.get(kunci, []), kolom)
    kolom_ada(berkas, opsi.di("isian"), list(opsi.get("isian", {}).values()), kolom)
    kolom_ada(berkas, opsi.di("seharusnya"), [opsi["seharusnya"]] if "seharusnya" in opsi else [], kolom)
