"""Digital signatures do not outlive a change: taken off whole, and said."""

from __future__ import annotations

import warnings

import pytest
from banyak import satu_cepat
from buku_pendek import kosong
from buku_pengguna import bagian, kemas
from jalan_lkjip import lkjip

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.excel.mesin import Mesin, ganti_mesin

R = "http://schemas.openxmlformats.org/package/2006/relationships"
MS = "http://schemas.microsoft.com/office"
VBA = {"vbaProjectSignature": "2006", "vbaProjectSignatureAgile": "2014", "vbaProjectSignatureV3": "2020"}


def _rels(*hubungan: tuple[str, str, str]) -> str:
    isi = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{x}"/>' for i, t, x in hubungan)
    return f'<Relationships xmlns="{R}">{isi}</Relationships>'


def bertanda(*, proyek: bool = True, paket: bool = True) -> bytes:
    """The blank workbook as Excel signs it: project (three kinds) and package."""
    isi: dict[str, bytes | str] = dict(bagian(kosong()))
    jenis = isi["[Content_Types].xml"].decode()
    if proyek:
        for n in VBA:
            isi[f"xl/{n}.bin"] = b"tanda"
            jenis = jenis.replace(
                "</Types>", f'<Override PartName="/xl/{n}.bin" ContentType="application/vnd.ms-office.{n}"/></Types>'
            )
        isi["xl/_rels/vbaProject.bin.rels"] = _rels(
            *((f"rId{i}", f"{MS}/{tahun}/relationships/{n}", f"{n}.bin") for i, (n, tahun) in enumerate(VBA.items(), 1))
        )
    if paket:
        ds = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
        akar = isi["_rels/.rels"].decode()
        tambah = f'<Relationship Id="rIdTT" Type="{ds}/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'
        isi["_rels/.rels"] = akar.replace("</Relationships>", tambah)
        isi["_xmlsignatures/origin.sigs"] = b""
        isi["_xmlsignatures/sig1.xml"] = "<Signature/>"
        isi["_xmlsignatures/_rels/origin.sigs.rels"] = _rels(("rId1", f"{ds}/signature", "sig1.xml"))
        jenis = jenis.replace(
            "<Override",
            '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Override',
            1,
        )
        jenis = jenis.replace(
            "</Types>",
            '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/></Types>',
        )
    isi["[Content_Types].xml"] = jenis
    return kemas(isi)


def sisa(data: bytes) -> list[str]:
    """Whatever still speaks of a signature: parts, relationships, content types."""
    isi = bagian(data)
    nama = [n for n in isi if "ignature" in n]
    return nama + [
        n for n in isi if n.endswith((".rels", "Types].xml")) and (b"ignature" in isi[n] or b"sigs" in isi[n])
    ]


def test_mesin_melepas_tanda_tangan_proyek():
    paket = Paket.dari_bytes(bertanda(paket=False), "a.xlsm")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ganti_mesin(paket, Mesin.VBA)
    data = paket.ke_bytes()
    assert sisa(data) == [] and paket.tanpa_tanda_tangan == ["proyek makro"]
    polos = Paket.dari_bytes(data, "a.xlsm")
    ganti_mesin(polos, Mesin.VBA)
    assert polos.tanpa_tanda_tangan == []


def test_perintah_mengatakannya_tanpa_peringatan_pengembang(tmp_path):
    berkas = tmp_path / "a.xlsm"
    berkas.write_bytes(bertanda())
    keluar = lkjip("mesin", berkas, "vba")
    assert (
        keluar.returncode == 0 and keluar.stdout.count("Tanda tangan digital") == 2 and "Warning" not in keluar.stderr
    )
    assert sisa(berkas.read_bytes()) == []
    assert "Tanda tangan digital" not in lkjip("mesin", berkas, "vba").stdout


@pytest.mark.parametrize("kerja", satu_cepat(["ringkas", "validasi", "edar"]))
def test_perubahan_melepas_tanda_tangan_paket(kerja, tmp_path):
    berkas, salinan = tmp_path / "a.xlsm", tmp_path / "b.xlsx"
    berkas.write_bytes(bertanda())
    if kerja == "ringkas":
        hasil = perintah.ringkas(berkas).tambahan
    elif kerja == "validasi":
        hasil = perintah.validasi(berkas, tulis=True).tambahan
    else:
        hasil = perintah.edar(berkas, salinan).temuan
    assert [t.kode for t in hasil] == ["BK-41"]
    data = (salinan if kerja == "edar" else berkas).read_bytes()
    assert not any("xmlsignatures" in n for n in [*bagian(data), *sisa(data)])
    assert (sisa(data) == []) == (kerja == "edar")  # the project has not changed: its own signature holds


def test_paket_yang_tidak_berubah_tetap_bertanda_tangan():
    data = bertanda()
    paket = Paket.dari_bytes(data, "a.xlsm")
    paket.ganti("xl/workbook.xml", paket.baca("xl/workbook.xml"))
    assert bagian(paket.ke_bytes()) == bagian(data) and paket.tanpa_tanda_tangan == []
    with pytest.raises(GalatBerkas):
        paket.baca("tiada")
