"""Exit codes mean what README says for every command: bad files, names, streams, no temporary folder, Ctrl-C."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import typer
from banyak import satu_cepat, tiap
from jalan_lkjip import CONTOH, lkjip
from tangguh.perkakas import PERKAKAS

from lkjip_xl import cli, perintah
from lkjip_xl.buku import berkas as modul_berkas
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.keluaran import buat_folder
from lkjip_xl.buku.sementara import folder_sementara
from lkjip_xl.cli import app
from lkjip_xl.skema.pesan import pesan_berkas

# every command with the file X as its workbook, another input, or its output; "sah" is a sound workbook
BUKU = {
    "isi": ["isi", "X", "--dari", "csv"],
    "validasi": ["validasi", "X"],
    "validasi --tulis": ["validasi", "X", "--tulis"],
    "cocokkan": ["cocokkan", "X", "Anggaran", "csv/anggaran.csv"],
    "ringkas": ["ringkas", "X"],
    "ambil": ["ambil", "X", "csv"],
    "ambil --terapkan": ["ambil", "X", "csv", "--terapkan"],
    "ambil --pratinjau": ["ambil", "X", "csv", "--pratinjau"],
    "formulir": ["formulir", "X", "--ke", "baru"],
    "rapikan": ["rapikan", "X"],
    "rapikan --terapkan": ["rapikan", "X", "--terapkan", "semua"],
    "rapikan --urungkan": ["rapikan", "X", "--urungkan", "semua"],
    "laporan": ["laporan", "X", "-o", "baru.docx"],
    "laporan --perbarui": ["laporan", "X", "--perbarui", "lama.docx"],
    "edar": ["edar", "X", "-o", "baru.xlsx"],
    "mesin": ["mesin", "X", "vba"],
    "perbarui": ["perbarui", "X"],
    "rekap": ["rekap", "X", "-o", "baru.xlsx", "--pekerja", "1"],
    "tahun-baru": ["tahun-baru", "X", "baru.xlsm"],
    "tahun-baru --bekukan": ["tahun-baru", "X", "baru.xlsm", "--bekukan"],
}
KELUARAN = {
    "buat": (["buat", "X"], ".xlsm"),
    "buat --timpa": (["buat", "X", "--timpa"], ".xlsm"),
    "laporan -o": (["laporan", "sah", "-o", "X"], ".docx"),
    "laporan --tulis-templat": (["laporan", "sah", "--tulis-templat", "X"], ".docx"),
    "edar -o": (["edar", "sah", "-o", "X"], ".xlsx"),
    "tahun-baru BARU": (["tahun-baru", "sah", "X"], ".xlsm"),
    "validasi --html": (["validasi", "sah", "--html", "X"], ".html"),
    "validasi --json": (["validasi", "sah", "--json", "X"], ".json"),
    "cocokkan --html": (["cocokkan", "sah", "Anggaran", "csv/anggaran.csv", "--html", "X"], ".html"),
    "kamus --tulis": (["kamus", "--tulis", "X"], ".md"),
    "ambil --tulis-ke": (["ambil", "sah", "--tulis-ke", "X", "--sebagai", "dpa"], ".xlsx"),
    "rekap -o": (["rekap", "sah", "-o", "X"], ".xlsx"),
    "rekap --html": (["rekap", "sah", "--html", "X"], ".html"),
    "demo": (["demo", "X"], ""),
    "lite": (["lite", "X"], ""),
}
# neither reads a workbook as such nor writes one: looks at the PC, or answers buttons (tests of their own)
LAIN = {"periksa-pasang", "pasang", "layani", "tunggu"}
# writes new files into a folder and nothing else: too dear to be killed at every step
TANPA_BUNUH = {"demo"}
JAHAT = ("pipa", "soket", "panjang", "nul", "lingkaran")


@pytest.fixture
def ruang(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(perintah, "skema", lambda _=None: object())  # nothing here gets as far as needing it
    (tmp_path / "sah").symlink_to(CONTOH)
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "anggaran.csv").write_text("kode\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def batas_waktu():
    """What hangs fails: a pipe that is opened waits for ever."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    lama = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("hangs"))
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, lama)


def buat_jahat(jenis: str, akhiran: str) -> str:
    nama = f"x{akhiran}"
    if jenis == "pipa":
        os.mkfifo(nama)
    elif jenis == "soket":
        with socket.socket(socket.AF_UNIX) as s:
            s.bind(nama)
    elif jenis == "folder":
        Path(nama).mkdir()
    elif jenis == "putus":
        Path(nama).symlink_to("tiada" + akhiran)
    elif jenis == "tautan folder":
        Path("folder").mkdir(exist_ok=True)
        Path(nama).symlink_to("folder")
    elif jenis == "lingkaran":
        Path(nama).symlink_to(nama)
    elif jenis == "panjang":
        nama = "x" * 300 + akhiran
    elif jenis == "nul":
        nama = f"x\0{akhiran}"
    return nama


def jalankan(argumen: list[str], nama: str):
    return lkjip(*(nama if a == "X" else a for a in argumen))


def test_setiap_perintah_diuji():
    ada = {p.name or p.callback.__name__ for p in app.registered_commands}
    assert {a[0] for a in BUKU.values()} | {a[0] for a, _ in KELUARAN.values()} | LAIN == {
        n.replace("_", "-") for n in ada
    }


def test_setiap_perintah_yang_menulis_dibunuh():
    """The long campaign kills every command, with each option that writes, before each of its steps."""
    menulis = [set(p.argumen) for p in PERKAKAS.values() if p.menulis or p.keluaran]
    for argumen in (*BUKU.values(), *(a for a, _ in KELUARAN.values())):
        perlu = {argumen[0], *(a for a in argumen if a.startswith("--"))}
        assert argumen[0] in TANPA_BUNUH or any(perlu <= p for p in menulis), argumen


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("jenis", tiap(3, [*JAHAT, "folder", "tiada"]))
def test_bukan_berkas_biasa_sebagai_buku(ruang, jenis):
    nama = buat_jahat(jenis, ".xlsm")
    sebelum = sorted(os.listdir())
    for argumen in BUKU.values():
        hasil = jalankan(argumen, nama)
        # a NUL cannot come from a command line, and the command line says so
        assert hasil.returncode in ((4, 64) if jenis == "nul" else (4,)), (argumen, hasil)
        assert len(hasil.stderr.strip().splitlines()) == 1 and not hasil.stdout, (argumen, hasil)
    assert sorted(os.listdir()) == sebelum


def test_hak_baca_tidak_diuji_oleh_pembaca_argumen():
    """What may not be read ends with 4, said by who reads it; the parser of the arguments would end with 64."""
    for perintah_ in app.registered_commands:
        for nama, jenis in get_type_hints(perintah_.callback, include_extras=True).items():
            semua = get_args(jenis)
            if semua and "Path" in str(semua[0]):
                assert all(x.readable is False for x in semua[1:]), (perintah_.callback.__name__, nama)


def test_yang_tidak_boleh_dibaca_bukan_salah_pakai(ruang, monkeypatch):
    """As for others than root: neither to be opened nor, for the parser of the arguments, to be read."""
    asli = os.open

    def buka(path, *lain, **kata):
        if str(path).endswith("x.xlsm"):
            raise PermissionError(13, "x", path)
        return asli(path, *lain, **kata)

    Path("x.xlsm").write_bytes(b"PK")
    monkeypatch.setattr(os, "open", buka)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    for argumen in BUKU.values():
        hasil = jalankan(argumen, "x.xlsm")
        assert hasil.returncode == 4 and len(hasil.stderr.strip().splitlines()) == 1, (argumen, hasil)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("jenis", tiap(3, [*JAHAT, "putus", "tautan folder"]))
def test_bukan_berkas_biasa_sebagai_keluaran(ruang, jenis, monkeypatch):
    """A link that leads nowhere or in a circle is refused like a pipe: nothing appears at its other end."""
    monkeypatch.setattr("lkjip_xl.lembar.bangun.bangun", lambda *_, **__: b"PK")
    for argumen, akhiran in KELUARAN.values():
        if jenis == "tautan folder" and not akhiran:  # a folder to write into may be a link to one
            continue
        nama = buat_jahat(jenis, akhiran)
        hasil = jalankan(argumen, nama)
        # a NUL cannot come from a command line, and the command line says so
        assert hasil.returncode in ((4, 64) if jenis == "nul" else (4,)), (argumen, hasil)
        assert len(hasil.stderr.strip().splitlines()) == 1 and not hasil.stdout, (argumen, hasil)
        if os.path.lexists("x" + akhiran):
            os.unlink("x" + akhiran)
    assert [n for n in sorted(os.listdir()) if n != "folder"] == ["csv", "sah"]
    assert jenis != "tautan folder" or os.listdir("folder") == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("jenis", JAHAT)
def test_masukan_lain(tmp_path, monkeypatch, jenis):
    """CSV, the other table, last year's workbook, schemas: read by the same hands."""
    from lkjip_xl.cocokkan import baca_luar
    from lkjip_xl.isi.baca import baca_masukan
    from lkjip_xl.skema.yaml_ketat import GalatSkema, baca_yaml
    from lkjip_xl.tabel.muat import muat_buku
    from lkjip_xl.validasi.periksa import periksa_buku

    monkeypatch.chdir(tmp_path)
    assert periksa_buku  # it reads last year's with muat_buku
    for baca, akhiran in ((baca_luar, ".csv"), (baca_luar, ".xlsx"), (muat_buku, ".xlsm")):
        nama = Path(buat_jahat(jenis, akhiran))
        with pytest.raises(GalatBerkas):
            baca(nama, None)
    with pytest.raises(GalatSkema):
        baca_yaml(Path(buat_jahat(jenis, ".yaml")))
    if jenis in ("pipa", "soket"):
        os.rename("x.csv", "pk.csv")
        with pytest.raises(GalatBerkas) as galat:
            baca_masukan(tmp_path, perintah.skema())
        assert galat.value.kode == "BK-36"
    elif jenis != "lingkaran":
        with pytest.raises(GalatBerkas):
            baca_masukan(Path(buat_jahat(jenis, "")), None)


def test_perangkat_dan_berkas_tak_terbaca(ruang, monkeypatch):
    if Path("/dev/null").exists():
        with pytest.raises(GalatBerkas) as galat:
            modul_berkas.baca_biasa(Path("/dev/null"))
        assert galat.value.kode == "BK-36"
    Path("x.xlsm").write_bytes(b"PK")
    asli = os.open

    def tolak(path, *a, **k):
        if str(path).endswith("x.xlsm"):
            raise PermissionError(13, "ditolak", str(path))
        return asli(path, *a, **k)

    monkeypatch.setattr(os, "open", tolak)
    for argumen in BUKU.values():
        hasil = jalankan(argumen, "x.xlsm")
        assert hasil.returncode == 4 and "x.xlsm" in hasil.stderr, argumen


def test_berkas_biasa_terbaca(tmp_path):
    """The near miss: what is refused as a pipe or for its name is read where it is a file, a link to one included."""
    nama = tmp_path / ("x" * 200 + ".csv")
    nama.write_bytes(b"isi")
    (tmp_path / "tautan.csv").symlink_to(nama)
    assert modul_berkas.baca_biasa(nama) == b"isi" == modul_berkas.baca_biasa(tmp_path / "tautan.csv")
    assert modul_berkas.keadaan(tmp_path / "tiada") is None and modul_berkas.keadaan(nama / "x") is None
    panjang = tmp_path / ("x" * 250 + ".xlsx")  # its lock files would have too long a name; it may still be read
    panjang.write_bytes(b"PK")
    modul_berkas.periksa_kunci(panjang)
    for buruk, kode in (("x" * 300, "BK-37"), ("a\0b", "BK-37")):
        with pytest.raises(GalatBerkas) as galat:
            modul_berkas.keadaan(tmp_path / buruk)
        assert galat.value.kode == kode
        with pytest.raises(GalatBerkas):
            buat_folder(tmp_path / buruk)
    for terpakai in (nama, nama / "x"):
        with pytest.raises(GalatBerkas) as galat:
            buat_folder(terpakai)
        assert galat.value.kode == "BK-37"


def test_tanpa_folder_sementara(tmp_path, monkeypatch):
    with folder_sementara() as folder:
        assert folder.is_dir()
    assert not folder.exists()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tiada"))
    with pytest.raises(GalatBerkas) as galat, folder_sementara():
        pass
    assert galat.value.kode == "BK-38"
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "tiada")])
    with pytest.raises(GalatBerkas) as galat, folder_sementara():
        pass
    assert galat.value.kode == "BK-38"


@pytest.mark.parametrize("nama", [*BUKU, *(k for k in KELUARAN)])
def test_henti_di_tiap_perintah(ruang, monkeypatch, nama):
    """Ctrl-C while the work is done: one line, 130, nothing written."""
    argumen = BUKU.get(nama) or KELUARAN[nama][0]

    def henti(*_a, **_k):
        raise KeyboardInterrupt

    fungsi = {
        "rapikan --terapkan": "terapkan_rapikan",
        "rapikan --urungkan": "urungkan_rapikan",
        "ambil --terapkan": "terapkan_ambil",
        "ambil --pratinjau": "pratinjau_ambil",
        "ambil --tulis-ke": "tulis_ambil",
        "laporan --perbarui": "perbarui_laporan",
        "laporan --tulis-templat": "tulis_templat",
    }.get(nama, argumen[0].replace("-", "_"))
    monkeypatch.setattr(perintah, fungsi, henti)
    hasil = jalankan(argumen, f"x{KELUARAN[nama][1]}" if nama in KELUARAN else "sah")
    assert hasil.returncode == 130 and len(hasil.stderr.strip().splitlines()) == 1 and not hasil.stdout
    assert sorted(os.listdir()) == ["csv", "sah"]


def test_henti_saat_mengimpor(monkeypatch):
    monkeypatch.setattr(cli, "muat_aplikasi", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
    hasil = lkjip("kamus")
    assert hasil.returncode == 130 and len(hasil.stderr.strip().splitlines()) == 1


def test_henti_pada_pertanyaan_dan_tanpa_jawaban(monkeypatch):
    monkeypatch.setattr(perintah, "periksa_pasang", lambda *_: [])
    monkeypatch.setattr(perintah, "dapat_diperbaiki", lambda _: [type("C", (), {"keterangan": "x"})])
    for sebab, kode in ((KeyboardInterrupt, 130), (EOFError, 64)):

        def tanya(*_a, sebab=sebab, **_k):
            try:
                raise sebab
            except (KeyboardInterrupt, EOFError):
                raise typer.Abort from None

        monkeypatch.setattr(typer, "confirm", tanya)
        hasil = lkjip("pasang")
        assert hasil.returncode == kode and len(hasil.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("argumen", "disebut"),
    [
        (["edar", "x.xlsm", "-o", "y.xlsx", "--lambda", "--nilai"], ["--lambda", "--nilai"]),
        (["ambil", "x.xlsm", "--lihat", "--terapkan"], ["--lihat", "--terapkan"]),
        (["ambil", "x.xlsm", "--tulis-ke", "y.xlsx"], ["--tulis-ke", "--sebagai"]),
        (["laporan", "x.xlsm"], ["-o", "--perbarui"]),
        (["laporan", "x.xlsm", "-o", "y.docx", "--lihat"], ["--lihat", "--perbarui"]),
        (["laporan", "x.xlsm", "--perbarui", "y.docx", "--kertas", "F4"], ["--kertas"]),
        (["perbarui", "x.xlsm", "--baris", "Anggaran"], ["--baris", "Anggaran=800"]),
        (["rekap", "x"], ["-o", "--html", "--csv", "--json"]),
        (["buat", "--dari", "x.xlsm", "--daftar", "opd.csv"], ["--dari", "--daftar", "-o"]),
    ],
)
def test_argumen_yang_tidak_cocok_disebut(argumen, disebut):
    """Options that exclude or need one another are named in the sentence."""
    hasil = lkjip(*argumen)
    assert hasil.returncode == 64 and len(hasil.stderr.strip().splitlines()) == 1
    assert all(x in hasil.stderr for x in disebut)


def test_main_tidak_mengimpor_apa_pun_yang_berat():
    kode = "import sys, lkjip_xl.cli; print([m for m in ('typer','rich','yaml','pathlib') if m in sys.modules])"
    hasil = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {kode}"], capture_output=True, text=True
    )
    assert hasil.stdout.strip() == "[]", hasil.stderr


SUNGGUHAN = """
import sys
sys.argv = ["lkjip", *sys.argv[1:]]
from lkjip_xl import cli, perintah
perintah.skema = lambda _=None: None
perintah.kamus = lambda sk: "x\\n" * 200_000
cli.main()
"""


def sungguhan(*argumen: str, **k) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", SUNGGUHAN, *argumen], stderr=subprocess.PIPE, text=True, **k)


def test_pipa_putus(tmp_path):
    """lkjip kamus | head: silence, and the exit code of the work."""
    baca, tulis = os.pipe()
    p = sungguhan("kamus", stdout=tulis)
    os.close(tulis)
    os.read(baca, 10)
    os.close(baca)
    assert (p.communicate()[1], p.returncode) == ("", 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_layar_penuh():
    with open("/dev/full", "w") as penuh:
        p = sungguhan("kamus", stdout=penuh)
        galat = p.communicate()[1]
    assert p.returncode == 4 and len(galat.strip().splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize(
    "kasus",
    satu_cepat(
        [
            (("isi", "sah.xlsm", "--dari", "csv", "--json"), ["sah.xlsm"]),
            (("validasi", "sah.xlsm", "--html", "h.html", "--json", "-"), ["h.html"]),
            (("edar", "sah.xlsm", "-o", "e.xlsx"), ["e.xlsx"]),
            (("kamus",), []),
        ]
    ),
)
def test_layar_penuh_sesudah_menyimpan(tmp_path, kasus):
    """What was saved before the screen failed is named as saved, never as untouched."""
    argumen, tersimpan = kasus
    shutil.copy(CONTOH, tmp_path / "sah.xlsm")
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "pegawai.csv").write_text("uraian,jumlah\nA,1\n", encoding="utf-8")
    dijalankan = [sys.executable, "-c", "from lkjip_xl.cli import main; main()", *argumen]
    with open("/dev/full", "w") as penuh:
        p = subprocess.run(dijalankan, cwd=tmp_path, stdout=penuh, stderr=subprocess.PIPE, text=True)
    nama = f" {pesan_berkas('BK-44', daftar=', '.join(tersimpan))}" if tersimpan else ""
    assert (p.returncode, p.stderr.splitlines()[-1]) == (4, pesan_berkas("BK-43", sebab="tempatnya penuh") + nama)


@pytest.mark.skipif(os.name == "nt", reason="streams are not closed that way there")
@pytest.mark.parametrize("tutup", satu_cepat(["<&- >&- 2>&-", ">&-", "2>&-", ">&- 2>&-"]))
def test_aliran_tertutup(tmp_path, tutup):
    skrip = tmp_path / "s.py"
    skrip.write_text(SUNGGUHAN, encoding="utf-8")
    for argumen, kode in (("kamus", 0), (f"validasi '{tmp_path}/tiada.xlsm'", 4)):
        hasil = subprocess.run(
            f"'{sys.executable}' '{skrip}' {argumen} {tutup}", shell=True, capture_output=True, text=True
        )
        assert hasil.returncode == kode and "Traceback" not in hasil.stderr


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_nama_berkas_tidak_memerintah_layar(tmp_path, monkeypatch):
    """Control characters of a name reach neither stream: a terminal would obey them; JSON stays JSON."""
    monkeypatch.chdir(tmp_path)
    nama = "a\x1b]0;x\x07\x9b2J\u202egnp.xlsm"
    shutil.copy(CONTOH, nama)
    semua = "".join(chr(c) for c in (*range(32), *range(127, 160), *range(0x202A, 0x202F)) if chr(c) not in "\n\t")
    for argumen in (["laporan", nama, "-o", "l.docx", "--draf"], ["ringkas", f"tiada{nama}"], ["ambil", nama, nama]):
        hasil = lkjip(*argumen)
        assert not set(semua) & set(hasil.stdout + hasil.stderr), argumen
    hasil = lkjip("validasi", nama, "--json", "-")
    assert not set(semua) & set(hasil.stdout) and json.loads(hasil.stdout)["berkas"].endswith(nama)


JSON = {
    "isi": ["isi", "X", "--dari", "csv", "--json"],
    "validasi": ["validasi", "X", "--json", "-"],
    "cocokkan": ["cocokkan", "X", "Anggaran", "csv/anggaran.csv", "--json", "-"],
    "ambil": ["ambil", "X", "csv", "--json"],
    "formulir": ["formulir", "X", "--json"],
    "rapikan": ["rapikan", "X", "--json"],
    "perbarui": ["perbarui", "X", "--lihat", "--json"],
    "rekap": ["rekap", "X", "--html", "r.html", "--json"],
    "tahun-baru": ["tahun-baru", "X", "baru.xlsm", "--json"],
    "periksa-pasang": ["periksa-pasang", "--json"],
}


@pytest.mark.parametrize("perintah_json", tiap(5, JSON))
def test_json_yang_tidak_terbaca_bukan_berhasil(tmp_path, monkeypatch, perintah_json):
    """Where the JSON is what was asked for, nobody who reads it is a failure; of lines for people it is none."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(CONTOH, "x.xlsm")
    Path("csv").mkdir()
    Path("csv/anggaran.csv").write_text("kode;nama\n1;A\n", encoding="utf-8")
    argumen = ["x.xlsm" if a == "X" else a for a in JSON[perintah_json]]
    baca, tulis = os.pipe()
    os.close(baca)
    with os.fdopen(tulis, "w") as putus, monkeypatch.context() as m:
        m.setattr(sys, "argv", ["lkjip", *argumen])
        m.setattr(sys, "stdout", putus)
        m.setattr(sys, "stderr", galat := io.StringIO())
        with pytest.raises(SystemExit) as keluar:
            cli.main()
    baris = galat.getvalue().strip().splitlines()  # where the old version of what was written is, then why it failed
    assert keluar.value.code == 4 and len(baris) == 1 + len(list(Path().glob("*.cadangan-*"))), baris


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_henti_sungguhan_di_dalam_pemutar(tmp_path):
    """A real SIGINT inside the spinner, sent by the work itself so that no time plays a part."""
    kode = (
        "import os, signal, sys\nsignal.signal(signal.SIGINT, signal.default_int_handler)\nsys.argv = ['lkjip', 'ringkas', 'x.xlsm']\nfrom lkjip_xl import cli, perintah\n"
        "perintah.skema = lambda _=None: os.kill(os.getpid(), signal.SIGINT)\ncli.main()\n"
    )
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, cwd=tmp_path)
    assert hasil.returncode == 130 and len(hasil.stderr.strip().splitlines()) == 1 and not list(tmp_path.iterdir())
