"""Two schemas with different wording in one process, and in threads: each keeps its own, and nothing stays behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from buku_md import isi_buku, skema_uji

from lkjip_xl import perintah
from lkjip_xl.inti.temuan import HasilPeriksa
from lkjip_xl.skema.kata import Kata, kata, kata_bawaan, lingkup, memakai, pakai
from lkjip_xl.skema.kata_arah import kata_arah
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.pesan import katalog
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.periksa import periksa
from lkjip_xl.word import susun_naskah

ISI = {
    "indikator": [{"kode": "S1.1", "jenjang": "sasaran", "pernyataan": "P", "indikator": "Angka sampah", "satuan": "%", "arah": "naik"}],
    "pengukuran": [{"kode": "S1.1", "target": "75", "realisasi": "76,99", "capaian": "99,00"}],
}  # fmt: skip


def daerah(folder: Path, tanda: str) -> Skema:
    """A region's schema: its own message, sentence and direction word, all bearing its sign."""
    folder.mkdir()
    (folder / "pesan.yaml").write_text(f'PG-01: {{pesan: "{tanda} {{nilai}}"}}\n', encoding="utf-8")
    (folder / "kalimat.yaml").write_text(f"umum:\n  pengantar: Kalimat {tanda}.\n", encoding="utf-8")
    (folder / "kata_arah.yaml").write_text(f"turun: [{'sampah' if tanda == 'utara' else 'limbah'}]\n", encoding="utf-8")
    return Skema(skema_uji().lembar, perintah.skema(folder).kata)


@pytest.fixture
def dua(tmp_path: Path) -> list[tuple[str, Skema]]:
    return [(t, daerah(tmp_path / t, t)) for t in ("utara", "selatan")]


def buku(skema: Skema) -> BukuKerja:
    return isi_buku(buku_kosong(skema), ISI)


def pesan(laporan: HasilPeriksa) -> list[str]:
    return [t.pesan.split()[0] for t in laporan.temuan if t.kode == "PG-01"]


def kode(laporan: HasilPeriksa) -> set[str]:
    return {t.kode for t in laporan.temuan}


def test_bergantian(dua: list[tuple[str, Skema]]) -> None:
    semula = katalog()
    kerja = [(t, buku(sk)) for t, sk in dua]
    for _ in range(2):
        for tanda, b in kerja:
            laporan = periksa(b)
            assert pesan(laporan) == [tanda]
            assert ("AR-01" in kode(laporan)) == (tanda == "utara")  # only there "sampah" should fall
            assert f"Kalimat {tanda}." in repr(susun_naskah(b))
    assert katalog() is semula and kata() is kata_bawaan()


def test_dalam_utas(dua: list[tuple[str, Skema]]) -> None:
    kerja = [(t, buku(sk)) for t, sk in dua] * 3
    with ThreadPoolExecutor(4) as utas:
        for (tanda, _), laporan in zip(kerja, utas.map(lambda x: periksa(x[1]), kerja), strict=True):
            assert pesan(laporan) == [tanda]


def test_lingkup_perintah_berakhir(tmp_path: Path) -> None:
    lain = Kata(tmp_path)
    with lingkup():
        assert kata() is kata_bawaan()
        pakai(lain)
        assert kata() is lain
        with memakai(None):  # a schema without words of its own
            assert kata() is lain
    assert kata() is kata_bawaan() and kata_arah() is kata_bawaan().arah


def test_kegagalan_tidak_meninggalkan_kata(dua: list[tuple[str, Skema]]) -> None:
    with pytest.raises(AttributeError):
        periksa(BukuKerja(dua[0][1], {"pk": None}), aturan=[None])
    assert kata() is kata_bawaan()
