"""One input sheet, laid out like its official matrix, from its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.baris_siap import baris_contoh
from lkjip_xl.lembar.halaman import KERTAS_A3, KERTAS_A4, atur_cetak, atur_daerah, atur_tepi, lindungi
from lkjip_xl.lembar.kepala import (
    INSTANSI,
    KolomKepala,
    bekukan,
    gulirkan,
    lipat_judul,
    muat_beku,
    pilih_sel,
    teks_hidup,
    terlihat,
    tulis_judul,
    tulis_kembali,
    tulis_kepala_bertingkat,
    ulangi_kepala,
)
from lkjip_xl.lembar.sel import Rumus, di, rupai, tulis
from lkjip_xl.skema import judul
from lkjip_xl.skema.cek import ANGKA
from lkjip_xl.skema.model import Kolom, SkemaLembar
from lkjip_xl.skema.ungkapan import SKALA, SKALA_BAKU, ke_excel, nama_terisi, urai
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KELOMPOK, BARIS_KEPALA, BARIS_NOMOR

PIKSEL_LAYAR = 1366 - 80  # without row numbers and the edges of the window
PIKSEL_HURUF = 7.9  # of a unit of column width, in LibreOffice, which takes more than Excel
DESIMAL_BAKU, DESIMAL_MAKS = 2, 6
DESIMAL_TERKETIK = 6  # more decimals than these no figure is typed with
RIBUAN_DARI = 10_000
SEPASANG = ("target", "realisasi")  # figures of one indicator that stand side by side
NEGATIF = "Angka ini terbaca negatif. Ketik angkanya saja, misalnya 90000000, tanpa Rp dan tanpa ,- di belakangnya."
LEBAR_A3 = 230  # characters beyond which a landscape A4 page gets too small to read
PILIHAN_SKALA = "SkalaCapaian"  # setting: the scale chosen from the known ones
BERWARNA = {  # columns coloured by the scale, with the setting that says how many decimals are shown
    "pengukuran": {"capaian": "DesimalCapaian"},
    "anggaran": {"capaian": "DesimalCapaian", "serapan": "DesimalSerapan"},
}
_DESIMAL_INDIKATOR = "PERTAMA(AMBIL(indikator.desimal, indikator.kode, kode), P.DesimalCapaian)"
DESIMAL = {  # percentages shown with the decimals of their indicator, else with those of the settings
    "pengukuran": {"capaian": _DESIMAL_INDIKATOR},
    "triwulan": {"capaian": _DESIMAL_INDIKATOR},
    "riwayat": dict.fromkeys(("capaian_1", "capaian_2", "capaian_3"), _DESIMAL_INDIKATOR),
    "anggaran": {"capaian": "P.DesimalCapaian", "serapan": "P.DesimalSerapan"},
}


def bangun_lembar(ws: Worksheet, skema: SkemaLembar) -> None:
    """Write header, drop-downs, marks, protection and print set-up of a table sheet, and its rows to the first blank one.

    The others follow when the package is there (`baris_siap.lengkapi_baris`).
    """
    kolom = list(skema.kolom.values())
    lebar = sum(k.lebar for k in kolom if not k.tersembunyi)
    beku, angka = _kolom_beku(kolom, skema.cetak), str(skema.cetak.get("tampak", ""))
    # what spreads over columns that are not seen on opening would be cut there
    tajuk = kolom[:beku] if angka else kolom
    bentang = len(tajuk), sum(k.lebar for k in tajuk if not k.tersembunyi)
    tulis_kepala_lembar(ws, skema.judul, skema.petunjuk, bentang)
    kepala = [KolomKepala(k.judul, k.lebar, k.kelompok, k.tersembunyi) for k in kolom]
    tulis_kepala_bertingkat(ws, kepala, laporan=False)
    akhir = BARIS_DATA + skema.baris - 1
    tampak = huruf(max(i for i, k in enumerate(kolom, 1) if not k.tersembunyi))
    _tulis_isi(ws, skema, kolom, baris_contoh(skema))
    for i, k in enumerate(kolom, 1):
        pasang_pesan(ws, k, f"{huruf(i)}{BARIS_DATA}:{huruf(i)}{akhir}", taknegatif=k.nama in taknegatif(skema))
    # LibreOffice works out every mark under a filter whenever it saves: none where nobody sees it
    pasang_tanda(ws, f"A{BARIS_DATA}:{tampak}{akhir}")
    _warnai_capaian(ws, skema, kolom, akhir)
    _redupkan_tahun_kosong(ws, kolom, akhir)
    _bulatkan_hasil_bagi(ws, kolom, akhir)
    _samakan_desimal(ws, kolom, akhir)
    _pisahkan_ribuan(ws, kolom, akhir)
    _tampilkan_desimal(ws, skema, kolom, akhir)
    ws.auto_filter.ref = f"A{BARIS_NOMOR}:{tampak}{akhir}"
    bekukan(ws, kolom=beku)
    _gulirkan(ws, kolom, beku, angka)
    _pilih_pertama(ws, kolom, beku)
    arah = (skema.cetak or {}).get("arah", "landscape")
    atur_cetak(ws, arah=arah, kertas=KERTAS_A3 if lebar > LEBAR_A3 else KERTAS_A4)
    atur_tepi(ws)
    atur_daerah(ws, len(kolom), akhir)
    ulangi_kepala(ws, BARIS_KELOMPOK, BARIS_NOMOR)
    lindungi(ws)


def tulis_kepala_lembar(ws: Worksheet, teks_judul: str, petunjuk: str, bentang: tuple[int, float]) -> None:
    """Title, agency and year, instruction, link back to the guide: rows 1–4."""
    tulis_judul(ws, teks_hidup(teks_judul), INSTANSI, petunjuk, bentang=bentang)
    lipat_judul(ws, terlihat(teks_judul), bentang)
    tulis_kembali(ws)


def _tulis_isi(ws: Worksheet, skema: SkemaLembar, kolom: list[Kolom], akhir: int) -> None:
    letak = {k.nama: huruf(i) for i, k in enumerate(kolom, 1)}
    simpul = {k.nama: urai(k.rumus) for k in kolom if k.rumus}
    awal = list(skema.baris_awal)
    for baris in range(BARIS_DATA, akhir + 1):
        isi = awal[baris - BARIS_DATA] if baris - BARIS_DATA < len(awal) else {}
        for i, k in enumerate(kolom, 1):
            nilai = Rumus("=" + ke_excel(simpul[k.nama], letak, baris)) if k.rumus else isi.get(k.nama)
            tulis(ws, baris, i, nilai, _rupa(k))


def _rupa(k: Kolom) -> gaya.Rupa:
    """A helper's text never makes a row taller; a figure to be typed is yellow though a formula stands ready for it."""
    rupa = gaya.badan(k.jenis, k.tipe, k.desimal)
    if k.tersembunyi:
        return gaya.sebaris(rupa)
    return gaya.kuning(rupa) if k.utama else rupa


def taknegatif(skema: SkemaLembar) -> frozenset[str]:
    """Columns of figures whose schema has a check that nothing is below 0, where something may be typed."""
    batas = {
        nama: isi.get("checks", {}).get("greater_than_or_equal_to", {}).get("min_value")
        for nama, isi in skema.cek_pandera.mentah.get("columns", {}).items()
    }
    return frozenset(n for n, k in skema.kolom.items() if batas.get(n) == 0 and k.tipe in ANGKA and k.jenis != "rumus")


def pasang_pesan(ws: Worksheet, k: Kolom, rentang: str, *, taknegatif: bool = False) -> None:
    """Drop-down and input message of a column; formula cells only explain themselves.

    A list in cells that may be blank is not to be ignored: Excel would then take anything. Blanking a cell stays possible.
    taknegatif: refuse what becomes a number below 0 as it is typed, as "Rp 90.000,-" does; words are left to the reader.
    """
    dv = DataValidation(allow_blank=True)
    if k.pilihan and (k.jenis == "isian" or k.utama):
        dv = DataValidation(type="list", formula1='"' + ",".join(k.pilihan) + '"', allow_blank=True)
    elif k.pilihan_acuan and k.jenis == "isian":
        dv = DataValidation(type="list", formula1=nama_terisi(*k.pilihan_acuan), allow_blank=False)
    elif taknegatif:
        awal = rentang.partition(":")[0]
        dv = DataValidation(type="custom", formula1=f"IF(ISNUMBER({awal}),{awal}>=0,TRUE)", allow_blank=True)
        dv.errorTitle, dv.error, dv.showErrorMessage = "Angka negatif", NEGATIF, True
    # what stands for a figure is only offered
    if dv.type == "list" and k.jenis == "isian" and k.tipe not in ANGKA and not k.tawaran:
        dv.errorStyle = "stop" if k.ketat else "warning"
        dv.errorTitle = "Tidak ada dalam daftar"
        dv.error = "Pilih dari daftar." if k.ketat else "Isian ini tidak ada dalam daftar. Tetap dipakai?"
        dv.showErrorMessage = True
    dv.promptTitle = k.judul.replace("{", "").replace("}", "")[:32] if not judul.berubah(k.judul) else "Tahun"
    dv.prompt = k.bantuan[:255]
    dv.showInputMessage = True
    dv.add(rentang)
    ws.add_data_validation(dv)


def pasang_tanda(ws: Worksheet, rentang: str) -> None:
    """Colour the cells named on Hasil Validasi, without touching any cell: errors red, the rest amber."""
    syarat = f'TandaLembar,"{ws.title}",TandaSel,ADDRESS(ROW(),COLUMN(),4)'
    for tingkat, warna, garis in (
        ("Kesalahan", gaya.MERAH, gaya.GARIS_MERAH),
        ("Peringatan", gaya.JINGGA, gaya.GARIS_JINGGA),
    ):
        aturan = gaya.bila(f'COUNTIFS({syarat},TandaTingkat,"{tingkat}")>0', warna, garis=garis)
        ws.conditional_formatting.add(rentang, aturan)


def _warnai_capaian(ws: Worksheet, skema: SkemaLembar, kolom: list[Kolom], akhir: int) -> None:
    """Traffic lights on capaian and serapan: the highest band of the scale green, the lowest red, between them amber.

    The bounds are read from the cells of the scale chosen in Pengaturan, else of the scale without a name, which stands first; without one
    nothing is coloured, nor an indicator with a scale of its own. Bold and italic tell the ends
    apart in grey. The marks of Hasil Validasi stand first and stop these.
    """
    for i, k in enumerate(kolom, 1):
        if skema.id not in BERWARNA or k.nama not in BERWARNA[skema.id]:
            continue
        h, warnai = huruf(i), list[tuple[str, str, str]]()
        nilai = f"ROUND({h}{BARIS_DATA},{BERWARNA[skema.id][k.nama]})"
        baku, letak = _banyak_baku(), f"MATCH({PILIHAN_SKALA},INDEX({SKALA_BAKU},0,4),0)"
        ujung_baku = [_dalam_pita(nilai, n, SKALA_BAKU) for n in (letak, f"{letak}+{baku}-1")]
        batas = f"INDEX({SKALA},0,1)"
        tanpa_nama = f'SUMPRODUCT(ISNUMBER({batas})*(INDEX({SKALA},0,MIN(4,COLUMNS({SKALA})))=""))'
        banyak = f"IF(COLUMNS({SKALA})>3,{tanpa_nama},COUNT({batas}))"
        sendiri = next((huruf(n) for n, x in enumerate(kolom, 1) if x.nama == "skala_kategori"), "")
        tinggi, rendah = (_dalam_pita(nilai, n) for n in ("1", banyak))
        for syarat, dipilih, warna, tulisan in (
            (tinggi, ujung_baku[0], gaya.HIJAU, "tebal"),
            (f"NOT({rendah})", f"NOT({ujung_baku[1]})", gaya.MERAH_MUDA, "tebal miring"),
            ("TRUE", "TRUE", gaya.KUNING_TUA, "miring"),
        ):
            isi = f"IF({baku}>0,{dipilih},IF({banyak}>0,{syarat},FALSE))"
            if sendiri:
                isi = f'IF({sendiri}{BARIS_DATA}="",{isi},FALSE)'
            rumus = f"IF(ISNUMBER({h}{BARIS_DATA}),{isi},FALSE)"
            warnai.append((rumus, warna, tulisan))
        # LibreOffice gives a cell one look of all that hold: a colour brings its decimals along
        for desimal, banyak in [*_desimal_lain(skema, kolom, k.nama, BARIS_DATA), (None, "")]:
            for rumus, warna, tulisan in warnai:
                syarat = f"IF({banyak},{rumus},FALSE)" if banyak else rumus
                aturan = gaya.bila(syarat, warna, huruf=tulisan, desimal=desimal)
                ws.conditional_formatting.add(f"{h}{BARIS_DATA}:{h}{akhir}", aturan)


def _banyak_baku() -> str:
    """Formula: bands with a bound of the scale chosen in Pengaturan; none where nothing is chosen."""
    return f"SUMPRODUCT(ISNUMBER(INDEX({SKALA_BAKU},0,1))*(INDEX({SKALA_BAKU},0,4)={PILIHAN_SKALA}))"


def _dalam_pita(nilai: str, pita: str, skala: str = SKALA) -> str:
    """Formula: is a value at or above (above, where its sign says so) the bound of a band of the scale?"""
    batas, tanda = (f"INDEX({skala},{pita},{k})" for k in (1, 2))
    return f'IF({tanda}=">",{nilai}>{batas},{nilai}>={batas})'


def _redupkan_tahun_kosong(ws: Worksheet, kolom: list[Kolom], akhir: int) -> None:
    """Year columns past the Renstra period show "–" in the header; grey them so nobody fills them."""
    for i, k in enumerate(kolom, 1):
        if "{renstra" in k.judul:
            h = huruf(i)
            aturan = gaya.bila(f'{h}${BARIS_KEPALA}="{judul.TANPA_TAHUN}"', gaya.ABU_SEDANG, berhenti=None)
            ws.conditional_formatting.add(f"{h}{BARIS_DATA}:{h}{akhir}", aturan)


def _bulatkan_hasil_bagi(ws: Worksheet, kolom: list[Kolom], akhir: int) -> None:
    """A figure computed from its components is shown with two decimals; nobody types as many as a quotient has."""
    for i, k in enumerate(kolom, 1):
        if k.utama and k.jenis == "warisan" and k.tipe == "angka":
            h = f"{huruf(i)}{BARIS_DATA}"
            rumus = f"IF(ISNUMBER({h}),ROUND({h},{DESIMAL_TERKETIK})<>{h},FALSE)"
            ws.conditional_formatting.add(f"{h}:{huruf(i)}{akhir}", gaya.bila_desimal(rumus, DESIMAL_BAKU))


def _samakan_desimal(ws: Worksheet, kolom: list[Kolom], akhir: int) -> None:
    """A target or realisasi with one decimal is shown with two beside one with two: a spreadsheet keeps 86,50 as 86,5."""
    letak = {k.nama: huruf(i) for i, k in enumerate(kolom, 1)}
    if not set(SEPASANG) <= set(letak):
        return
    for h, lain in (letak[a] for a in SEPASANG), (letak[a] for a in reversed(SEPASANG)):
        x, y = f"${h}{BARIS_DATA}", f"${lain}{BARIS_DATA}"
        rumus = f"IF(ISNUMBER({x})*ISNUMBER({y}),(ROUND({x},1)={x})*(ROUND({x},0)<>{x})*(ROUND({y},1)<>{y})*(ROUND({y},2)={y}),0)>0"
        ws.conditional_formatting.add(f"{h}{BARIS_DATA}:{h}{akhir}", gaya.bila_desimal(rumus, DESIMAL_BAKU))


def _pisahkan_ribuan(ws: Worksheet, kolom: list[Kolom], akhir: int) -> None:
    """Whole numbers from ten thousand on with their dots, which a cell that shows its content as typed leaves out."""
    letak = [huruf(i) for i, k in enumerate(kolom, 1) if k.tipe in ("angka", "target") and not k.tersembunyi]
    if letak:
        h = f"{letak[0]}{BARIS_DATA}"
        rumus = f"IF(ISNUMBER({h}),(ABS({h})>={RIBUAN_DARI})*({h}=INT({h})),0)>0"
        ws.conditional_formatting.add(
            " ".join(f"{x}{BARIS_DATA}:{x}{akhir}" for x in letak), gaya.bila_desimal(rumus, 0)
        )


def _tampilkan_desimal(ws: Worksheet, skema: SkemaLembar, kolom: list[Kolom], akhir: int) -> None:
    """Percentages with as many decimals as were chosen, where nothing colours them.

    The range begins one row early: as another range than that of the colours it counts where none of these holds.
    """
    for i, k in enumerate(kolom, 1):
        h = huruf(i)
        for desimal, banyak in _desimal_lain(skema, kolom, k.nama, BARIS_NOMOR):
            rumus = f"IF(ISNUMBER({h}{BARIS_NOMOR}),{banyak},FALSE)"
            ws.conditional_formatting.add(f"{h}{BARIS_NOMOR}:{h}{akhir}", gaya.bila_desimal(rumus, desimal))


def _desimal_lain(skema: SkemaLembar, kolom: list[Kolom], nama: str, baris: int) -> Iterator[tuple[int, str]]:
    """Decimals a percentage may be shown with, beside the two of its format, each with the formula that tells whether it is."""
    letak = {k.nama: f"${huruf(i)}" for i, k in enumerate(kolom, 1)}
    ungkapan = DESIMAL.get(skema.id, {}).get(nama)
    if ungkapan is None or (ungkapan == _DESIMAL_INDIKATOR and "kode" not in letak):
        return
    banyak = ke_excel(urai(ungkapan), letak, baris)
    for desimal in range(DESIMAL_MAKS + 1):
        if desimal != DESIMAL_BAKU:
            yield desimal, f"IFERROR({banyak}={desimal},FALSE)"


def _kolom_beku(kolom: Iterable[Kolom], cetak: dict) -> int:
    """How many columns stay in view: those the schema wants, as far as they leave room for the others."""
    ingin = int(cetak.get("ulang_kolom", 1)) if cetak else 1
    return max(1, muat_beku([0 if k.tersembunyi else k.lebar for k in kolom][:ingin]))


def _gulirkan(ws: Worksheet, kolom: list[Kolom], beku: int, tampak: str) -> None:
    """Let a wide sheet open so far to the right that the figure of the year is seen beside the frozen columns.

    An upper header that begins among the columns passed over says what it says at its end, which is seen.
    """
    letak = next((n for n, k in enumerate(kolom, 1) if k.nama == tampak), 0)
    lebar = [0 if k.tersembunyi else PIKSEL_HURUF * k.lebar for k in kolom]
    awal = beku + 1
    while awal < letak and sum(lebar[:beku]) + sum(lebar[awal - 1 : letak]) > PIKSEL_LAYAR:
        awal += 1
    gulirkan(ws, awal)
    kelompok = kolom[awal - 1].kelompok if awal <= len(kolom) else None
    mulai = next((n for n, k in enumerate(kolom, 1) if kelompok and k.kelompok == kelompok), awal)
    if beku < mulai < awal:
        rupai(di(ws, BARIS_KELOMPOK, mulai), gaya.KEPALA_KANAN)


def _pilih_pertama(ws: Worksheet, kolom: list[Kolom], beku: int) -> None:
    """Let the sheet open on the first cell that waits for something to be typed."""
    awal = next((n for n, k in enumerate(kolom, 1) if k.jenis == "isian" and not k.tersembunyi), 1)
    pilih_sel(ws, f"{huruf(awal)}{BARIS_DATA}", "bottomLeft" if awal <= beku else "bottomRight")
