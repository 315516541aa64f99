"""A Word document as a package: opened with the same care as a workbook, its main part and what that refers to."""

from __future__ import annotations

from lkjip_xl.buku.berkas import kenali
from lkjip_xl.buku.curiga import periksa_bagian
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket, buka_arsip
from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.xmlaman import Elemen
from lkjip_xl.word.sidik_blok import w


class Dokumen:
    """The parts of a .docx in memory; data: its bytes as they were opened."""

    def __init__(self, data: bytes, nama: str) -> None:
        """Raises GalatBerkas (LP-11) for what is no sound Word document, and for one that is encrypted or harmful."""
        try:
            kenali(data, nama)
            isi, info = buka_arsip(data, nama)
            for bagian, byte in isi.items():
                periksa_bagian(bagian, byte, nama)
            self.paket = Paket(isi, info, nama)
            self.nama = nama
            self.utama = Relasi(self.paket, "").tujuan("officeDocument") or ""
            badan = self.paket.xml(self.utama).find(w("body")) if self.utama in self.paket else None
        except GalatBerkas as galat:
            if galat.kode == "BK-07":
                raise
            raise GalatBerkas("LP-11", berkas=nama) from galat
        if badan is None:
            raise GalatBerkas("LP-11", berkas=nama)
        self.data = data
        self.baca_ulang()

    def baca_ulang(self) -> None:
        """Parts the main part refers to, by relationship id; again once any were added."""
        self.tujuan = {h.id: h.tujuan for h in Relasi(self.paket, self.utama).semua() if not h.luar}

    @property
    def badan(self) -> Elemen:
        """The body, freshly parsed."""
        badan = self.paket.xml(self.utama).find(w("body"))
        assert badan is not None
        return badan

    @property
    def xml(self) -> bytes:
        """The main part as it stands."""
        return self.paket.baca(self.utama)

    def media(self, rid: str) -> bytes | None:
        """Bytes of a picture by its relationship id."""
        bagian = self.tujuan.get(rid, "")
        return self.paket.baca(bagian) if bagian in self.paket else None

    def bantu(self, jenis: str) -> str | None:
        """Name of the part of a short relationship type (styles, numbering, settings)."""
        bagian = Relasi(self.paket, self.utama).tujuan(jenis)
        return bagian if bagian and bagian in self.paket else None
