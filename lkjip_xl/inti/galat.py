"""The base of every error of ours, and the exit codes errors end a command with."""

from __future__ import annotations

KELUAR_GAGAL_SENDIRI = 3  # our own failure
KELUAR_BERKAS = 4  # a file, or a folder of schemas, that cannot be used


class GalatLkjip(Exception):
    """An error this program raises itself: a code of the message catalogue and its values; "" = the text says it all."""

    kode: str = ""
    keluar: int = KELUAR_GAGAL_SENDIRI

    def __init__(self, *argumen: object) -> None:
        super().__init__(*argumen)
        self.isi: dict[str, object] = {}
