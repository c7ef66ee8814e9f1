"""The job on Spark against ``tariffwise screen``: the same rows, byte by byte."""

from __future__ import annotations

import csv
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import screen
from pyspark.sql import SparkSession

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(FOLDER)
PROGRAM = os.environ.get("TARIFFWISE", os.path.join(ROOT, ".build/pack/bin/tariffwise"))
ARCHIVE = os.environ.get("TARIFFWISE_PACK", os.path.join(ROOT, ".build/tariffwise.tar.gz"))
ACCOUNTS = int(os.environ.get("TARIFFWISE_ACCOUNTS", "1000"))
GENERATOR = os.path.join(ROOT, "samples/alloy-segment/generate.py")


def segment(folder: str, *flags: str, accounts: int = ACCOUNTS) -> str:
    """A generated segment of interval data in a folder."""
    subprocess.run(
        [sys.executable, GENERATOR, "--accounts", str(accounts), "--months", "1", "--intervals",
         "--seed", "9", "--output", folder, *flags],
        check=True, stdout=subprocess.DEVNULL)
    return folder


@functools.cache
def expected(folder: str) -> tuple[str, list[str], int]:
    """Heading and rows of ``tariffwise screen``, and how it ended: with 1 where an account has no
    bill."""
    done = subprocess.run(
        [PROGRAM, "screen", folder, "--format", "csv"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, check=False)
    heading, *rows = done.stdout.decode().splitlines()
    return heading, sorted(rows), done.returncode


def written(folder: str) -> tuple[set[str], list[str]]:
    """Headings and rows of all files a job has written."""
    headings, rows = set(), []
    place = os.path.join(folder, "screen.csv")
    for name in sorted(os.listdir(place)):
        if not name.endswith(".txt"):
            continue
        with open(os.path.join(place, name), encoding="utf-8", newline="") as file:
            lines = file.read().split("\r\n")
        if lines[:1] != [""]:
            headings.add(lines[0])
            rows += [line for line in lines[1:] if line]
    return headings, sorted(rows)


class ScreenOnSpark(unittest.TestCase):
    """In this process, with two threads."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.mkdtemp(prefix="tariffwise-spark-")
        cls.spark = (
            SparkSession.builder.master("local[2]").appName("test")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.ui.enabled", "false").getOrCreate())
        cls.spark.sparkContext.setLogLevel("ERROR")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.spark.stop()
        shutil.rmtree(cls.folder)

    def screened(self, accounts: str, load: list[str], partitions: int) -> tuple[int, int]:
        output = os.path.join(self.folder, "out")
        shutil.rmtree(output, ignore_errors=True)
        options = screen.arguments([
            "--accounts", accounts, "--output", output, "--program", PROGRAM,
            "--partitions", str(partitions), *(["--load", *load] if load else [])])
        return screen.run(self.spark, options)

    def same(self, segment_folder: str, accounts: str, load: list[str], partitions: int) -> None:
        total, _ = self.screened(accounts, load, partitions)
        heading, rows, _ = expected(segment_folder)
        headings, found = written(os.path.join(self.folder, "out"))
        self.assertEqual(headings, {heading})
        self.assertEqual(len(found), total)
        self.assertEqual(found, rows)

    def test_wide_and_long_csv_and_parquet_in_1_3_and_16_partitions(self) -> None:
        for form, flags in (("wide", []), ("long", ["--long"])):
            folder = segment(os.path.join(self.folder, form), *flags)
            tables = os.path.join(self.folder, form + "-tables")
            os.mkdir(tables)
            for name in os.listdir(folder):
                if name.endswith(".csv"):
                    shutil.copy(os.path.join(folder, name), tables)
            load = os.path.join(folder, "load")
            parquet = os.path.join(self.folder, form + ".parquet")
            self.spark.read.csv(load, header=True).write.parquet(parquet)
            for partitions in (1, 3, 16):
                with self.subTest(form=form, kind="csv", partitions=partitions):
                    self.same(folder, tables, [load], partitions)
                with self.subTest(form=form, kind="parquet", partitions=partitions):
                    self.same(folder, tables, [parquet], partitions)

    def test_typed_columns_of_parquet_lose_no_digit(self) -> None:
        folder = segment(os.path.join(self.folder, "typed"), "--long", accounts=12)
        names = self.spark.read.csv(os.path.join(folder, "load"), header=True).columns
        stamp = next(name for name in names if name not in ("account", "kw", "kwh", "kvarh"))
        values = [name for name in names if name not in ("account", stamp)]
        data = self.spark.read.csv(os.path.join(folder, "load"), header=True).selectExpr(
            "account", f"cast(`{stamp}` as timestamp) as `{stamp}`",
            *[f"cast(`{name}` as double) as `{name}`" for name in values])
        parquet = os.path.join(self.folder, "typed.parquet")
        data.write.parquet(parquet)
        self.same(folder, os.path.join(folder, "accounts.csv"), [parquet], 2)

    def test_a_bad_account_is_a_row_with_its_error(self) -> None:
        folder = segment(os.path.join(self.folder, "faulty"), accounts=6)
        load = os.path.join(folder, "load")

        def text(account: str) -> str:
            with open(os.path.join(load, account + ".csv"), encoding="utf-8", newline="") as file:
                return file.read()

        def write(account: str, content: str) -> None:
            with open(
                os.path.join(load, account + ".csv"), "w", encoding="utf-8", newline="") as file:
                file.write(content)

        heading, first, rest = text("AL-03").split("\n", 2)
        faulty = re.sub(r",[0-9.]+(\r?)$", r",1O.5\1", first)
        self.assertNotEqual(faulty, first)
        write("AL-03", "\n".join([heading, faulty, rest]))
        # An account nobody knows, and one without a single row.
        write("ZZ-99", text("AL-04").replace("AL-04", "ZZ-99"))
        os.remove(os.path.join(load, "AL-05.csv"))
        total, failed = self.screened(folder, [load], 2)
        self.assertEqual(total, 7)
        self.assertEqual(failed, 3)
        headings, rows = written(os.path.join(self.folder, "out"))
        heading = next(iter(headings))
        errors = {row[0]: row[heading.split(",").index("error")] for row in csv.reader(rows)}
        self.assertIn("1O.5", errors["AL-03"])
        self.assertIn("accounts.csv", errors["ZZ-99"])
        self.assertIn("neither readings nor interval data", errors["AL-05"])
        self.assertEqual([errors[name] for name in ("AL-01", "AL-02", "AL-04", "AL-06")], [""] * 4)

    def test_accounts_with_readings_alone_need_no_load_data(self) -> None:
        segment_folder = os.path.join(ROOT, "samples/alloy-segment")
        self.same(segment_folder, segment_folder, [], 3)

    def test_a_heading_without_accounts_is_told(self) -> None:
        folder = segment(os.path.join(self.folder, "headless"), accounts=6)
        load = os.path.join(self.folder, "headless.csv")
        with open(load, "w", encoding="utf-8") as file:
            file.write("who,date,p1\nA,2025-01-01,1\n")
        with self.assertRaisesRegex(screen.Fault, "no column account among who, date, p1"):
            self.screened(os.path.join(folder, "accounts.csv"), [load], 1)


class ScreenOnACluster(unittest.TestCase):
    """Through spark-submit, with executors of their own that get the program from an archive."""

    def setUp(self) -> None:
        self.folder = tempfile.mkdtemp(prefix="tariffwise-spark-")

    def tearDown(self) -> None:
        shutil.rmtree(self.folder)

    def submit(
        self, folder: str, master: str = "local-cluster[2,1,1024]"
    ) -> tuple[subprocess.Popen, str]:
        output = os.path.join(self.folder, "out")
        with open(os.path.join(self.folder, "log"), "wb") as log:
            process = subprocess.Popen(
                ["spark-submit", "--master", master,
                 "--archives", ARCHIVE + "#tariffwise", os.path.join(FOLDER, "screen.py"),
                 "--accounts", os.path.join(folder, "accounts.csv"),
                 "--load", os.path.join(folder, "load"), "--output", output,
                 "--partitions", "4"],
                stdout=log, stderr=log)
        return process, output

    def log(self) -> str:
        with open(os.path.join(self.folder, "log"), encoding="utf-8", errors="replace") as log:
            return log.read()

    def test_one_process_finds_the_program_in_the_archive_too(self) -> None:
        folder = segment(os.path.join(self.folder, "segment"), accounts=12)
        process, output = self.submit(folder, "local[2]")
        _, rows, code = expected(folder)
        self.assertEqual(process.wait(), code, self.log()[-3000:])
        self.assertEqual(written(output)[1], rows)

    def test_an_executor_killed_at_work_changes_nothing(self) -> None:
        folder = segment(os.path.join(self.folder, "segment"), accounts=ACCOUNTS)
        process, output = self.submit(folder)
        killed = False
        end = time.time() + 600
        while process.poll() is None and time.time() < end:
            # The executor under whose Python a worker runs has begun a partition.
            workers = subprocess.run(
                ["pgrep", "-f", "tariffwise worker --accounts"], stdout=subprocess.PIPE,
                check=False).stdout.split()
            if workers and not killed:
                parents = executors_of(int(workers[0]))
                if parents:
                    os.kill(parents[-1], 9)
                    killed = True
            time.sleep(0.02)
        heading, rows, code = expected(folder)
        self.assertEqual(process.wait(), code, self.log()[-3000:])
        self.assertTrue(killed)
        self.assertRegex(self.log(), r"Lost (task|executor)")
        headings, found = written(output)
        self.assertEqual(headings, {heading})
        self.assertEqual(found, rows)


def executors_of(process: int) -> list[int]:
    """The executors of Spark among the parents of a process."""
    found = []
    while process > 1:
        try:
            with open(f"/proc/{process}/cmdline", "rb") as file:
                if b"CoarseGrainedExecutorBackend" in file.read():
                    found.append(process)
            with open(f"/proc/{process}/stat", encoding="utf-8") as file:
                process = int(file.read().rsplit(")", 1)[1].split()[1])
        except OSError:
            break
    return found


class Pack(unittest.TestCase):
    """The archive on a machine that has nothing but a C library."""

    @unittest.skipUnless(os.geteuid() == 0, "only root may change the root folder")
    def test_the_program_bills_in_a_bare_chroot(self) -> None:
        folder = tempfile.mkdtemp(prefix="tariffwise-chroot-")
        try:
            subprocess.run(["tar", "-xzf", ARCHIVE, "-C", folder], check=True)
            own = subprocess.run(
                ["ldd", os.path.join(folder, "bin/tariffwise")], stdout=subprocess.PIPE,
                check=True).stdout.decode()
            self.assertNotIn("not found", own)
            self.assertNotIn("libswift", own)
            # What belongs to the machine: the C library and its loader.
            for path in re.findall(r"(/\S+)", own):
                if path.startswith(folder):
                    continue
                self.assertRegex(path, r"/(ld-linux[^/]*|lib(c|m|dl|rt|pthread|resolv))\.so")
                target = folder + path
                os.makedirs(os.path.dirname(target), exist_ok=True)
                shutil.copy(path, target)
            # The program learns its own command line from /proc, as on any Linux.
            os.mkdir(os.path.join(folder, "proc"))
            subprocess.run(
                ["mount", "--bind", "/proc", os.path.join(folder, "proc")], check=True)
            done = subprocess.run(
                ["chroot", folder, "/bin/tariffwise", "bill", "--tariff", "cn-hubei-two-part",
                 "--voltage", "110kV", "--transformers", "10000", "--basic-charge", "actual-demand",
                 "--kwh", "sharp=1000,peak=2000,flat=3000,valley=4000", "--max-demand", "2871",
                 "--kvarh", "3000",
                 "--as-of", "2026-01", "--month", "2026-01", "--format", "csv"],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertIn(",basic,2871,kW,39,111969.00,", done.stdout.decode())
        finally:
            # Nothing is removed through a mount that is still there.
            proc = os.path.join(folder, "proc")
            if os.path.ismount(proc):
                subprocess.run(["umount", proc], check=True)
            shutil.rmtree(folder)


if __name__ == "__main__":
    unittest.main(verbosity=2)
