"""`python -m lkjip_xl.cli`, which the buttons fall back on."""

from lkjip_xl.cli import main

main()
