"""What Spark adds to the engine, and what two workers give: a table for docs/scale.md.

    python3 spark/measure.py [--accounts N] [--runs R]

Each figure is a median of runs in turn. What starting takes is found from a run with ten accounts and
taken off, so that figures are per account.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(FOLDER)
PROGRAM = os.path.join(ROOT, ".build/pack/bin/tariffwise")
GENERATOR = os.path.join(ROOT, "samples/alloy-segment/generate.py")
FEW = 10


def segment(folder: str, accounts: int) -> str:
    subprocess.run(
        [sys.executable, GENERATOR, "--accounts", str(accounts), "--months", "12", "--intervals",
         "--seed", "9", "--output", folder], check=True, stdout=subprocess.DEVNULL)
    # One file, as exports of many accounts are.
    load = os.path.join(folder, "load")
    names = sorted(os.listdir(load))
    with open(os.path.join(folder, "load.csv"), "wb") as target:
        for number, name in enumerate(names):
            with open(os.path.join(load, name), "rb") as source:
                heading = source.readline()
                if number == 0:
                    target.write(heading)
                shutil.copyfileobj(source, target)
    shutil.rmtree(load)
    return folder


def worker(folder: str) -> float:
    """Seconds of one worker alone."""
    start = time.perf_counter()
    with open(os.path.join(folder, "load.csv"), "rb") as rows:
        subprocess.run(
            [PROGRAM, "worker", "--accounts", folder], stdin=rows, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def spark(folder: str, threads: int) -> float:
    """Seconds of the job with some workers at a time."""
    output = os.path.join(folder, "out")
    start = time.perf_counter()
    done = subprocess.run(
        ["spark-submit", "--conf", "spark.log.level=ERROR", "--master", f"local[{threads}]",
         os.path.join(FOLDER, "screen.py"), "--accounts", os.path.join(folder, "accounts.csv"),
         "--load", os.path.join(folder, "load.csv"), "--output", output, "--program", PROGRAM,
         "--partitions", "4"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    taken = time.perf_counter() - start
    if not os.path.exists(os.path.join(output, "screen.csv", "_SUCCESS")):
        sys.exit(done.stderr.decode()[-2000:])
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    cases = {
        "worker alone": worker,
        "Spark, 1 at a time": lambda folder: spark(folder, 1),
        "Spark, 2 at a time": lambda folder: spark(folder, 2),
    }
    with tempfile.TemporaryDirectory(prefix="tariffwise-measure-") as folder:
        few = segment(os.path.join(folder, "few"), FEW)
        many = segment(os.path.join(folder, "many"), options.accounts)
        size = os.path.getsize(os.path.join(many, "load.csv")) / 1e6
        print(f"{options.accounts} accounts, twelve months of quarter-hours, {size:.0f} MB of CSV")
        times = {name: ([], []) for name in cases}
        for _ in range(options.runs):
            for name, run in cases.items():
                times[name][0].append(run(few))
                times[name][1].append(run(many))
    per_account = {}
    for name, (short, long) in times.items():
        start, whole = statistics.median(short), statistics.median(long)
        per_account[name] = (whole - start) / (options.accounts - FEW)
        print(f"{name:20} {whole:7.2f} s, of ten accounts {start:6.2f} s: "
              f"{1000 * per_account[name]:6.2f} ms an account, {1 / per_account[name]:6.0f} a second")
    one, two, own = (per_account[name] for name in
                     ("Spark, 1 at a time", "Spark, 2 at a time", "worker alone"))
    print(f"Spark adds {1000 * (one - own):.2f} ms an account; two at a time: {one / two:.2f} times one")


if __name__ == "__main__":
    main()
