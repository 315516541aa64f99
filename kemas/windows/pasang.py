"""Install LKjIP-XL on this PC from the wheels beside this file, or take it away again. Started by pasang.bat and its sisters.

Only the standard library: this runs before anything is installed. What it says is for staff.
"""

import os
import shutil
import struct
import subprocess
import sys

VERSI = ((3, 11), (3, 13))
PAKET = "lkjip-xl[pdf,grafik]"
LINGKUNGAN = (
    "Scripts",
    "bin",
    "Lib",
    "lib",
    "lib64",
    "Include",
    "include",
    "share",
    "pyvenv.cfg",
)  # of a venv, nothing else


def utama(argumen, lingkungan=os.environ):
    """Do what the script asks: --cocok (can this Python be used), nothing (install), --siaga, --copot; returns the exit code."""
    if "--cocok" in argumen:
        return 0 if cocok() else 1
    tujuan, dokumen = tempat(lingkungan)
    if not tujuan:
        print("Folder %LOCALAPPDATA% tidak dikenal di komputer ini; masuklah dengan akun Windows biasa, lalu ulangi.")
        return 1
    if "--copot" in argumen:
        return copot(tujuan)
    if "--siaga" in argumen:
        return siaga(tujuan)
    return pasang(tujuan, dokumen)


def cocok():
    """Can the wheels beside this file be used by this Python: its version, 64 bit, not from the Microsoft Store?"""
    return (
        VERSI[0] <= sys.version_info[:2] <= VERSI[1]
        and struct.calcsize("P") == 8
        and "windowsapps" not in os.path.realpath(sys.executable).lower()
    )


def tempat(lingkungan):
    """Folder of the program and folder of the workbooks; ("", "") where the user's own is unknown."""
    akar = lingkungan.get("LOCALAPPDATA", "")
    if not os.path.isabs(akar):
        return "", ""
    rumah = lingkungan.get("USERPROFILE") or os.path.expanduser("~")
    return os.path.join(akar, "LKjIP-XL"), os.path.join(rumah, "Documents", "LKjIP")


def python_di(tujuan):
    """The Python of the environment."""
    return os.path.join(tujuan, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def pasang(tujuan, dokumen):
    """Environment, program, workbooks, check of the PC; what is there already is renewed."""
    di_sini = os.path.dirname(os.path.abspath(__file__))
    print("Memasang LKjIP-XL di " + tujuan + " ...")
    if not siapkan(tujuan, os.path.join(di_sini, "roda")):
        print(
            "Pemasangan tidak selesai; yang lama, bila ada, mungkin tidak dapat dipakai. Tutup Excel, lalu klik pasang.bat lagi."
        )
        return 1
    salinan, gagal = salin_buku(os.path.join(di_sini, "buku"), dokumen)
    print(
        "Program terpasang. Buku kerja ada di "
        + dokumen
        + " ("
        + str(len(salinan))
        + " disalin, yang sudah ada tidak diganti)."
    )
    for nama in gagal:
        print("Tidak dapat disalin: " + nama + ". Salin sendiri dari folder buku.")
    print("Memeriksa komputer ini:")
    kode = lkjip(tujuan, "pasang", *[os.path.join(dokumen, n) for n in salinan])
    print("Selesai. Buka buku kerja di atas; bila tombol dilarang memulai program, klik siaga.bat.")
    return 1 if gagal else (0 if kode in (0, 1) else kode)


def siapkan(tujuan, roda):
    """Make the environment new from the wheels alone; False where that fails. The private folder of the buttons stays."""
    hentikan(tujuan)
    try:
        buang(tujuan)
        os.makedirs(tujuan, exist_ok=True)
    except OSError as e:
        print("Folder lama tidak dapat diganti: " + str(e))
        return False
    langkah = (
        [sys.executable, "-m", "venv", tujuan],
        [
            python_di(tujuan),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-index",
            "--find-links",
            roda,
            PAKET,
        ],
    )
    return all(subprocess.call(x) == 0 for x in langkah)


def buang(tujuan):
    """Take away what a virtual environment consists of, and nothing else."""
    for nama in LINGKUNGAN:
        path = os.path.join(tujuan, nama)
        if os.path.islink(path) or os.path.isfile(path):
            os.remove(path)
        elif os.path.isdir(path):
            shutil.rmtree(path)


def salin_buku(asal, tujuan):
    """Copy workbooks that are not there yet; names copied and names that could not be."""
    baru, gagal = [], []
    for nama in sorted(os.listdir(asal)):
        try:
            os.makedirs(tujuan, exist_ok=True)
            if not os.path.lexists(os.path.join(tujuan, nama)):
                shutil.copyfile(os.path.join(asal, nama), os.path.join(tujuan, nama))
                baru.append(nama)
        except OSError:
            gagal.append(nama)
    return baru, gagal


def siaga(tujuan):
    """Let lkjip wait for the buttons from now on."""
    kode = lkjip(tujuan, "pasang", "--siaga")
    if kode == -1:
        print("LKjIP-XL belum terpasang; klik pasang.bat dahulu.")
        return 1
    return 0 if kode in (0, 1) else kode


def copot(tujuan):
    """Take the program and what it registered away; workbooks stay."""
    lkjip(tujuan, "pasang", "--tanpa-siaga")
    try:
        buang(tujuan)
        shutil.rmtree(os.path.join(tujuan, "tombol"), ignore_errors=True)
        if os.path.isdir(tujuan) and not os.listdir(tujuan):
            os.rmdir(tujuan)
    except OSError as e:
        print("Belum tercopot seluruhnya: " + str(e) + ". Tutup Excel, lalu klik copot.bat lagi.")
        return 1
    print("LKjIP-XL dicopot. Buku kerja Anda tidak dihapus.")
    return 0


def hentikan(tujuan):
    """A program that waits for the buttons keeps its files in use."""
    lkjip(tujuan, "tunggu", "--berhenti")


def lkjip(tujuan, *argumen):
    """Run a command of the installed program; its exit code, -1 where there is none."""
    if not os.path.exists(python_di(tujuan)):
        return -1
    return subprocess.call([python_di(tujuan), "-P", "-m", "lkjip_xl.cli", *argumen])


if __name__ == "__main__":
    sys.exit(utama(sys.argv[1:]))
