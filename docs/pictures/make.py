#!/usr/bin/env python3
"""Takes the pictures of the READMEs out of the pages of the samples: make.py PROGRAM."""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
STEEL = ["samples/steel-works", "--as-of", "2026-01"]
MILL = ["samples/titanium-mill"]
# Which page, and which of its pictures.
PICTURES = [
    (STEEL, ["carpet", "waterfall", "typical-3"]),
    (MILL, ["anatomy", "capacity"]),
]


def page(program, arguments, language):
    command = [program, "audit", *arguments, "--format", "html", "--language", language]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def main():
    program = str(Path(sys.argv[1]).resolve())
    for language in ["en", "zh"]:
        for arguments, names in PICTURES:
            text = page(program, arguments, language)
            for name in names:
                found = re.search(
                    rf'<svg [^>]*aria-labelledby="picture-{name}-title .*?</svg>', text, re.S)
                if not found:
                    sys.exit(f"the page of {arguments[0]} has no picture {name}")
                (HERE / f"{name}.{language}.svg").write_text(found.group(0) + "\n")


main()
