"""The files a taking-over reads: those named, and of folders every file of a known kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lkjip_xl.buku.berkas import sama_berkas
from lkjip_xl.buku.cadangan import nama_cadangan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.formulir import FormulirKembali, kenali
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.baca import temuan_lewat
from lkjip_xl.skema.pesan import buat_temuan, temuan_dari
from lkjip_xl.sumber import baca_sumber, urai_sumber
from lkjip_xl.sumber.folder import isi_folder
from lkjip_xl.sumber.model import Kisi, Sumber, TabelAsing
from lkjip_xl.sumber.tanda import tanda_atas

TERSEMBUNYI = ("SB-20", "SB-21")


@dataclass(slots=True)
class Bahan:
    """Everything read: grids, the tables in them, forms of bidang that came back, what is said about files; gagal: why the first could not be read."""

    kisi: list[Kisi] = field(default_factory=list)
    tabel: list[TabelAsing] = field(default_factory=list)
    formulir: list[FormulirKembali] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    berkas: list[str] = field(default_factory=list)
    gagal: GalatBerkas | None = None


def baca_bahan(sumber: Iterable[Path], selain: Path | None = None) -> Bahan:
    """Read the files and folders named; `selain`: the workbook itself, which is no source (AB-21), under no other name.

    Of a folder, a file that cannot be read is a finding; one named by itself raises GalatBerkas. Backups in a
    folder, of the workbook or of another file there, are older states: left out and said (AB-21), read where they are named. Folders in a
    folder are not read, which is said (AB-24). AB-20: nothing to read; where there was, why it could not be.
    """
    hasil = Bahan()
    for jalan in sumber:
        if jalan.is_dir():
            _baca_folder(hasil, jalan, selain)
        elif sama_berkas(jalan, selain):
            hasil.temuan.append(buat_temuan("AB-21", lembar=jalan.name))
        else:
            _baca(hasil, jalan)
    if not hasil.berkas:
        raise hasil.gagal or GalatBerkas("AB-20", folder=", ".join(str(x) for x in sumber))
    return hasil


def _baca_folder(hasil: Bahan, folder: Path, selain: Path | None) -> None:
    isi = isi_folder(folder)
    for p in isi.berkas:
        if sama_berkas(p, selain):
            continue
        if nama_cadangan(p.name):
            hasil.temuan.append(buat_temuan("AB-21", lembar=p.name))
            continue
        try:
            _baca(hasil, p)
        except GalatBerkas as e:
            hasil.gagal = hasil.gagal or e
            hasil.temuan.append(temuan_dari(e.kode, e.isi, p.name))
    hasil.temuan += temuan_lewat(isi, folder)


def _baca(hasil: Bahan, p: Path) -> None:
    s = baca_sumber(p)
    hasil.berkas.append(p.name)
    if (f := kenali(s)) is not None:  # what is hidden in it we hid ourselves
        hasil.formulir.append(f)
        s = Sumber(s.berkas, [], [c for c in s.catatan if c[0] not in TERSEMBUNYI])
        hasil.kisi += f.kisi
    else:
        hasil.kisi += s.kisi
    hasil.tabel += urai_sumber(s)
    hasil.temuan += (temuan_dari(kode, isi, p.name) for kode, isi in (*tanda_atas(s.kisi), *s.catatan))
