"""Bills and screens many accounts beside polars, DuckDB, C that trusts its input, and `cat`.

All of them work out 12 months of four periods and a monthly maximum for each account; the scripts of
the peers and the C program are those of the reference data.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

ACCOUNTS = 1000


class Case:
    """A command whose whole process is timed."""

    def __init__(self, name, command, cwd=None, output=None):
        self.name, self.command, self.cwd, self.output = name, command, cwd, output
        self.walls, self.memory, self.private = [], 0.0, 0.0

    def run(self):
        target = open(self.output, "wb") if self.output else subprocess.DEVNULL
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in self.command], stdout=target, stderr=subprocess.DEVNULL,
            cwd=self.cwd)
        _, status, usage = os.wait4(process.pid, 0)
        self.walls.append(time.perf_counter() - start)
        if status != 0:
            sys.exit(f"failed: {' '.join(map(str, self.command))}")
        self.memory = max(self.memory, usage.ru_maxrss / 1024)

    def private_memory(self):
        """Peak memory without pages of mapped files [MiB], sampled in a run of its own."""
        process = subprocess.Popen(
            [str(part) for part in self.command], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, cwd=self.cwd)
        peak = 0
        while process.poll() is None:
            try:
                for line in open(f"/proc/{process.pid}/status"):
                    if line.startswith("RssAnon:"):
                        peak = max(peak, int(line.split()[1]))
            except OSError:
                break
            time.sleep(0.005)
        return peak / 1024

    @property
    def median(self):
        return statistics.median(self.walls)


def dossier(folder, name, file, accounts):
    """A folder of tables whose load file is linked, not copied."""
    path = folder / name
    (path / "load").mkdir(parents=True, exist_ok=True)
    with open(path / "accounts.csv", "w") as table:
        table.write("account,tariff\n")
        table.writelines(f"A{number + 1:06d},bench-peers\n" for number in range(accounts))
    link = path / "load" / file.name
    if not link.exists():
        link.symlink_to(file)
    return path


def total(path):
    """The sum of the totals of a table of bills, in ten-thousandths."""
    import csv
    with open(path, newline="") as table:
        return sum(
            round(float(row["amount"]) * 10_000) for row in csv.DictReader(table)
            if row["charge"] == "total")


def screening(here, ours, python_with, folder, runs):
    root = here.parent
    shared = pathlib.Path(os.environ.get("TARIFFWISE_SHARED", root.parent / "shared")) / "bench"
    if not shared.is_dir():
        print("\nscreening: skipped, no reference data (set TARIFFWISE_SHARED)")
        return
    folder = folder / "screening"
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for script in list(shared.glob("*.py")) + [shared / "ceiling.c"]:
        target = folder / script.name
        target.unlink(missing_ok=True)
        shutil.copy(script, target)
    python = python_with(
        folder, "numpy==2.4.6", "polars==2.1.0", "duckdb==2.0.0", "pyarrow")
    ceiling = folder / "ceiling"
    subprocess.run(
        ["cc", "-O3", "-march=native", "-pthread", folder / "ceiling.c", "-o", ceiling], check=True)
    files = {layout: folder / "data" / f"{layout}_{ACCOUNTS}.csv" for layout in ("wide", "long")}
    if not all(file.exists() for file in files.values()):
        subprocess.run(
            [python, "gen_synthetic.py", str(ACCOUNTS), "data"], check=True, cwd=folder,
            stdout=subprocess.DEVNULL)
    tariffs = here / "engine" / "tariffs"
    peers = {
        "wide": [("polars", ["b_polars_wide.py", files["wide"], "groupsum"]),
                 ("DuckDB", ["b_duckdb.py", files["wide"], "wide", "b"])],
        "long": [("polars", ["b_polars_long.py", files["long"], "slice2"]),
                 ("DuckDB", ["b_duckdb.py", files["long"], "long", "a"])],
    }
    for layout, file in files.items():
        accounts = dossier(folder, f"dossier-{layout}", file, ACCOUNTS)
        flags = ["--tariffs", tariffs, "--format", "csv"]
        bills = folder / f"bills-{layout}.csv"
        cases = [
            Case("bill", [ours, "bill", accounts, *flags], output=bills),
            Case("screen", [ours, "screen", accounts, *flags]),
            Case("C ceiling, 2 threads", [ceiling, layout, file, "2"]),
            *[Case(name, [python, *rest], cwd=folder) for name, rest in peers[layout]],
            Case("cat", ["cat", file]),
        ]
        for case in cases:
            case.run()
            case.walls.clear()
        for _ in range(runs):
            for case in cases:
                case.run()
        size = file.stat().st_size / 1e6
        print(f"\n{layout} CSV, {size:.0f} MB, {ACCOUNTS} accounts × 35 040 points, whole processes")
        for case in cases:
            print(
                f"  {case.name:22} {case.median:7.3f} s ({min(case.walls):.3f}–"
                f"{max(case.walls):.3f})  {case.memory:6.0f} MiB")
        by_name = {case.name: case.median for case in cases}
        bill, best = by_name["bill"], min(by_name["polars"], by_name["DuckDB"])
        print(f"  bill is {bill / by_name['C ceiling, 2 threads']:.2f} times the C ceiling, "
              f"{best / bill:.1f} times as fast as the better of polars and DuckDB; "
              f"screen is {by_name['screen'] / bill:.2f} times bill")
        print(f"  memory without mapped pages: bill {cases[0].private_memory():.0f} MiB, "
              f"screen {cases[1].private_memory():.0f} MiB")
        known = json.loads(subprocess.run(
            [ceiling, layout, file, "2"], check=True, capture_output=True, text=True).stdout)
        print(f"  sum of the bills {total(bills) / 10_000:.4f}; C {known['bill']:.4f}")
