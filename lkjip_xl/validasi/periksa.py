"""Check a workbook: read → type → schemas → rules → Laporan. Prints nothing, saves nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import lkjip_xl.validasi.aturan  # noqa: F401  registers the rules
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.pemungut import tanpa_pemungut
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.hilang import sebut_skema
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.aturan.pelapor import Pelapor, TahunLalu
from lkjip_xl.validasi.aturan.penelusur import Penelusur
from lkjip_xl.validasi.aturan.registri import Aturan, daftar
from lkjip_xl.validasi.aturan.sebab import satukan
from lkjip_xl.validasi.reviu import putuskan


@dengan_kata
def periksa_buku(
    sumber: Path | str | Paket, skema: Skema, tahun_lalu: Path | None = None, *, buku: BukuKerja | None = None
) -> HasilPeriksa:
    """Findings of a workbook file, also against last year's; raises GalatBerkas when a file itself cannot be used.

    buku: what is in it, where that has been read already.
    """
    with tanpa_pemungut():
        lalu = None if tahun_lalu is None else TahunLalu(tahun_lalu.name, Penelusur(muat_buku(tahun_lalu, skema)))
        laporan = periksa(muat_buku(sumber, skema) if buku is None else buku, lalu=lalu)
    laporan.berkas = sumber.nama if isinstance(sumber, Paket) else Path(sumber).name
    return laporan


@dengan_kata
def periksa(buku: BukuKerja, aturan: Iterable[Aturan] | None = None, *, lalu: TahunLalu | None = None) -> HasilPeriksa:
    """Findings of a typed workbook: those of reading it and those of all rules, sorted, each once, notes folded.

    A rule that crashes is our failure: it is listed in HasilPeriksa.gagal and as KU-01, and the other rules still run.
    """
    lapor = Pelapor(buku, lalu)
    gagal: list[tuple[str, str]] = []
    rusak: list[Temuan] = []
    semua = daftar() if aturan is None else tuple(aturan)
    for a in semua:
        sebelum = len(lapor.temuan)
        try:
            a.jalankan(buku, lapor)
        except GalatBerkas:  # a sheet read only now
            raise
        except Exception as e:
            lapor.batalkan(sebelum)
            sebab = f"{type(e).__name__}: {e}"
            gagal.append((a.nama, sebab))
            rusak.append(buat_temuan("KU-01", lembar="", aturan=a.nama, sebab=sebab))
    lapor.satukan_banjir()
    satukan(lapor)
    temuan = _sekali([*buku.temuan, *_mati(buku.skema, semua), *lapor.temuan, *rusak])
    laporan = putuskan(buku, temuan)
    laporan.gagal = gagal
    return laporan.lipat().urut([*(t.lembar for t in buku.tabel.values()), *buku.lain])


def _mati(skema: Skema, aturan: Iterable[Aturan]) -> Iterator[Temuan]:
    """One note names the checks that the schema in use switches off by dropping their columns."""
    mati = [(a, kolom) for a in aturan if (kolom := a.dibuang(skema))]
    daftar_kode = [f"{', '.join(a.kode)} ({', '.join(sebut_skema(skema, kolom))})" for a, kolom in mati]
    for s in skema.lembar.values():
        daftar_kode += [f"{kode} ({', '.join(sebut_skema(skema, [(s.id, k)]))})" for kode, k in s.cek_mati]
    if daftar_kode:
        yield buat_temuan("SK-30", lembar="", daftar="; ".join(dict.fromkeys(daftar_kode)))


def _sekali(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Findings without repeats of the same code on the same cell."""
    hasil: dict[tuple[str, str, str, str, str], Temuan] = {}
    for t in temuan:
        hasil.setdefault((t.kode, t.lembar, t.sel, t.kolom, "" if t.sel else t.pesan), t)
    return list(hasil.values())
