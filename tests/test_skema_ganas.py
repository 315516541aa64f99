"""A hostile or broken overlay is refused at load with file and line; what is accepted can never fail later."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import skema_acak
import yaml_cepat
import yaml_uji
from jalan_lkjip import lkjip
from yaml_uji import TERTAWA

from lkjip_xl import perintah
from lkjip_xl.skema.kata import memakai
from lkjip_xl.skema.muat import LEMBAR_MAKS, GalatSkema
from lkjip_xl.skema.pesan import katalog, pesan_berkas
from lkjip_xl.skema.pola import periksa_pola
from lkjip_xl.skema.ungkapan import GalatUngkapan, periksa_ungkapan
from lkjip_xl.skema.yaml_ketat import UKURAN_MAKS


@pytest.fixture(autouse=True, scope="module")
def bersih():
    with skema_acak.cepat():
        yield


def tolak(folder: Path, berkas: str, isi: str | bytes, baris: int, usul: str | None = None) -> GalatSkema:
    data = isi if isinstance(isi, bytes) else isi.encode("utf-8")
    (folder / berkas).write_bytes(data)
    with pytest.raises(GalatSkema) as g:
        perintah.skema(folder)
    assert (g.value.berkas, g.value.baris) == (f"{folder.name}/{berkas}", baris), g.value
    assert usul is None or g.value.usul == usul
    str(g.value).encode()
    assert len(str(g.value)) < 700
    assert pesan_berkas("BK-02", berkas="a.xlsx") and katalog()  # the shipped words say what is wrong
    (folder / berkas).unlink()
    return g.value


@pytest.mark.parametrize(
    "isi",
    [
        "{tak_ada}", "{nilai:>9999999999}", "{nilai:{lembar}}", "{nilai.__class__}", "{nilai[0]}", "{nilai!r}", "{0}", "{}", "{", "}",
        "{nilai:polos:polos}", "{nilai.__init__.__globals__}", "{nilai: {lembar} *}",
    ],
)  # fmt: skip
def test_isian_pesan_yang_tidak_dapat_diisi(tmp_path: Path, isi: str) -> None:
    tolak(tmp_path, "pesan.yaml", f"AN-01:\n  judul: x\n  pesan: '{isi}'\n", 3)
    tolak(tmp_path, "pesan.yaml", f"BK-01:\n  saran: '{isi}'\n", 2)
    if isi != "{tak_ada}":
        tolak(tmp_path, "kalimat.yaml", f"capaian:\n  lampaui: '{isi.replace('nilai', 'target')}'\n", 2)


def test_isian_yang_selalu_ada_boleh_dipakai(tmp_path: Path) -> None:
    """A finding knows its place, a file error only what it is given; the likely word is proposed."""
    (tmp_path / "pesan.yaml").write_text(
        "AN-03: {pesan: 'Sel {sel} di {lembar}: {nilai}{seharusnya: → *}.'}\nBK-06: {pesan: '{bagian}'}\n", "utf-8"
    )
    with memakai(perintah.skema(tmp_path).kata):
        for kode in ("AN-03", "BK-06"):
            skema_acak.katakan(kode)
    tolak(tmp_path, "pesan.yaml", "BK-06: {pesan: '{bagain}'}\n", 1, "bagian")
    tolak(tmp_path, "pesan.yaml", "BK-06: {pesan: '{nilai}'}\n", 1)
    tolak(tmp_path, "pesan.yaml", "LP-01: {pesan: '{sel}'}\n", 1)


@pytest.mark.parametrize(
    ("isi", "baris"),
    [
        ("PG-01:\n  pesan: [1]\n", 2),
        ("PG-01: 7\n", 1),
        ("[" * 3000 + "]" * 3000, 1),
        ("PG-01:\n" + "- " * 3000 + "x\n", 2),
        (TERTAWA, 5),
        ("a: &a {b: *a}\n", 1),
        ("PG-01: &x {judul: a}\nPG-02:\n  <<: *x\n", 3),
        ("PG-01:\n  judul: a\n  judul: b\n", 3),
        ("PG-01:\n\tjudul: a\n", 2),
        ("PG-01: {judul: a}\n---\nPG-02: {judul: b}\n", 2),
        ("PG-01:\n  judul: !!python/object/apply:os.system [ls]\n", 2),
        ("PG-01:\n  judul: !!bool x\n", 2),
        ("PG-01:\n  judul: !!int ''\n", 2),
        ('PG-01:\n  judul: "a\\ud800"\n', 2),
        ('PG-01:\n  judul: "\\e[2J"\n', 2),
        ("PG-01:\n  judul: a\n  ? [b]\n  : c\n", 3),
        ("- PG-01\n", 1),
        ("", 1),
        (b"PG-01:\n  judul: caf\xe9\n", 2),
        (b"\xff\xfeP\0G\0", 1),
        (b"x" * (UKURAN_MAKS + 1), 1),
        ("K" * 2000 + ": x\n", 1),
        ("PG-01:\n  judul: " + "a" * 3000 + "\n", 2),
    ],
)  # fmt: skip
def test_yaml_yang_tidak_dapat_dipakai(tmp_path: Path, isi: str | bytes, baris: int) -> None:
    tolak(tmp_path, "pesan.yaml", isi, baris)


def test_berkas_seratus_mega_tidak_dibaca(tmp_path: Path) -> None:
    with (tmp_path / "pk.yaml").open("wb") as f:
        f.truncate(100 * 2**20)
    with pytest.raises(GalatSkema):
        perintah.skema(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipa_ditolak_bukan_ditunggu(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pesan.yaml")
    with pytest.raises(GalatSkema):
        perintah.skema(tmp_path)


def test_banyak_berkas(tmp_path: Path) -> None:
    for i in range(LEMBAR_MAKS + 1):
        (tmp_path / f"lembar{i}.yaml").write_bytes(b"schema_type: x\n#" + b"a" * 1_000_000)
    with pytest.raises(GalatSkema) as g:
        perintah.skema(tmp_path)
    assert g.value.berkas.startswith(tmp_path.name)


def test_alias_biasa_diterima(tmp_path: Path) -> None:
    (tmp_path / "pesan.yaml").write_text("PG-01: {judul: &j Capaian keliru}\nPG-02: {judul: *j}\n", encoding="utf-8")
    isi = perintah.skema(tmp_path).kata.katalog
    assert isi["PG-02"].judul == isi["PG-01"].judul == "Capaian keliru" != katalog()["PG-01"].judul


KOLOM = {"a", "b", "capaian"}


@pytest.mark.parametrize(
    "rumus",
    [
        "1e999", "PERTAMA(a, 1e999)", "PERTAMA(a, -1)", "9" * 400, "9" * 5000, "PERTAMA(" * 500 + "a, b" + ", b)" * 500, "-" * 5000 + "1",
        "a." * 5000 + "b", "(" * 5000 + "a" + ")" * 5000, "a" * 9000, "PERTAMA(a, 'x\\x00')", "PERTAMA(a, '" + "x" * 256 + "')", "\0", "",
        "TAKADA(a)", "PERTAMA(aa, c)", "P.TakAda", "AMBIL(x.a, x.b, a)", "a if b else a", "[a for a in b]", "(lambda: a)()",
        "a.__class__", "GABUNG(a, *b)", "PERTAMA(a, b=1)", "JUMLAH(" + ", ".join(["a"] * 300) + ")", "True", "1j", "f'{a}'", "a := b",
        "P.SkalaKategori", "PERTAMA(P.SkalaKategori, a)", "KATEGORI(capaian, 'x')", "KATEGORI(P.SkalaKategori, capaian)",
    ],
)  # fmt: skip
def test_rumus_yang_tidak_dapat_dipakai(rumus: str) -> None:
    with pytest.raises(GalatUngkapan) as g:
        periksa_ungkapan(rumus, KOLOM, {"x": {"a"}}, {"BatasCapaian"})
    assert str(g.value)


def test_rumus_yang_tumbuh_berlipat_ditolak_tanpa_disusun() -> None:
    """Each PERTAMA writes its argument twice: thirty of them would be a formula of a billion letters."""
    dalam = "a"
    for _ in range(30):
        dalam = f"PERTAMA({dalam}, b)"
    with pytest.raises(GalatUngkapan):
        periksa_ungkapan(dalam, KOLOM, {}, set())


def test_rumus_melingkar_dan_salah_ketik_di_tindihan(tmp_path: Path) -> None:
    kolom = "columns:\n  {0}:\n    lkjip: {{judul: {0}, jenis: rumus, tipe: angka, bantuan: x.,\n      rumus: '{1}'}}\n"
    dua = kolom.format("satu", "PERTAMA(dua, 1)") + kolom.format("dua", "PERTAMA(satu, 1)").removeprefix("columns:\n")
    tolak(tmp_path, "pengukuran.yaml", dua, 4)
    tolak(tmp_path, "pengukuran.yaml", kolom.format("satu", "1e999"), 4)
    tolak(tmp_path, "pengukuran.yaml", kolom.format("satu", "PERTAMA(targt, 1)"), 4)


def tanpa_kolom(id_lembar: str, kolom: str) -> tuple[str, int]:
    """A shipped sheet written whole without one of its columns, and the line of its columns."""
    isi = dict(skema_acak.asal(f"{id_lembar}.yaml"))
    isi["columns"] = {k: x for k, x in isi["columns"].items() if k != kolom}
    isi["lkjip"] = {k: x for k, x in isi["lkjip"].items() if k not in ("kunci", "baris_awal")}
    isi.pop("unique", None)
    teks = "# whole\n" + yaml_cepat.tulis(isi, urut=False)
    return teks, teks.splitlines().index("columns:") + 1


def test_yang_diperlukan_lembar_lain_disebut_di_tindihannya(tmp_path: Path) -> None:
    """Whatever an overlay takes away, renames or claims, its own file and line are told, not those of who asks for it."""
    setelan = "columns:\n  batas_capaian:\n    lkjip:\n      nama: BatasLain\n"
    galat = tolak(tmp_path, "pengaturan.yaml", setelan, 4)
    assert "BatasCapaian" in galat.pesan and ".yaml:" in galat.pesan
    for id_lembar, kolom in (("indikator", "satuan"), ("pk", "target")):
        assert f'"{kolom}"' in tolak(tmp_path, f"{id_lembar}.yaml", *tanpa_kolom(id_lembar, kolom)).pesan
    satuan = yaml_uji.SATUAN.replace("  satuan:", "  unit:", 1).replace("kunci: [satuan]", "kunci: [unit]")
    assert '"satuan.satuan"' in tolak(tmp_path, "satuan.yaml", satuan, satuan.splitlines().index("columns:") + 1).pesan
    for id_lembar in ("analisis", "triwulan"):  # one before, one behind the sheet whose name it takes
        tolak(tmp_path, f"{id_lembar}.yaml", "lkjip:\n  lembar: PK\n", 2)
        urutan = skema_acak.asal("pk.yaml")["lkjip"]["urutan"]
        tolak(tmp_path, f"{id_lembar}.yaml", f"lkjip:\n  urutan: {urutan}\n", 2)
    tolak(
        tmp_path,
        "pk.yaml",
        "columns:\n  target:\n    lkjip: {rumus: 'AMBIL(pengukuran.target, pengukuran.kode, kode)'}\n",
        3,
    )


@pytest.mark.parametrize(
    "pola",
    [
        "(a+)+$", "(a|a)*$", "(.*)*x", r"(\w+\s?)*$", r"([a-z]+|\d+)*x", "(a|aa)+$", ".*.*.*.*=x", "(", "a" * 600, r"(a)\1+", "(a?a?)*x",
        "((a{1,50}){1,50}){1,50}x", "(x+x+)+y", "(aa?)*b", r"^(([a-z])+.)+[A-Z]([a-z])+$", "a{99999999999}", "(" * 300 + ")" * 300,
    ],
)  # fmt: skip
def test_pola_tanpa_akhir_ditolak(pola: str) -> None:
    with pytest.raises(ValueError):
        periksa_pola(pola)


@pytest.mark.parametrize(
    "pola",
    [
        r"[A-Z]\d+", r"\d+(\.\d+)*", r"(\d+\.)*\d+", "[a-z]+(?:-[a-z]+)*", ".*%$", "(ya|tidak)", "[A-Z]{2}-\\d\\d", r"(kegiatan|kelompok)+x",
        r"^\s*\S.*$", r"(\d{1,2}\.){2,4}\d{2}", r"\w+( \w+)*", "(?i)[a-z ]+", ".*a.*b", r"(?!0)\d+", "(-?\\d)*", "",
    ],
)  # fmt: skip
def test_pola_biasa_diterima(pola: str) -> None:
    periksa_pola(pola)


def test_pola_di_tindihan(tmp_path: Path) -> None:
    isi = "columns:\n  satuan:\n    checks:\n      str_matches:\n        pattern: '(a+)+$'\n        options: {error: LB-10}\n"
    tolak(tmp_path, "satuan.yaml", isi, 5)


@pytest.mark.parametrize("k", skema_acak.contoh(40), ids=lambda k: f"{k[0]}:{'.'.join(map(str, k[1]))}")
def test_tiap_isi_diganti_jenis_lain(tmp_path: Path, k: skema_acak.Kasus) -> None:
    skema_acak.coba(tmp_path, k)


@pytest.mark.parametrize("k", skema_acak.tiap_kunci(1)[::16], ids=lambda k: f"{k[0]}:{'.'.join(map(str, k[1]))}")
def test_kunci_diisi_yang_aneh(tmp_path: Path, k: skema_acak.Kasus) -> None:
    skema_acak.coba(tmp_path, k)


@pytest.mark.lengkap
def test_tiap_kunci_diisi_yang_aneh() -> None:
    """Every key the schemas know, there or not: refused with file and line, or it works."""
    hasil = skema_acak.jalankan(benih=5, banyak=1)
    assert not hasil["gagal"] and hasil["ditolak"] > hasil["diterima"] > 0


def test_perintah_mengatakan_tempatnya(tmp_path: Path) -> None:
    """The command ends with 4, file and line, also where the overlay breaks the messages themselves."""
    for isi in ("BK-01: {pesan: [1]}\n", "KU-01: {pesan: '{tak_ada}'}\n", '"BK-01": "\\ud800"\n'):
        (tmp_path / "pesan.yaml").write_text(isi, encoding="utf-8")
        hasil = lkjip("kamus", "--skema", tmp_path)
        assert hasil.returncode == 4 and f"{tmp_path.name}/pesan.yaml:1:" in hasil.stderr, hasil
