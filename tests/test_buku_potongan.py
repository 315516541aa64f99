"""Long sheets are changed a few rows at a time: what comes out is what comes out of the whole sheet, byte for byte."""

import re

import pytest
from banyak import satu_cepat
from buku_pendek import contoh, kosong, skema_contoh

from lkjip_xl import perintah
from lkjip_xl.buku import potongan, tulis
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.lembar_xml import LembarXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import LembarBerpotong
from lkjip_xl.buku.tulis import GalatSel, Tulis, tulis_sel
from lkjip_xl.edar import edarkan
from lkjip_xl.inti.alamat import pecah, sel
from lkjip_xl.perbarui import berdampingan, perbarui_buku
from lkjip_xl.perbarui.badan_byte import BadanByte
from lkjip_xl.perbarui.rangka import Rangka
from lkjip_xl.tabel.model import BARIS_DATA

UTUH = 1_000_000
LEMBAR = "Anggaran"
TULIS = {
    "A1": Tulis("judul lain"), "D8": Tulis(None), "D9": Tulis(" dua\nbaris "), "P12": Tulis(5, rumus="2+3"), "P9": Tulis(7.5, biar_rumus=True),
    "XX10": Tulis(1), "B11": Tulis(0.25, format="0.000"), "A400": Tulis("jauh"), "C401": Tulis(True), "AB400": Tulis("kanan"),
}  # fmt: skip


def bagian(p: Paket) -> str:
    return p.lembar()[LEMBAR].part


def tanpa_baris(p: Paket, *nomor: int) -> Paket:
    """Rows that the sheet does not mention."""
    data = p.baca(bagian(p))
    for n in nomor:
        data, k = re.subn(rb'<row r="%d".*?</row>' % n, b"", data, count=1, flags=re.S)
        assert k == 1
    p.ganti(bagian(p), data)
    return p


@pytest.mark.parametrize("sekali", [1, 3, 8])
def test_sel_ditulis_sama_seperti_di_lembar_utuh(monkeypatch, sekali):
    hasil = []
    for n in (UTUH, sekali):
        monkeypatch.setattr(potongan, "SEKALI", n)
        p = tanpa_baris(Paket.dari_bytes(contoh()), 10, 11)
        assert (LembarBerpotong.dari(p.baca(bagian(p)), "", "") is None) == (n == UTUH)
        tulis_sel(p, {LEMBAR: TULIS})
        isi = baca_buku(Paket.dari_bytes(p.ke_bytes())).lembar[LEMBAR].sel
        assert isi[pecah("A400")].nilai == "jauh" and isi[pecah("P12")].rumus == "=2+3"
        hasil.append({n: p.baca(n) for n in p.daftar()})
    assert hasil[0] == hasil[1]


def test_potongan_yang_tidak_disebut_tetap_utuh(monkeypatch):
    """A piece nobody writes to is not even parsed."""
    monkeypatch.setattr(potongan, "SEKALI", 2)
    p = Paket.dari_bytes(contoh())
    terbuka = []
    monkeypatch.setattr(potongan, "urai", lambda data, *x, asli=potongan.urai: terbuka.append(data) or asli(data, *x))
    tulis_sel(p, {LEMBAR: {"D9": Tulis("lain")}})
    assert len(terbuka) == 1


def test_rumus_bersama_diurai_di_lembar_utuh(monkeypatch):
    """The first cell of a shared formula is overwritten: the others keep what it says, in whichever piece they stand."""
    hasil = []
    for n in (UTUH, 2):
        monkeypatch.setattr(potongan, "SEKALI", n)
        p = bersama()
        tulis_sel(p, {LEMBAR: {"R8": Tulis(1)}})
        hasil.append(rumus(p))
    assert hasil[0] == hasil[1] and "CAPAIAN" not in hasil[0].get((8, 18), "") and hasil[0][9, 18]


@pytest.mark.parametrize("opsi", satu_cepat([{}, {"nilai_saja": True}, {"lambda_": True}]))
def test_edar_sama_seperti_di_lembar_utuh(monkeypatch, opsi):
    hasil = []
    for n in (UTUH, 2):
        monkeypatch.setattr(potongan, "SEKALI", n)
        p = bersama()
        h = edarkan(p, perintah.skema(), **opsi)
        hasil.append((rumus(p), h.asli, h.nilai, h.angka, sorted(p.daftar())))
        p.ke_bytes()
    assert hasil[0] == hasil[1]
    assert bool(hasil[0][0]) != bool(opsi.get("nilai_saja"))


@pytest.mark.parametrize("opsi", satu_cepat([{"nilai_saja": True}, {}, {"lambda_": True}]))
def test_edar_mengurai_hanya_potongan_terakhir(monkeypatch, opsi):
    """The formulas of all other rows are changed in their bytes, and stand there as the tree would write them."""
    hasil, jawab, asli = [], [], LembarBerpotong.ubah_byte
    monkeypatch.setattr(LembarBerpotong, "ubah_byte", lambda *x: jawab.append(asli(*x)) or jawab[-1])
    for n in (UTUH, 2):
        monkeypatch.setattr(potongan, "SEKALI", n)
        p = Paket.dari_bytes(contoh())
        h = edarkan(p, perintah.skema(), **opsi)
        hasil.append(({n: p.baca(n) for n in p.daftar()}, h))
        assert (len(jawab) > len(p.lembar())) == (n == 2) and None not in jawab
    assert hasil[0] == hasil[1] and (h.asli or h.nilai)


def test_hitungan_ditulis_tanpa_pohon(monkeypatch):
    """Thousands of computed values are put beside their formulas in the bytes of the part, as the tree would write them."""
    nilai = [1.5, "a < b & c", " dua ", None, True, GalatSel("#DIV/0!"), "_x0041_", "", 7, "é\nx"]
    asal = Paket.dari_bytes(contoh())
    berumus = [k for k, s in baca_buku(asal).lembar[LEMBAR].sel.items() if s.rumus]
    ubah = {sel(*k): Tulis(nilai[i % len(nilai)], biar_rumus=True) for i, k in enumerate(berumus)}
    assert len(ubah) > 2 * len(nilai)
    hasil = []
    for n in (UTUH, 1):
        monkeypatch.setattr(tulis, "SEDIKITNYA", n)
        p, pohon = Paket.dari_bytes(contoh()), []
        monkeypatch.setattr(tulis, "LembarXml", lambda x, pohon=pohon: pohon.append(x) or LembarXml(x))
        tulis_sel(p, {LEMBAR: ubah})
        p.ke_bytes()  # every value is looked for again
        hasil.append(p.baca(bagian(p)))
        assert bool(pohon) == (n == UTUH)
    assert hasil[0] == hasil[1] != asal.baca(bagian(asal))


def bersama() -> Paket:
    """An example whose formulas of one column are one shared formula, as Excel saves them."""
    p = Paket.dari_bytes(contoh())
    pola = re.compile(rb'(<c r="R([0-9]+)"[^>]*>)<f>([^<]*)</f>')
    data = p.baca(bagian(p))
    semua = [m for m in pola.finditer(data) if int(m[2]) >= 8]
    assert len(semua) > 5

    def ganti(m: re.Match[bytes]) -> bytes:
        if m[2] == semua[0][2]:
            return b'%s<f t="shared" ref="R%s:R%s" si="0">%s</f>' % (m[1], m[2], semua[-1][2], m[3])
        return m[1] + b'<f t="shared" si="0"/>' if int(m[2]) > 8 else m[0]

    p.ganti(bagian(p), pola.sub(ganti, data))
    return p


def rumus(p: Paket) -> dict[tuple[int, int], str]:
    return {k: s.rumus for k, s in baca_buku(p).lembar[LEMBAR].sel.items() if s.rumus}


def test_lembar_yang_ditulis_lain_tidak_dipotong(monkeypatch):
    monkeypatch.setattr(potongan, "SEKALI", 2)
    p = Paket.dari_bytes(kosong())
    data = p.baca(bagian(p))
    assert LembarBerpotong.dari(data, "", "") is not None
    assert LembarBerpotong.dari(data.replace(b"<sheetData>", b"<sheetData><!-- x -->", 1), "", "") is None
    assert LembarBerpotong.dari(data.replace(b"<row r=", b"<row  r=", 1), "", "") is None


@pytest.mark.parametrize("sekali", [3, 15])
def test_templat_dilapiskan_sama_seperti_di_lembar_utuh(monkeypatch, sekali):
    """Header, looks and formulas of a template with more rows; the whole of `perbarui` is in the long run."""
    hasil = []
    for n in (UTUH, sekali):
        monkeypatch.setattr(berdampingan, "SEKALI", n)
        p, templat = tanpa_baris(Paket.dari_bytes(contoh()), 10), Paket.dari_bytes(kosong())
        tulis_sel(p, {LEMBAR: {"D9": Tulis("milik sendiri"), "A70": Tulis("jauh")}})
        dua = berdampingan.Berdampingan("L", (p, bagian(p)), (templat, bagian(templat)), lambda _: None)
        lazim, awal = {4: "5"}, []
        badan = BadanByte(range(1, 30), (3,), {3: "", 17: ""}, ("Q9",), lazim, BARIS_DATA, lambda s: s)

        def lapis(akar, cetakan, pertama, awal=awal, dapat=badan.dapat, lazim=lazim):
            r = Rangka(akar, cetakan, range(1, 30), (3,), BARIS_DATA)
            r.kepala(sekitar=pertama)
            dapat += r.badan({3: "", 17: ""}, ("Q9",), lazim)
            awal.append(pertama)

        dua.lapis(lapis, badan)
        assert len(awal) == (3 if n == 3 else 1) and awal[0]  # rows of figures: in their bytes
        assert badan.dapat
        hasil.append((badan.dapat, p.baca(bagian(p))))
    assert hasil[0] == hasil[1]


@pytest.mark.lengkap
@pytest.mark.parametrize("sekali", [3, 40])
def test_perbarui_sama_seperti_di_lembar_utuh(monkeypatch, sekali):
    """Also where the template has more rows than the workbook, and where a look of the user's stands in one piece alone."""
    hasil = []
    for n in (UTUH, sekali):
        monkeypatch.setattr(potongan, "SEKALI", n)
        monkeypatch.setattr(berdampingan, "SEKALI", n)
        p = tanpa_baris(Paket.dari_bytes(contoh()), 10)
        tulis_sel(p, {LEMBAR: {"D9": Tulis("milik sendiri"), "P12": Tulis(5.0), "A90": Tulis("jauh")}})
        diubah = perbarui_buku(p, skema_contoh(), baris={LEMBAR: 60})
        hasil.append((diubah.perubahan, {n: p.baca(n) for n in p.daftar()}))
    assert hasil[0] == hasil[1]
