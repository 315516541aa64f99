"""Limits by counting: what is beyond them is refused with its number, what is within them is read whole, and what nobody
asks for is not read at all."""

from __future__ import annotations

import random
import re
import weakref
from functools import partial
from pathlib import Path

import beban
import pytest

from lkjip_xl import perintah
from lkjip_xl.buku import baca as baca_mod
from lkjip_xl.buku import batas, csv_aman, paket, urai_lembar
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.batas import BARIS_TERISI_MAKS, SEL_JUMLAH_MAKS, Batas, hitung_terisi, periksa_batas, periksa_jumlah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.larik import isi_larik
from lkjip_xl.buku.paket import LEMBAR_MAKS, Paket
from lkjip_xl.buku.teks_bersama import urai_teks_bersama
from lkjip_xl.buku.urai_lembar import PenguraiLembar, Sel
from lkjip_xl.buku.xmlaman import UTAMA
from lkjip_xl.cocokkan import baca_luar
from lkjip_xl.inti import kemiripan, kunci
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.bacaan import Status, baca, baca_rentang
from lkjip_xl.inti.banjir import SATU_SATU, Banjir, hanya
from lkjip_xl.inti.pemungut import tanpa_pemungut
from lkjip_xl.inti.temuan import HasilPeriksa, Tingkat
from lkjip_xl.isi import hasil as hasil_isi
from lkjip_xl.isi.isi import muat_csv
from lkjip_xl.padan import pasang
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.calon import CALON_MAKS
from lkjip_xl.padan.isi import Pembaca
from lkjip_xl.padan.model import BarisTuju, KolomTuju, Tujuan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.model import BarisAsing, SelAsing
from lkjip_xl.tabel import muat as muat_mod
from lkjip_xl.tabel.hierarki import BarisLevel, cari_induk
from lkjip_xl.tabel.model import Asal
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.aturan import pelapor

SKEMA = perintah.skema()


def xml(isi: str) -> bytes:
    return f"<worksheet xmlns='{UTAMA}'><sheetData>{isi}</sheetData></worksheet>".encode()


def galat(kode: str, f, *argumen, **kata) -> dict[str, object]:
    with pytest.raises(GalatBerkas) as g:
        f(*argumen, **kata)
    assert g.value.kode == kode, g.value
    return g.value.isi


@pytest.mark.parametrize(
    ("isi", "jumlah"),
    [
        ("", (0, 0)),
        ('<row r="8" s="1" customFormat="1"/><row r="9"><c r="A9" s="1"/></row>', (0, 0)),
        ('<row r="7"><c r="A7"><v>1</v></c></row>', (0, 1)),
        ('<row r="8"><c r="A8"><v>1</v></c><c r="B8"><f>A8</f><v>1</v></c><c s="1"/></row>', (1, 2)),
        ('<row r="8"><c t="inlineStr"><is><t>a</t></is></c></row><row><c><f>1</f></c></row>', (2, 2)),
    ],
)
def test_yang_terisi_saja_yang_dihitung(isi: str, jumlah: tuple[int, int]) -> None:
    assert hitung_terisi(xml(isi), 8) == jumlah
    assert hitung_terisi(re.sub(rb"<(/?)", rb"<\1x:", xml(isi)), 8) == jumlah


def test_baris_dan_sel_dihitung_sebelum_dibaca() -> None:
    data = xml("".join(f'<row r="{b}"><c><v>1</v></c><c><v>2</v></c></row>' for b in range(8, 18)))
    periksa_batas(data, Batas(10, 20, 8), "PK", "a.xlsx")
    assert galat("BK-50", periksa_batas, data, Batas(9, 20, 8), "PK", "a.xlsx") == {
        "berkas": "a.xlsx", "lembar": "PK", "baris": 10, "batas": 9,
    }  # fmt: skip
    assert galat("BK-51", periksa_batas, data, Batas(10, 19, 8), "PK", "a.xlsx")["sel"] == 20
    periksa_batas(data, Batas(2, 20, 16), "PK", "a.xlsx")  # what stands above the table is no row of it


def test_semua_lembar_bersama_sama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets that could each be read, but not all of them: refused with the numbers before one of them is parsed."""
    dua = {
        "PK": xml('<row r="8"><c><v>1</v></c><c s="1"/></row>'),
        "IKU": xml('<row r="8"><c><v>1</v></c><c><f>1</f></c></row>'),
    }
    periksa_jumlah(dua, "a.xlsx", 3)
    assert galat("BK-53", periksa_jumlah, dua, "a.xlsx", 2) == {
        "berkas": "a.xlsx", "sel": 3, "lembar": "IKU", "terbanyak": 2, "batas": 2,
    }  # fmt: skip
    berkomentar = {
        "PK": dua["PK"].replace(b"<c s", b"<!-- <c><v> --><c s"),
        "IKU": dua["IKU"].replace(b"<", b"<x:").replace(b"<x:/", b"</x:"),
    }
    assert galat("BK-53", periksa_jumlah, berkomentar, "a.xlsx", 2)["sel"] == 3
    buku = beban.isi_lembar("PK", beban.baris_angka(8, 20_000, 5))(tmp_path / "b.xlsm")
    dibaca: list[str] = []
    asli = baca_mod.baca_lembar
    monkeypatch.setattr(baca_mod, "baca_lembar", lambda p, i, *x: dibaca.append(i.name) or asli(p, i, *x))
    monkeypatch.setattr(baca_mod, "periksa_jumlah", partial(periksa_jumlah, batas=90_000))
    isi = galat("BK-53", muat_buku, buku, SKEMA)
    assert isi["lembar"] == "PK" and 99_000 < isi["terbanyak"] < isi["sel"] and dibaca == []
    # a damaged sheet is said to be damaged, whatever it holds
    rusak = beban.ubah(tmp_path / "c.xlsm", {beban.bagian("PK"): lambda x: x + b"<" + b"<c " * 90_000})
    assert galat("BK-06", muat_buku, rusak, SKEMA)["bagian"] == beban.bagian("PK")


def test_lembar_terlalu_banyak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tabs without end are refused with their number before one of them is looked at; as many as may be are read."""
    buku = beban.lembar_sendiri(*[lambda: beban.lembar([])] * 5)(tmp_path / "b.xlsm")
    banyak = len(Paket.buka(buku).lembar())
    monkeypatch.setattr(paket, "LEMBAR_MAKS", banyak)
    assert len(muat_buku(buku, SKEMA).lain) > 5
    monkeypatch.setattr(paket, "LEMBAR_MAKS", banyak - 1)
    assert galat("BK-90", muat_buku, buku, SKEMA) == {"berkas": "b.xlsm", "banyak": banyak, "batas": banyak - 1}
    assert banyak < 1_000 == LEMBAR_MAKS


def test_baris_sampai_batas_dihitung_sekilas(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet that is just full is let through without being parsed for that: rows above the table stand first."""
    monkeypatch.setattr(batas, "hitung_terisi", lambda *_: pytest.fail("parsed"))
    penuh = "".join(f'<row r="{b}"><c r="A{b}"><v>1</v></c></row>' for b in range(1, 18))
    periksa_batas(xml(penuh), Batas(10, 20, 8), "PK", "a.xlsx")


# -- findings without end -------------------------------------------------------------------------------------


def _dengan_cacah(monkeypatch: pytest.MonkeyPatch, buku: Path) -> tuple[HasilPeriksa, int]:
    dibuat: list[str] = []
    for modul in (muat_mod, pelapor):
        monkeypatch.setattr(modul, "buat_temuan", lambda k, **x: dibuat.append(k) or buat_temuan(k, **x))
    return perintah.validasi(buku), len(dibuat)


@pytest.mark.parametrize("banyak", [450, 900])
def test_temuan_di_setiap_baris(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, banyak: int) -> None:
    """However many rows share a mistake, few findings are worded; every cell is named, and the exit code is the same."""
    isi = beban.isi_lembar("PK", beban.baris_angka(8, banyak + 7, 2, "1e400"))
    laporan, dibuat = _dengan_cacah(monkeypatch, isi(tmp_path / "b.xlsm"))
    assert 4 * (SATU_SATU + 1) < dibuat < 6 * (SATU_SATU + 1)
    temuan = [t for t in laporan.temuan if t.kode == "LB-06" and t.lembar == "PK"]
    assert sorted((s for t in temuan for s in t.sel_semua), key=pecah) == [f"A{b}" for b in range(8, banyak + 8)]
    assert any(str(len(t.sel_semua) - 1) in t.pesan and t.sel == f"A208–A{banyak + 7}" for t in temuan)
    assert laporan.kode_keluar() == 2 and not laporan.gagal


@pytest.mark.parametrize("banyak", [SATU_SATU, SATU_SATU + 1, 500])
def test_sel_gabungan_tanpa_akhir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, banyak: int) -> None:
    """As many as can be told one by one are; of all others there is one finding, which nobody is asked to judge."""
    gabung = lambda: [  # noqa: E731
        b"<mergeCells>", *(b'<mergeCell ref="A%d:B%d"/>' % (b, b) for b in range(8, 8 + 2 * banyak, 2)), b"</mergeCells>",
    ]  # fmt: skip
    buku = beban.isi_lembar("PK", gabung, b"<conditionalFormatting")(tmp_path / "b.xlsm")
    laporan, _ = _dengan_cacah(monkeypatch, buku)
    temuan = [t for t in laporan.temuan if t.kode == "LB-08"]
    assert len(temuan) == min(banyak, SATU_SATU + 1)
    assert [s for t in temuan for s in t.sel_semua] == [f"A{b}" for b in range(8, 8 + 2 * banyak, 2)]
    assert len([x for x in laporan.reviu or () if x.kode == "LB-08"]) == min(
        banyak, SATU_SATU + (banyak == SATU_SATU + 1)
    )


def test_sel_yang_tersisa_dari_banyak() -> None:
    banjir = Banjir()
    sel = [f"A{b}" for b in range(8, 8 + SATU_SATU + 4)]
    temuan = [
        buat_temuan("LB-08", lembar="PK", sel=s, nilai=s)
        for s in sel
        if not banjir.tenggelam("LB-08", Tingkat.PERINGATAN, "PK", "", s)
    ]
    *satu, semua = banjir.satukan(temuan)
    assert [t.sel for t in satu] == sel[:SATU_SATU] and semua.sel_semua == tuple(sel[SATU_SATU:])
    (sisa,) = hanya(semua, sel[-2:])
    assert sisa.sel_semua == tuple(sel[-2:]) and sisa.pesan == semua.pesan.replace(" 3 ", " 1 ")
    assert list(hanya(semua, [])) == []


def test_rumus_templat_satu_sel_untuk_semua(tmp_path: Path) -> None:
    """Formula cells of the template say the same wherever they stand; raw cells go as they are typed, where nobody else has them."""
    isi = beban.isi_lembar("Anggaran", beban.baris_program("anggaran", 30))(tmp_path / "b.xlsm")
    for habis in (False, True):
        buku = baca_buku(isi)
        lembar = buku.lembar["Anggaran"]
        semula = sum(s.rumus is not None or s.nilai is not None for s in lembar.sel.values())
        t = muat_mod.muat_isi(buku, "b", SKEMA, habiskan=habis)["anggaran"]
        rumus = [s for s in t.sel.values() if s.asal is Asal.RUMUS]
        assert len(rumus) > 100 and len({id(s) for s in rumus}) == 1
        kini = sum(s.rumus is not None or s.nilai is not None for s in lembar.sel.values())
        assert kini < semula - 300 if habis else kini == semula


@pytest.mark.parametrize("banyak", [450, 900])
def test_baris_csv_di_luar_yang_siap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, banyak: int) -> None:
    """A CSV of more rows than are ready-made says so for the first of them and once for all others."""
    dibuat: list[str] = []
    monkeypatch.setattr(hasil_isi, "buat_temuan", lambda k, **x: dibuat.append(k) or buat_temuan(k, **x))
    isi = "kode,level,nama,pagu\n" + "".join(f"1.01.{i:05d},program,Program nomor {i},5\n" for i in range(400 + banyak))
    (tmp_path / "anggaran.csv").write_text(isi, encoding="utf-8")
    t = muat_csv(tmp_path, SKEMA)
    temuan = [x for x in t.temuan if x.kode == "CS-07"]
    assert len(dibuat) == len(temuan) == SATU_SATU + 1 and len(t["anggaran"].baris) == 400 + banyak
    assert [s for x in temuan for s in x.sel_semua] == [f"A{b}" for b in range(408, 408 + banyak)]


def test_dua_puluh_kolom_yang_penuh_masih_dibaca() -> None:
    """Twenty columns filled to the last row beside all that is ready-made in the others stay below the total."""
    siap = sum(s.baris * sum(k.rumus is not None for k in s.kolom.values()) for s in SKEMA.lembar.values())
    assert BARIS_TERISI_MAKS * 20 + siap <= SEL_JUMLAH_MAKS


def test_sel_lembar_yang_sudah_diketik_dilepas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Raw cells of a sheet go once they are typed, without waiting for the collector of circles."""
    hidup: list[weakref.ref] = []
    terbanyak: list[int] = []

    class SelMentah(dict):
        pass

    class Pengamat(urai_lembar.PenguraiLembar):
        def __init__(self, *x) -> None:
            super().__init__(*x)
            self.sel = SelMentah()
            terbanyak.append(sum(r() is not None for r in hidup))
            hidup.append(weakref.ref(self.sel))

    monkeypatch.setattr(baca_mod, "PenguraiLembar", Pengamat)
    with tanpa_pemungut():
        muat_buku(Paket.dari_bytes(beban.kosong()), SKEMA)
    assert len(hidup) >= len(SKEMA.lembar) and max(terbanyak) <= 2


def test_20_001_baris_ditolak_dengan_jumlahnya(tmp_path: Path) -> None:
    buku = beban.isi_lembar("PK", beban.baris_angka(8, BARIS_TERISI_MAKS + 8, 1))(tmp_path / "b.xlsm")
    isi = galat("BK-50", muat_buku, buku, SKEMA)
    assert (isi["lembar"], isi["baris"], isi["batas"]) == ("PK", 20_001, 20_000)


def test_baris_di_bawah_yang_siap_pakai_ikut_dihitung(tmp_path: Path) -> None:
    """Rows beyond the ready-made ones and below gaps count in every total as the others do."""
    buku = beban.isi_lembar(
        "Belanja",
        lambda: (
            beban._baris(b, beban._sel(f"B{b}", f"Jenis {b}"), f'<c r="D{b}"><v>2</v></c>') for b in (8, 500, 900)
        ),
    )
    t = muat_buku(buku(tmp_path / "b.xlsm"), SKEMA)["belanja"]
    assert t.baris == [8, 500, 900] and t.bingkai().iloc[:, 3].tolist() == [2.0] * 3


def test_lembar_sendiri_tidak_dibaca(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size does not matter, nor whether it can be read at all, where no rule needs it."""
    dibaca: list[str] = []
    asli = baca_mod.baca_lembar
    monkeypatch.setattr(baca_mod, "baca_lembar", lambda p, i, *x: dibaca.append(i.name) or asli(p, i, *x))
    buku = beban.lembar_sendiri(lambda: beban.lembar(beban.baris_angka(1, 20_100, 1)()))(tmp_path / "b.xlsm")
    perintah.validasi(buku)
    assert "Milik Saya" not in dibaca and "PK" in dibaca and len(dibaca) == len(set(dibaca))
    assert len(baca_buku(buku).lembar["Milik Saya"].sel) == 20_100


def test_ringkasan_yang_diisi_sampai_habis_ditolak(tmp_path: Path) -> None:
    """A sheet that is read only by a rule is refused as a file all the same, never as our failure."""
    nama = "Capaian Kinerja"
    buku = beban.isi_lembar(nama, beban.baris_angka(8, 20_008, 1))(tmp_path / "b.xlsm")
    assert galat("BK-50", perintah.validasi, buku)["lembar"] == nama


def test_isi_yang_dibaca_adalah_isi_saat_dibuka(tmp_path: Path) -> None:
    paket = Paket.dari_bytes(beban.kosong())
    buku, bagian = baca_buku(paket), paket.lembar()["PK"].part
    paket.ganti(bagian, xml(""))
    assert buku.lembar["PK"].sel and not baca_buku(paket).lembar["PK"].sel


def urai(isi: str) -> PenguraiLembar:
    p = PenguraiLembar([], [baca_mod.kenali_format("General")], False)
    p.urai(xml(isi))
    return p


def test_rumus_bersama_yang_memenuhi_memori(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """BK-52 names the cell; formulas as long as Excel writes them are read."""
    baris_ = '<row r="{0}"><c r="A{0}"><f t="shared" si="0"{1}</f><v>1</v></c></row>'
    pengikut = "".join(baris_.format(b, ">") for b in range(9, 20))
    induk = baris_.format(8, ' ref="A8:A20">' + "B1+" * 2_000 + "1")
    assert len(urai(induk + pengikut).sel) == 12
    panjang = baris_.format(8, ' ref="A8:A20">' + "B1+" * 3_000 + "1")
    isi = lambda x: beban.isi_lembar("PK", lambda: [x.encode()])(tmp_path / "b.xlsm")  # noqa: E731
    assert galat("BK-52", muat_buku, isi(panjang), SKEMA)["sel"] == "A8"
    monkeypatch.setattr(urai_lembar, "BERSAMA_MAKS", 30_000)
    assert galat("BK-52", muat_buku, isi(induk + pengikut), SKEMA)["sel"] == "A13"


def test_teks_bersama_yang_diulang_tanpa_akhir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One text in every cell costs what it says, each time; as much text as fits is read, whichever cells share it."""
    sel = lambda: (beban._baris(b, f'<c r="A{b}" t="s"><v>0</v></c>') for b in range(8, 28))  # noqa: E731
    isi = lambda n: beban.teks_bersama(  # noqa: E731
        lambda: (b"<si><t>", b"x" * n, b"</t></si>"),
        {beban.bagian("PK"): lambda x: beban.sisip(b"</sheetData>", sel)(beban.tanpa_isi(x))},
    )(tmp_path / "b.xlsm")
    monkeypatch.setattr(urai_lembar, "TEKS_MAKS", 50_000)  # what the template itself says is less than a tenth
    assert len(muat_buku(isi(2_000), SKEMA)["pk"].baris) == 20
    ditolak = galat("BK-07", muat_buku, isi(2_600), SKEMA)
    assert (ditolak["bagian"], ditolak["sebab"]) == (beban.bagian("PK"), "ukuran")
    sendiri = xml(
        "".join(f'<row r="{b}"><c t="inlineStr"><is><t>{"x" * 2_501}</t></is></c></row>' for b in range(8, 28))
    )
    for pisah in (sendiri, sendiri.replace(b"<c t", b"<c  t")):  # whichever way the part is taken apart
        with pytest.raises(batas.TeksTerlaluBanyak):
            PenguraiLembar([], [baca_mod.kenali_format("General")], False).urai(pisah)
        PenguraiLembar([], [baca_mod.kenali_format("General")], False).urai(pisah.replace(b"x" * 2_501, b"x" * 2_500))


def test_rumus_larik_sekali_lewat() -> None:
    sel = {
        (b, k): Sel(1.0, "=1" if b == k == 1 else None, "angka", None, "General", None, True)
        for b in range(1, 5)
        for k in range(1, 4)
    }
    isi_larik(sel, [("A1:B2", "=X"), ("A1:XFD1048576", "=Y"), ("C9:D10", "=Z")])
    assert [sel[b, 1].rumus for b in range(1, 5)] == ["=1", "=X", "=Y", "=Y"]
    assert {sel[b, 3].rumus for b in range(1, 5)} == {"=Y"} and sel[2, 2].rumus == "=X"


def test_teks_bersama() -> None:
    data = f"<sst xmlns='{UTAMA}'><si><t>a</t></si><si><r><t>b</t></r><r><rPr/><t> c</t></r><rPh><t>x</t></rPh></si><si/><si><t/></si></sst>"
    for isi in (data, re.sub("<(/?)", r"<\1x:", data).replace("xmlns=", "xmlns:x=")):
        assert urai_teks_bersama(isi.encode()) == ["a", "b c", "", ""]


# -- texts ----------------------------------------------------------------------------------------------------


def test_teks_panjang_hanya_dibandingkan_awalnya(monkeypatch: pytest.MonkeyPatch) -> None:
    panjang = "ab c" * 500_000
    lihat: list[int] = []
    asli = kemiripan.difflib.SequenceMatcher

    class Pengamat(asli):
        def set_seq2(self, b):
            lihat.append(len(b))
            super().set_seq2(b)

    monkeypatch.setattr(kemiripan.difflib, "SequenceMatcher", Pengamat)
    assert kemiripan.rasio(panjang, panjang + "x") == 1.0 and kemiripan.mirip(panjang, panjang) == 100.0
    assert kemiripan.terdekat(panjang, ["jumlah", panjang], 0.5) == panjang
    assert lihat and max(lihat) <= kemiripan.PANJANG_MAKS


def test_usul_sama_dengan_dan_tanpa_saringan() -> None:
    import difflib

    acak = random.Random(3)
    kata = ["".join(acak.choices("abcde", k=acak.randint(3, 9))) for _ in range(120)]
    for cari in kata[:40]:
        for ambang in (0.5, 0.6):
            lama = difflib.get_close_matches(cari[1:] + "x", list(dict.fromkeys(kata)), n=1, cutoff=ambang)
            baru = kemiripan.terdekat(cari[1:] + "x", list(dict.fromkeys(kata)), ambang)
            rasio = [difflib.SequenceMatcher(None, p, cari[1:] + "x").ratio() for p in (*lama, baru) if p]
            assert bool(lama) == bool(baru) and len({round(r, 6) for r in rasio}) <= 1


def test_angka_panjang_bukan_angka() -> None:
    for teks in ("1 - 2 s.d. " * 200_000, "9" * 2_000_000, "1." * 1_000_000, "(" * 2_000_000):
        assert baca(teks).status is Status.GALAT and baca_rentang(teks) is None


# -- trees ----------------------------------------------------------------------------------------------------


def _induk_lama(semua: list[BarisLevel]) -> dict:
    """The definition, row by row, as it was first written."""
    from lkjip_xl.inti.kunci import ruas

    def boleh(a, b):
        x, y = semua[a].tingkat, semua[b].tingkat
        return a < b if x is None or y is None else x < y

    def awalan(i, bidang):
        milik = ruas(getattr(semua[i], bidang))
        for n in range(len(milik) - 1, 0, -1):
            calon = [j for j, b in enumerate(semua) if ruas(getattr(b, bidang)) == milik[:n] and boleh(j, i)]
            if calon:
                return max((j for j in calon if j < i), default=calon[0])
        return None

    def atas(i):
        t = semua[i].tingkat
        return (
            None
            if t is None
            else next((j for j in range(i - 1, -1, -1) if semua[j].tingkat is not None and semua[j].tingkat < t), None)
        )

    hasil = {}
    for i, b in enumerate(semua):
        j = next((j for j in (awalan(i, "kode"), awalan(i, "nomor"), atas(i)) if j is not None), None)
        hasil[b.kunci] = None if j is None else semua[j].kunci
    return hasil


@pytest.mark.parametrize("benih", range(30))
def test_induk_sama_dengan_definisinya(benih: int) -> None:
    acak = random.Random(benih)
    level = ("program", "kegiatan", "subkegiatan", "urusan", None, "lain")
    kode = ("1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.1.3.4", None, "x")
    semua = [BarisLevel(b, acak.choice(level), acak.choice(kode), acak.choice(kode)) for b in range(8, 40)]
    assert cari_induk(semua) == _induk_lama(semua)


# -- csv ------------------------------------------------------------------------------------------------------


def test_csv_lebih_besar_daripada_tabel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both readers refuse with the number before anything is written; blank rows and columns do not count."""
    monkeypatch.setattr(csv_aman, "BARIS_MAKS", 5)
    monkeypatch.setattr(csv_aman, "KOLOM_MAKS", 6)
    monkeypatch.setattr(csv_aman, "UKURAN_MAKS", 2**20)
    csv = tmp_path / "anggaran.csv"
    kepala = "kode,level,nama,pagu,realisasi_rp"
    for isi, kode, angka in (
        (kepala + "\n" + "1,program,A,1,1\n" * 6, "CS-20", {"baris": 6, "batas": 5}),
        (kepala + ",a,b,c\n1,program,A,1,1,2,3,4\n", "CS-23", {"kolom": 8, "batas": 6}),
        (kepala + "\n" + "x" * 2**21, "CS-21", {"ukuran": 3, "batas": 1}),
        (kepala + '\n1,program,"' + "x" * 200_000, "CS-22", {"baris": 2}),
    ):
        csv.write_text(isi, encoding="utf-8")
        for baca_ in (lambda: muat_csv(tmp_path, SKEMA), lambda: baca_luar(csv)):
            hasil = galat(kode, baca_)
            assert hasil["berkas"] == "anggaran.csv" and angka.items() <= hasil.items()
    csv.write_text(kepala + ",,,,,\n" + "1,program,A,1,1,,,,\n" * 5 + ",,,,,,,,\n" * 9, encoding="utf-8")
    assert len({b for b, _ in baca_luar(csv).kisi[0].sel}) == 6
    assert len(muat_csv(tmp_path, SKEMA)["anggaran"].baris) == 5


@pytest.mark.parametrize("banyak", [150, 300])
def test_nama_salah_tulis_dibandingkan_dengan_beberapa_saja(monkeypatch: pytest.MonkeyPatch, banyak: int) -> None:
    """However many rows both sides have, each misspelt name is compared with a few, and still finds its row."""
    acak = random.Random(banyak)
    kata = ["".join(acak.choices("bcdfghjklmnprst", k=3)) + acak.choice("aiueo") for _ in range(60)]
    nama = [" ".join(acak.sample(kata, 5)) for _ in range(banyak)]
    salah = [n[:-2] + "x" + n[-1:] for n in nama]
    tuju = [BarisTuju({"nama": f"A{i}"}, {"nama": (n,)}) for i, n in enumerate(nama)]
    kolom = {"nama": KolomTuju("nama", "teks", "Nama", frozenset({"nama"}))}
    luar = [BarisLuar(BarisAsing(i, "data", {1: SelAsing(n)}), n, 1) for i, n in enumerate(salah, 2)]
    panggilan = []
    monkeypatch.setattr(pasang, "mirip", lambda a, b: panggilan.append(1) or kemiripan.mirip(a, b))
    hasil = pasang.Pemasang(luar, Tujuan("X", kolom, tuju), {1: "nama"}, "nama", {}, Pembaca()).jalankan()
    assert [(o.nomor - 2, t.sel["nama"]) for o, t, _ in hasil.pasangan] == [(i, f"A{i}") for i in range(banyak)]
    assert len(panggilan) <= CALON_MAKS * banyak


@pytest.mark.parametrize(
    "isi",
    [
        '<row r="8"><c r="A8"/><c r="B8"><v>1</v></c><c r="C8" t="str"><f t="shared" si="0"/><v/></c></row>'
        '<row r="9"><c r="A9" t="inlineStr"><is><t xml:space="preserve"></t></is></c><c r="B9"><f>A1</f></c></row>',
        "<row r='8'><c r='A8'/><c r='B8'><v>1</v></c><c r='C8'><f/></c><c r='D8'><v>1</v></c><c r='E8'><v>1</v></c></row>",
        '<row r="8"><c><v>1</v></c><c><f>1</f><v>1</v></c><c r="C8" ><v>1</v></c>\n<c r="D8">\n<v>1</v></c></row>',
        '<row r="8"><c r="A8"><v>1</v></c><!-- <c r="B8"><v>1</v></c> --><c r="C8"><v>1</v></c><c r="D8"><v>1</v></c>'
        '<c r="E8"><v>1</v></c></row>',
        '<x:row xmlns:x="urn:x" r="8"/><row r="8"><c r="A8"><v>1</v></c><c r="B8"><v>1</v></c><c r="C8"><v>1</v></c>'
        '<c r="D8"><v>1</v></c></row><dataValidation type="a"><formula1>1</formula1></dataValidation>',
    ],
)
def test_sel_terisi_dihitung_sama_bagaimanapun_ditulis(isi: str) -> None:
    """Four filled cells, however a program writes them."""
    assert galat("BK-53", periksa_jumlah, {"A": xml(isi)}, "b", 3)["sel"] == 4
    periksa_jumlah({"A": xml(isi)}, "b", 4)


@pytest.mark.parametrize("panjang", [40_000, 400_000])
def test_kunci_teks_panjang_dihitung_sekali(monkeypatch: pytest.MonkeyPatch, panjang: int) -> None:
    """A text longer than any name is looked at once, however often its key is asked for; the key is that of a short one."""
    panggilan = []
    asli = kunci.rapikan_spasi
    monkeypatch.setattr(kunci, "rapikan_spasi", lambda x: panggilan.append(1) or asli(x))
    teks = "Ab\u200b  Cd_" * panjang
    assert {kunci.kunci_teks(teks) for _ in range(5)} == {" ".join(["ab", *["cd_ab"] * (panjang - 1), "cd_"])}
    assert len(panggilan) == 1


def test_beban_menghitung_dan_menghentikan(tmp_path: Path) -> None:
    kode, detik, mega, kata = beban.jalankan_anak("validasi", tmp_path / "tak ada.xlsx")
    assert kode == 4 and detik > 0 and mega > 10 and "tak ada.xlsx" in kata
    assert len(beban.KASUS) >= 38
