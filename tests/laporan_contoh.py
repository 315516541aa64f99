"""The published reports in tests/data, their corrections, and the examples that follow from both.

Printed sheets + koreksi.csv − what formulas give = workbooks/contoh/<report>.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import yaml_cepat

from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.rumus import capaian

AKAR = Path(__file__).parents[1]
LAPORAN = ("magetan-2024", "lamongan-2023")
ANGKA = {"angka", "cacah", "rupiah", "persen", "target", "tahun"}
Baris = dict[str, str]
Lembar = dict[str, list[Baris]]


@cache
def skema() -> dict[str, dict]:
    semua = {p.stem: yaml_cepat.baca_teks(p.read_text("utf-8")) for p in (AKAR / "schemas").glob("*.yaml")}
    return {i: s for i, s in semua.items() if "columns" in s}


def kolom(lembar: str) -> dict[str, dict]:
    return {k: isi["lkjip"] for k, isi in skema()[lembar]["columns"].items()}


def baca_csv(berkas: Path) -> list[Baris]:
    with berkas.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, strict=True))


def tercetak(laporan: str) -> Lembar:
    return {p.stem: baca_csv(p) for p in sorted((AKAR / "tests/data" / laporan / "tercetak").glob("*.csv"))}


def folder_kunci(laporan: str) -> Path:
    return AKAR / "tests/data" / laporan / "kunci"


def koreksi(laporan: str) -> list[Baris]:
    return baca_csv(AKAR / "workbooks/contoh" / laporan / "koreksi.csv")


def contoh(laporan: str) -> Lembar:
    folder = AKAR / "workbooks/contoh" / laporan
    return {p.stem: baca_csv(p) for p in sorted(folder.glob("*.csv")) if p.stem != "koreksi"}


def terkoreksi(laporan: str) -> Lembar:
    """The printed sheets with every row of koreksi.csv applied; rows are added and removed last, from below."""
    lembar = tercetak(laporan)
    susun = []
    for k in koreksi(laporan):
        i = int(k["baris"]) - 8
        if k["kolom"].startswith("("):
            susun.append((i, k))
        else:
            lembar[k["lembar"]][i][k["kolom"]] = k["koreksi"]
    for i, k in sorted(susun, key=lambda x: -x[0]):
        baris = lembar[k["lembar"]]
        if k["kolom"] == "(hapus baris)":
            del baris[i]
        else:
            isi = dict(bagian.split("=", 1) for bagian in k["koreksi"].split(" | "))
            baris.insert(i + 1, dict.fromkeys(baris[0], "") | isi)
    return lembar


def angka(teks: str | None) -> float | None:
    return baca(teks).nilai


def angka_saja(teks: str) -> str:
    """A printed number without its unit, its decimals kept: "76,99 %" → "76,99", "-" → ""."""
    b = baca(teks)
    if b.status is Status.KOSONG:
        return ""
    bilangan = re.search(r"-?\d[\d.,]*", teks)[0].rstrip(".,")
    assert baca(bilangan).nilai == b.nilai, teks
    return bilangan


def _cari(baris: list[Baris], hasil: str, **syarat: str) -> float | None:
    cocok = (b for b in baris if all(b[k].casefold() == v.casefold() for k, v in syarat.items()))
    return angka(next(cocok, {}).get(hasil))


def _setelan(s: Lembar, nama: str) -> int:
    return next(int(b["nilai"]) for b in s["pengaturan"] if b["pengaturan"] == nama)


def _target_renstra(s: Lembar, kode: str, tahun: str) -> float | None:
    return _cari(s["renstra"], f"target_{_setelan(s, tahun) - _setelan(s, 'renstra_awal') + 1}", kode=kode)


def _renja(b: Baris, s: Lembar, versi: str) -> float | None:
    return _cari(s.get("renja", []), f"pagu_{versi}", level=b["level"], nama=b["nama"])


def _target_pk(b: Baris, s: Lembar) -> float | None:
    versi = (_cari(s["pk"], "target", versi=v, kode=b["kode"]) for v in ("perubahan", "murni"))
    ada = (x for x in (*versi, _target_renstra(s, b["kode"], "tahun")) if x is not None)
    return next(ada, None)


def _pagu(b: Baris, s: Lembar) -> float | None:
    pk = _cari(s.get("pk_program", []), "anggaran", versi="perubahan", level=b["level"], nama=b["nama"])
    return _renja(b, s, "setelah") if pk is None else pk


def _komponen(b: Baris, _: Lembar) -> float | None:
    if "pembilang" not in b or angka(b["pembilang"]) is None:
        return None
    return angka(b["pembilang"]) / angka(b["penyebut"]) * angka(b["pengali"])


def _capaian_lalu(k: int) -> Callable[[Baris, Lembar], float | None]:
    def hitung(b: Baris, _: Lembar) -> float | None:
        t, r = angka(b[f"target_{k}"]), angka(b[f"realisasi_{k}"])
        return None if t is None else capaian(t, r)

    return hitung


def akhir_sifat(b: Baris, sifat: str, awalan: str) -> float | None:
    """Total of the columns awalan1, awalan2 … by sifat, from the figures as printed."""
    periode = [x for k, v in b.items() if re.fullmatch(awalan + r"\d", k) and (x := angka(v)) is not None]
    if not periode:
        return None
    return sum(periode) if sifat == "jumlah" else periode[-1]


def _mutasi(b: Baris, _: Lembar) -> float | None:
    bagian = [angka(b.get(k)) for k in ("saldo_awal", "bertambah", "berkurang")]
    if bagian == [None] * 3:
        return None
    awal, tambah, kurang = (x or 0 for x in bagian)
    return awal + tambah - kurang


# What an inherited column would show if nothing were typed over it.
SUMBER: dict[tuple[str, str], Callable[[Baris, Lembar], float | None]] = {
    ("renstra", "target_akhir"): lambda b, s: _target_renstra(s, b["kode"], "renstra_akhir"),
    ("pk", "target"): lambda b, s: _target_renstra(s, b["kode"], "tahun"),
    ("pk_program", "anggaran"): lambda b, s: _renja(b, s, "setelah" if b["versi"] == "perubahan" else "sebelum"),
    ("pengukuran", "target"): _target_pk,
    ("pengukuran", "realisasi"): _komponen,
    ("riwayat", "capaian_1"): _capaian_lalu(1),
    ("riwayat", "capaian_2"): _capaian_lalu(2),
    ("anggaran", "pagu"): _pagu,
    ("tc27", "target_akhir"): lambda b, s: akhir_sifat(b, b["sifat"], "target_"),
    ("tc27", "rp_akhir"): lambda b, s: akhir_sifat(b, "jumlah", "rp_"),
    ("renja", "bertambah"): lambda b, s: angka(b["pagu_setelah"]) - angka(b["pagu_penjabaran"]),
    ("rencana_aksi", "total"): lambda b, s: akhir_sifat(b, "akhir", "tw"),
    ("aset", "saldo_akhir"): _mutasi,
    ("pegawai", "jumlah"): lambda b, s: None,
}


def ditimpa(laporan: str) -> Iterator[tuple[str, Baris, str, bool]]:
    """Every inherited number typed after correction: sheet, row, column, and whether its source gives another number."""
    s = terkoreksi(laporan)
    for lembar, baris in s.items():
        for k in kolom(lembar):
            sifat = kolom(lembar)[k]
            if sifat["jenis"] != "warisan" or sifat["tipe"] not in ANGKA or k not in baris[0]:
                continue
            for b in baris:
                cetak, sumber = baca(b[k]), SUMBER[lembar, k](b, s)
                if cetak.nilai is not None and (sumber is None or not _sama(cetak.nilai, sumber, cetak.desimal)):
                    yield lembar, b, k, sumber is not None


def _sama(cetak: float, sumber: float, desimal: int) -> bool:
    """Equal as far as the printed decimals tell; whole numbers exactly."""
    return abs(cetak - sumber) <= (0.5 * 10**-desimal if desimal else 0) + 1e-9


def susun_contoh(laporan: str) -> Lembar:
    """The example as it must be: corrected, without computed cells and inherited numbers, numbers without units.

    Inherited words stay as they were printed.
    """
    s = terkoreksi(laporan)
    tetap = {(lembar, tuple(b.items()), k) for lembar, b, k, _ in ditimpa(laporan)}
    hasil: Lembar = {}
    for lembar, baris in s.items():
        if lembar == "pengaturan":
            hasil[lembar] = baris
            continue
        ada = {k: v for k, v in kolom(lembar).items() if k in baris[0] and v["jenis"] != "rumus"}
        isi = [{k: _isi(lembar, b, k, v, tetap) for k, v in ada.items()} for b in baris]
        terpakai = [k for k in ada if any(b[k] for b in isi)]
        hasil[lembar] = [{k: b[k] for k in terpakai} for b in isi]
    return hasil


def _isi(lembar: str, b: Baris, k: str, sifat: dict, tetap: set) -> str:
    if sifat["tipe"] not in ANGKA:
        return b[k]
    if sifat["jenis"] == "warisan" and (lembar, tuple(b.items()), k) not in tetap:
        return ""
    return angka_saja(b[k])
