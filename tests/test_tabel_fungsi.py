"""One table of worksheet functions: whatever else knows a function, an argument, its order, a synonym or a blank says the same."""

from __future__ import annotations

import inspect
import re
from itertools import chain, product

import pytest

from lkjip_xl import perintah
from lkjip_xl.edar import asli
from lkjip_xl.edar.rumus_sel import HanyaNilai, ubah_rumus
from lkjip_xl.excel import udf
from lkjip_xl.excel.mesin import MODUL_RUMUS
from lkjip_xl.excel.pasang import modul_vba
from lkjip_xl.inti import fungsi
from lkjip_xl.inti.fungsi import FUNGSI
from lkjip_xl.inti.pilihan import (
    Arah,
    Cara,
    Metode,
    baca_arah,
    baca_cara,
    baca_metode,
    sinonim,
)
from lkjip_xl.inti.tabel_fungsi import TABEL, FungsiLembar, Isi, Kosong
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL
from lkjip_xl.skema.kamus import buat_kamus

SEMUA = pytest.mark.parametrize("f", TABEL.values(), ids=lambda f: f.nama)
RUMUS_VBA = "".join(modul_vba()[n] for n in MODUL_RUMUS)


PILIHAN = {Isi.ARAH: Arah, Isi.METODE: Metode, Isi.CARA: Cara}


def vba(nama: str) -> list[tuple[str, bool]]:
    """Names of the arguments of a public function in VBA, and whether each must be given."""
    tanda = re.search(rf"^Public Function {nama}\((.*)\) As Variant", RUMUS_VBA, re.MULTILINE)[1]
    return [
        (x.removeprefix("Optional ").removesuffix(" As Variant"), not x.startswith("Optional "))
        for x in tanda.split(", ")
    ]


def python(f) -> list[tuple[str, bool]]:
    return [(n, p.default is p.empty) for n, p in inspect.signature(f).parameters.items()]


def test_semua_pihak_mengenal_fungsi_yang_sama():
    publik = set(re.findall(r"^Public Function ([A-Z_]+)\(", RUMUS_VBA, re.MULTILINE))
    udf_ = {n for n, f in vars(udf).items() if n.isupper() and callable(f)}
    assert set(TABEL) == set(FUNGSI) == publik == udf_ == set(fungsi.__all__) - {"FUNGSI", "Galat"}
    assert set(asli.PENULIS) | asli.NILAI_SAJA | {"KEMAJUAN"} == set(TABEL) and set(TABEL) >= asli.PERLU_LARIK
    assert set(TABEL) <= set(FUNGSI_SEL)


@SEMUA
def test_argumen_dan_urutannya(f: FungsiLembar):
    harap = [(a.nama, a.wajib) for a in f.argumen]
    assert python(getattr(fungsi, f.nama)) == harap == python(getattr(udf, f.nama))
    assert vba(f.nama) == [(a.vba or a.nama, a.wajib) for a in f.argumen]
    assert f.argumen[0].wajib and sorted((w for _, w in harap), reverse=True) == [w for _, w in harap]
    kita = {n.casefold() for n in TABEL}
    assert not {n.casefold() for n, _ in vba(f.nama)} & kita  # VBA knows no difference of case


@SEMUA
def test_banyak_argumen_di_bentuk_asli(f: FungsiLembar):
    penulis = asli.PENULIS.get("CAPAIAN" if f.nama == "KEMAJUAN" else f.nama)
    if penulis is None:
        assert f.nama in asli.NILAI_SAJA
    elif f.nama != "KEMAJUAN":
        assert len(inspect.signature(penulis).parameters) == f.sebanyaknya


@SEMUA
def test_contoh_dan_jenis_argumen(f: FungsiLembar):
    """The example is a call the function takes; a word where a word is expected, a range where one is."""
    assert f.sedikitnya <= len(f.nilai) <= f.sebanyaknya and FUNGSI[f.nama](*f.nilai) is not None
    for a, x in zip(f.argumen, f.nilai, strict=False):
        assert isinstance(x, str) == (a.isi in (Isi.ARAH, Isi.METODE, Isi.TEKS)) or (a.isi is Isi.TEKS)
        assert a.rentang or not isinstance(x, list)
    with pytest.raises(TypeError):
        FUNGSI[f.nama](*[1.0] * (f.sedikitnya - 1))
    with pytest.raises(TypeError):
        FUNGSI[f.nama](*[1.0] * (f.sebanyaknya + 1))


@SEMUA
def test_argumen_angka_menolak_kata(f: FungsiLembar):
    """What must hold numbers refuses a word; what takes a choice refuses a number; as native formula it is not written either."""
    for i, a in enumerate(f.argumen):
        isi = [*f.nilai, *[None] * (f.sebanyaknya - len(f.nilai))]
        if a.isi in (Isi.ANGKA, Isi.TARGET, Isi.TEKS):
            isi[i] = [["xyz"]] if a.rentang else "xyz"
        elif a.isi in (Isi.ARAH, Isi.METODE):
            isi[i] = 5.0
        elif a.isi is Isi.NAMA:  # any text or number may name a scale
            continue
        else:
            isi[i] = [["bukan", "tabel"]]
        tertulis = (
            f.nama in ("CAPAIAN", "KEMAJUAN") and i < 2
        )  # a target or realisasi may be a word: nothing to compute
        assert FUNGSI[f.nama](*isi) is (None if tertulis else fungsi.Galat.VALUE), a.nama
    if f.nama not in asli.NILAI_SAJA:
        for i in f.angka:
            argumen = ["1"] * f.sebanyaknya
            argumen[i] = '"Rp 5"'
            with pytest.raises(HanyaNilai):
                ubah_rumus(f"{f.nama}({','.join(argumen)})", lambda _: [])


KOSONG = (None, "", "-", "N/A")


@SEMUA
def test_kosong_menurut_tabel(f: FungsiLembar):
    """Where the cell stays blank without a call, the function would have said blank, too, and so in every engine's words."""
    wajib = list(f.nilai)
    for k in KOSONG:
        if f.kosong is Kosong.TIDAK:
            semua = [[[k]] if a.rentang else k for a in f.argumen]
            assert FUNGSI[f.nama](*semua) is None
            continue
        tempat = {Kosong.PERTAMA: (0,), Kosong.SALAH_SATU: (0, 1), Kosong.KEDUA: (1,)}[f.kosong]
        for i in tempat:
            isi = list(wajib)
            isi[i] = k
            assert FUNGSI[f.nama](*isi) is None, (f.nama, i, k)
    teks = FUNGSI_SEL[f.nama].excel([f"A{i}" for i in range(1, f.sedikitnya + 1)])
    assert teks.startswith("IF(") == (f.kosong is not Kosong.TIDAK) and f"{f.nama}(A1" in teks


def test_kosong_kedua_tidak_menutupi_kesalahan():
    assert FUNGSI["SERAPAN"](-5.0, None) is fungsi.Galat.DIV0 and FUNGSI["SERAPAN"](0.0, None) is None


def pilihan_vba(fungsi_vba: str) -> list[list[str]]:
    """The words of each Case of a Select, without Case Else."""
    isi = re.search(rf"Private Function {fungsi_vba}\(.*?End Function", RUMUS_VBA, re.DOTALL)[0]
    return [re.findall(r'"([^"]*)"', b) for b in re.findall(r"^\s*Case (\".*)$", isi, re.MULTILINE)]


def test_sinonim_arah_di_vba():
    kata = [set(k) for k in pilihan_vba("KodeArah")]
    assert kata == [{*sinonim(a), *([""] if a is Arah.NAIK else [])} for a in Arah]


def test_sinonim_cara_di_vba():
    kata = [set(k) for k in pilihan_vba("KodeCara")]
    assert kata == [{*sinonim(c), *([""] if c is Cara.TIDAK else [])} for c in Cara]


def test_sinonim_metode_di_vba():
    """Words that are their own code stand in one line, the others name it."""
    isi = re.search(r"Private Function KodeMetode\(.*?End Function", RUMUS_VBA, re.DOTALL)[0]
    arti: dict[str, str] = {}
    for kasus, baris in re.findall(r'^\s*Case (".*)(?=\n(.*)$)', isi, re.MULTILINE):
        jadi = re.search(r'hasil = "(\w+)"', baris)
        arti |= {k: jadi[1] if jadi else k for k in re.findall(r'"([^"]*)"', kasus)}
    harap = {k: m.value.replace("-", "") for m in Metode for k in sinonim(m)}
    assert arti == {"": "selisih"} | harap


def test_sinonim_di_bentuk_asli():
    for kata, pilihan in ((asli.KATA_ARAH, Arah), (asli.KATA_METODE, Metode), (asli.KATA_CARA, Cara)):
        assert [set(k) - set(asli.KATA_KOSONG) for k in kata] == [set(sinonim(p)) for p in pilihan]


@pytest.mark.parametrize(("pilihan", "baca"), [(Arah, baca_arah), (Metode, baca_metode), (Cara, baca_cara)])
def test_tiap_sinonim_terbaca(pilihan, baca):
    for p, huruf in product(pilihan, (str.lower, str.upper)):
        assert p.value.replace("-", "") in sinonim(p)
        assert all(baca(huruf(k)) is p for k in sinonim(p))


def test_bantuan_menyebut_pilihannya():
    """The help of a choice names exactly the words it offers; those of single cells cannot weigh."""
    for f in TABEL.values():
        for a in f.argumen:
            if a.isi in PILIHAN:
                teks = a.bantuan.partition(": ")[2] or a.bantuan
                nama = set(re.findall(r"[a-z]+[a-z0-9]*(?:-[a-z]+)*", teks.replace("bila kosong", ""))) - {"atau"}
                semua = {x.value for x in PILIHAN[a.isi]}
                assert nama == semua - ({Metode.PMK214_TERTIMBANG.value} if f.nama == "EFISIENSI" else set()), f.nama


def test_kamus_memuat_tabel():
    teks = buat_kamus(perintah.skema())
    for f in TABEL.values():
        (baris,) = (b for b in teks.splitlines() if b.startswith(f"| `{f.panggilan}`"))
        assert f.arti in baris and f.contoh in baris and all(a.bantuan in baris for a in f.argumen)
    for p in chain(Arah, Metode, Cara):
        (baris,) = (b for b in teks.splitlines() if b.startswith(f"| {p.__class__.__name__.lower()} | {p.value} |"))
        assert all(f"`{k}`" in baris for k in sinonim(p))
