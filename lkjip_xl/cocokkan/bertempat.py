"""Cells of outside tables whose place the plan of a taking-over knows, held against what stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lkjip_xl.cocokkan.hitungan import Alasan, Hitungan
from lkjip_xl.cocokkan.pelapor import PelaporBeda
from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.cocokkan.sisi import sisi_lembar
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.model import TW, BarisTuju, KolomTuju, Tujuan
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.padan import Padan
from lkjip_xl.padan.pasang import Padanan
from lkjip_xl.rencana import Nasib
from lkjip_xl.rencana.model import Tempatan, Titik
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.model import KolomAsing, SelAsing, TabelAsing
from lkjip_xl.tabel.model import BukuKerja

TERTUJU = frozenset({Nasib.DITULIS, Nasib.SAMA, Nasib.DIBANDINGKAN, Nasib.BENTROK})


class _PenyamaRencana(Penyama):
    """What the plan found equal is equal, whatever it was read by (a share that is kept as part of one, another factor)."""

    def __init__(self) -> None:
        super().__init__()
        self.setuju: set[int] = set()  # ids of cells

    def sama(self, k: KolomAsing, sel: SelAsing, t: BarisTuju, c: KolomTuju) -> bool:
        """Does the outside cell show what the sheet's does?"""
        return id(sel) in self.setuju or super().sama(k, sel, t, c)


@dataclass(slots=True)
class _Bagian:
    """Cells of a table that go to rows of one sheet by the same further key: by row of the table and of the sheet."""

    tabel: TabelAsing
    kolom: dict[int, str] = field(default_factory=dict)
    baris: dict[tuple[tuple[int, int], int], list[Titik]] = field(default_factory=lambda: defaultdict(list))


class PembandingTempat:
    """Compares placed cells with a workbook; `hitungan`: what became of them."""

    def __init__(self, buku: BukuKerja, berkas: str) -> None:
        self._buku, self._berkas = buku, berkas
        self._penyama = _PenyamaRencana()
        self._sisi: dict[str, Tujuan] = {}
        self.hitungan = Hitungan()

    def temuan(self, semua: Iterable[Tempatan]) -> Iterator[Temuan]:
        """Every difference. Doubtful cells are no difference; rows that the sheet lacks are named."""
        tampak: dict[str, tuple[set[int], set[str]]] = defaultdict(lambda: (set(), set()))
        for (lembar, _, _), bagian in self._bagi(semua).items():
            tujuan = self._tujuan(lembar)
            tampak[lembar][0].update(nomor for _, nomor in bagian.baris)
            tampak[lembar][1].update(n for n in bagian.kolom.values() if not tujuan.kolom[n].teks)
            ada = {t.nomor: t for t in tujuan.baris}
            pasangan = []
            for (_, nomor), titik in bagian.baris.items():
                if nomor not in ada:
                    self.hitungan.lewat(Alasan.BARIS, len(titik))
                    yield self._tanpa_baris(tujuan, titik, bagian.kolom)
                    continue
                asing = replace(titik[0].baris, sel={x.kolom.nomor: x.sel for x in titik})
                pasangan.append((BarisLuar(asing), ada[nomor], 100.0))
            p = Padan(bagian.tabel, tujuan, baris=Padanan(pasangan))
            for k, n in bagian.kolom.items():
                (p.teks if tujuan.kolom[n].teks else p.angka)[k] = n
            pelapor = PelaporBeda(self._buku, p, self._penyama, self._berkas)
            yield from pelapor.temuan_isi()
            self.hitungan.tambah(pelapor.hitungan)
        for lembar, (baris, kolom) in tampak.items():
            yield from self._kurang(self._tujuan(lembar), baris, kolom)

    def _kurang(self, tujuan: Tujuan, tampak: set[int], kolom: set[str]) -> Iterator[Temuan]:
        """Rows with figures in columns that were compared, of a kind with those that were, but in no table: told, for a document may be an extract."""
        nama = tujuan.nama_kolom()
        jenis = {self._jenis(t) for t in tujuan.baris if t.nomor in tampak}
        for t in tujuan.baris:
            penanda = next((n for n in nama if isinstance(t.isi(n), str)), None)
            berangka = any(isinstance(t.isi(n), float) for n in kolom)
            if not (t.jumlah or t.nomor in tampak) and berangka and penanda is not None and self._jenis(t) in jenis:
                isi = str(t.isi(penanda))
                yield buat_temuan("CK-02", lembar=tujuan.lembar, sel=t.sel[penanda], kolom=tujuan.kolom[penanda].judul, nilai=isi,
                                  nama=isi, berkas=self._berkas, tingkat=Tingkat.CATATAN)  # fmt: skip

    @staticmethod
    def _jenis(t: BarisTuju) -> tuple[object, ...]:
        """What tells rows that are no copies of each other apart: level, version, year, quarter."""
        return t.kelompok, t.versi, t.tahun, t.isi(TW)

    def _bagi(self, semua: Iterable[Tempatan]) -> dict[tuple[str, int, tuple[tuple[str, str], ...]], _Bagian]:
        hasil: dict[tuple[str, int, tuple[tuple[str, str], ...]], _Bagian] = {}
        for x in semua:
            lembar, baris, kolom = x.letak
            if x.ragu or x.nasib not in TERTUJU or kolom not in self._tujuan(lembar).kolom:
                self.hitungan.lewat(Alasan.RAGU if x.ragu else x.alasan or Alasan.KOLOM)
                continue
            if x.nasib is Nasib.SAMA:
                self._penyama.setuju.add(id(x.titik.sel))
            tabel, asing = x.titik.peta.tabel, x.titik.baris
            b = hasil.setdefault((lembar, id(tabel), x.titik.kolom.kunci), _Bagian(tabel))
            b.kolom[x.titik.kolom.nomor] = kolom
            b.baris[(asing.kisi, asing.nomor), baris].append(x.titik)
        return hasil

    def _tujuan(self, lembar: str) -> Tujuan:
        if lembar not in self._sisi:
            self._sisi[lembar] = sisi_lembar(self._buku, self._buku[lembar].lembar)
        return self._sisi[lembar]

    def _tanpa_baris(self, tujuan: Tujuan, titik: Sequence[Titik], kolom: dict[int, str]) -> Temuan:
        """A row the sheet does not have: a gap where it has amounts or figures, else other words for one that may be there."""
        nama = next((x for x in titik if tujuan.kolom[kolom[x.kolom.nomor]].penanda), titik[0])
        berangka = any(not tujuan.kolom[kolom[x.kolom.nomor]].teks for x in titik)
        instansi = nama_setara(self._buku.setelan.get("Instansi"))
        sendiri = bool(instansi) and instansi in nama_setara(nama.sel.teks)  # the sum of its rows
        berkas, sel = nama.alamat
        return buat_temuan(
            "CK-03", lembar=berkas, sel=sel, kolom=nama.kolom.judul, tujuan=tujuan.lembar, nama=nama.sel.teks,
            sel_terkait=[x.alamat for x in titik if x is not nama], tingkat=None if berangka and not sendiri else Tingkat.CATATAN,
        )  # fmt: skip
