#!/usr/bin/env python3
"""Times this program beside its peers and the fastest program there could be, in one run.

    python3 benchmarks/run.py [--runs N] [--work FOLDER] [--only NAME]

Each command is a process of its own, timed as a whole, start included; the two of a pair run in turn,
A B A B, after one run of each that does not count. Printed are medians, the ratio of the medians, and
the most memory of any run. Figures of different runs are not to be compared: machines drift.
"""

import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time
import venv

from screening import screening

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
OURS = ROOT / ".build" / "release" / "tariffwise"


class Pair:
    """A command of ours beside another, on the same input."""

    def __init__(self, name, ours, other, other_name, goal):
        self.name, self.ours, self.other = name, ours, other
        self.other_name, self.goal = other_name, goal


def once(command):
    """Wall time [s], processor time [s] and peak memory [MiB] of a command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(pair, runs):
    once(pair.ours), once(pair.other)
    ours, other = [], []
    for _ in range(runs):
        ours.append(once(pair.ours))
        other.append(once(pair.other))
    def middle(figures, index):
        return statistics.median(figure[index] for figure in figures)
    rows = []
    for name, figures in (("tariffwise", ours), (pair.other_name, other)):
        rows.append(
            (name, middle(figures, 0), middle(figures, 1), max(figure[2] for figure in figures)))
    print(f"\n{pair.name}")
    for name, wall, processor, memory in rows:
        print(f"  {name:34} {wall:7.3f} s  {processor:7.3f} s processor  {memory:6.0f} MiB")
    ratio = rows[0][1] / rows[1][1]
    said = f"{ratio:.2f} times the other's" if ratio >= 1 else f"{1 / ratio:.1f} times as fast"
    print(f"  ratio of medians (wall): {said}; goal: {pair.goal}")


def python_with(folder, *packages):
    """An interpreter with packages of PyPI, installed once."""
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        venv.create(folder / "venv", with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    return python


def generated(folder, name, script):
    path = folder / name
    if not path.exists():
        subprocess.run([sys.executable, script, path], check=True)
    return path


def green_button(folder):
    feed = generated(folder, "big.xml", HERE / "green-button" / "generate.py")
    walk = folder / "walk"
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libxml-2.0"], check=True, capture_output=True,
        text=True).stdout.split()
    source = HERE / "green-button" / "walk.c"
    subprocess.run(["cc", "-O2", source, "-o", walk, *flags], check=True)
    size = feed.stat().st_size / 1e6
    return Pair(
        f"Green Button, {size:.0f} MB, 450 000 readings", [OURS, "inspect", feed], [walk, feed],
        "C, SAX2 push walk that only sums", "at most 1.5 times")


def xlsx(folder):
    book = generated(folder, "book.xlsx", HERE / "xlsx" / "generate.py")
    python = python_with(folder, "openpyxl==3.1.5")
    return Pair(
        "XLSX, 35 136 rows of 10 columns",
        [OURS, "inspect", book, "--column", "kw", "--stamps", "start"],
        [python, HERE / "xlsx" / "read.py", book], "openpyxl 3.1.5, read-only", "5 times as fast")


def shared():
    """The folder of the peers' scripts; nothing without the reference data."""
    folder = pathlib.Path(os.environ.get("TARIFFWISE_SHARED", ROOT.parent / "shared")) / "bench"
    if folder.is_dir():
        return folder
    print("\nskipped, no reference data (set TARIFFWISE_SHARED)")
    return None


def peers_of(folder):
    """A folder with the peers' scripts, their interpreter, and the load of ten accounts."""
    peers = folder / "peers"
    peers.mkdir(exist_ok=True)
    for script in shared().glob("*.py"):
        shutil.copy(script, peers)
    python = python_with(
        peers, "numpy==2.4.6", "scipy==1.17.1", "highspy==1.15.1", "cvxpy==1.9.3", "eeco==0.4.2",
        "polars==2.1.0", "pandas==3.1.1", "duckdb==2.0.0", "pyarrow", "NREL-PySAM==7.1.1.post1")
    load = peers / "data" / "wide_10.csv"
    if not load.exists():
        subprocess.run(
            [python, "gen_synthetic.py", "10", "data", "--layout", "wide"], check=True, cwd=peers)
    return peers, python, load


def engine(folder, load):
    """Times of the engine in memory [ms] by name, from a process of its own."""
    build = folder / "engine"
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "EngineBench", "--scratch-path", build],
        check=True, cwd=ROOT, env=dict(os.environ, TARIFFWISE_BENCH="1"),
        stdout=subprocess.DEVNULL)
    command = [build / "release" / "EngineBench", load, HERE / "engine" / "tariffs", "9"]
    figures = {}
    for line in subprocess.run(
            command, check=True, capture_output=True, text=True).stdout.splitlines():
        name, _, value = line.partition(": ")
        if value.endswith(" ms"):
            figures[name] = float(value[:-3])
        else:
            print(f"  {line}")
    return figures


def shown(title, figures, own):
    """Prints medians of lists of times [ms], and how many times that of `own` each is."""
    print(f"\n{title}")
    middle = statistics.median(figures[own])
    for name, times in figures.items():
        median = statistics.median(times)
        print(f"  {name:52} {median:10.4f} ms  {median / middle:8.1f} times ours")


def optimise(folder, runs):
    """The year's shift of one account in memory, as the peers time it: loading is left out."""
    if shared() is None:
        return
    peers, python, load = peers_of(folder)
    cases = ("scipy-highs-12months", "numpy-exact-search", "eeco+cvxpy-HIGHS-12months")
    figures = {}
    for _ in range(runs):
        for name, time in engine(folder, load).items():
            figures.setdefault(name, []).append(time)
        for case in cases:
            answer = json.loads(subprocess.run(
                [python, "bench_c.py", case, "35040", "3"], check=True, capture_output=True,
                text=True, cwd=peers).stdout)
            figures.setdefault(case, []).append(answer["median"] * 1000)
            print(f"  {case} optimum {answer['optimum']:.4f}")
    shown("shift of a year, 35 040 points, monthly demand charge, in memory", figures,
          "joint shift of a year, monthly demand charge")


def determinants(folder, runs):
    """A year's determinants and bills of one account in memory, beside data libraries, tariff
    engines and a loop in C."""
    if shared() is None:
        return
    peers, python, load = peers_of(folder)
    floor = peers / "native_floor"
    subprocess.run(["cc", "-O3", "-march=native", shared() / "native_floor.c", "-o", floor],
                   check=True)
    figures = {}
    for _ in range(runs):
        own = engine(folder, load)
        for name in ("determinants of a year", "twelve bills with their lines"):
            figures.setdefault(name, []).append(own[name])
        text = subprocess.run(
            [floor, "35040"], check=True, capture_output=True, text=True).stdout
        figures.setdefault("C loop with a table of periods", []).append(
            float(text.split("median ")[1].split(" us")[0]) / 1000)
        text = subprocess.run(
            [python, "bench_a.py"], check=True, capture_output=True, text=True, cwd=peers).stdout
        for line in text.splitlines():
            name, _, rest = line.partition(" n= ")
            if rest.startswith("35040") and "median=" in rest:
                figures.setdefault(name.strip(), []).append(
                    float(rest.split("median=")[1].split(" ms")[0]))
    shown("determinants of a year, 35 040 points, in memory", figures, "determinants of a year")


def machine():
    names = [
        line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    swift = subprocess.run(
        ["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    return f"{len(names)} × {names[0]}; {platform.platform()}; {swift}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / ".build" / "benchmarks")
    parser.add_argument("--only")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    print(machine())
    for make in (green_button, xlsx):
        if options.only is None or options.only == make.__name__:
            measure(make(options.work), options.runs)
    for part in (determinants, optimise):
        if options.only in (None, part.__name__):
            part(options.work, options.runs)
    if options.only in (None, "screening"):
        screening(HERE, OURS, python_with, options.work, options.runs)


if __name__ == "__main__":
    main()
