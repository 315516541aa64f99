"""What HTML says about its bytes and looks: encoding, what is hidden, Excel's number formats."""

from __future__ import annotations

import codecs
import email
import email.policy
import re

from lkjip_xl.buku.xmlaman import Elemen

_TANDA = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TANPA_TANDA = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_META = re.compile(rb"""<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1"})  # browsers read all of them as Windows-1252
_KEPALA = 4096
_MHTML = re.compile(rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?MIME-Version:", re.IGNORECASE)

_KOMENTAR = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_KAIDAH = re.compile(r"([^{}]*)\{([^{}]*)\}")
_KELAS = re.compile(r"[\w-]*\.([\w-]+)")
_LENCANA = re.compile(r"(?:^|[\s-])(?:badge|chip)(?:$|[\s-])", re.IGNORECASE)
_SEMBUNYI = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_NAIK = re.compile(r"vertical-align\s*:\s*super\b", re.IGNORECASE)
_FORMAT = re.compile(
    r"""mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?:[^;\\"']|\\.)*)""", re.IGNORECASE | re.DOTALL
)
_LEPAS = re.compile(r"\\([0-9A-Fa-f]{4}) ?|\\(.)", re.DOTALL)
_NAMA_FORMAT = {"general": "", "percent": "0.00%", "fixed": "0.00", "standard": "#,##0.00"}


def bagian_html(data: bytes) -> list[bytes]:
    """The pages in a file: itself, or those in a single-file web page (MHTML)."""
    if not _MHTML.match(data[:_KEPALA]):
        return [data]
    surat = email.message_from_bytes(data, policy=email.policy.default)
    hasil = []
    for bagian in surat.walk():
        isi = bagian.get_payload(decode=True) if bagian.get_content_type() == "text/html" else None
        if isinstance(isi, bytes):
            sandi = bagian.get_content_charset()
            tanda = f'<meta charset="{sandi}">'.encode() if sandi else b""
            hasil.append(isi if _META.search(isi[:_KEPALA]) else tanda + isi)
    return hasil


def dekode(data: bytes, charset: str | None = None) -> str:
    """The text of a page: by its mark, what the sender said, its own word, else UTF-8 or Windows-1252."""
    for tanda, sandi in (*_TANDA, *_TANPA_TANDA):
        if data.startswith(tanda):
            return data.decode(sandi, "replace").replace("\0", "")
    m = _META.search(data[:_KEPALA])
    sandi = _kenal(charset) or _kenal(m[1].decode("ascii", "replace") if m else None)
    for s in (sandi, "utf-8"):
        try:
            if s:
                return data.decode(s).replace("\0", "")
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace").replace("\0", "")


def _kenal(nama: str | None) -> str | None:
    try:
        sandi = codecs.lookup(nama or "")
    except (LookupError, ValueError):
        return None
    if not sandi._is_text_encoding or sandi.name in ("utf-7", "idna", "punycode", "undefined"):
        return None
    if sandi.name.startswith(("utf-16", "utf-32")):  # what could be read to here is in neither
        return "utf-8"
    return "cp1252" if sandi.name in _LATIN else sandi.name


class Gaya:
    """Rules of a page's style sheets by class, as far as reading needs them."""

    def __init__(self, akar: Elemen) -> None:
        self._kelas: dict[str, str] = {}
        self._ingat: dict[tuple[str, str], tuple[bool, bool, str | None]] = {}
        for lembar in akar.iter("style"):
            for pemilih, isi in _KAIDAH.findall(_KOMENTAR.sub("", lembar.text or "")):
                for p in pemilih.split(","):
                    if m := _KELAS.fullmatch(p.strip()):
                        self._kelas[m[1]] = f"{self._kelas.get(m[1], '')};{isi}"

    def tersembunyi(self, e: Elemen) -> bool:
        """Whether an element is not shown."""
        return e.get("hidden") is not None or self._rupa(e)[0]

    def naik(self, e: Elemen) -> bool:
        """Whether an element's text is raised, or a badge beside what the cell says."""
        return e.tag == "sup" or _LENCANA.search(e.get("class") or "") is not None or self._rupa(e)[1]

    def _rupa(self, e: Elemen) -> tuple[bool, bool, str | None]:
        """Hidden, raised and number format as the classes and the element itself say, its own last."""
        kunci = e.get("class") or "", e.get("style") or ""
        if kunci not in self._ingat:
            semua = ";".join([*(self._kelas.get(k, "") for k in kunci[0].split()), kunci[1]])
            self._ingat[kunci] = bool(_SEMBUNYI.search(semua)), bool(_NAIK.search(semua)), _format(semua)
        return self._ingat[kunci]

    def format(self, e: Elemen) -> str | None:
        """Number format of a cell that Excel or LibreOffice wrote; None where there is none."""
        if (sd := e.get("sdnum")) is not None:  # LibreOffice: language; ; format
            return sd.split(";", 2)[2] or None if sd.count(";") >= 2 else None
        return self._rupa(e)[2]


def _format(gaya: str) -> str | None:
    semua = _FORMAT.findall(gaya)
    if not semua:
        return None
    teks = semua[-1].strip()
    if teks[:1] in ("'", '"'):
        teks = teks[1:-1]
    teks = _LEPAS.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], teks)
    return _NAMA_FORMAT.get(teks.lower(), teks) or None
