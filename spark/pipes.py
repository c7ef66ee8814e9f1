"""Pipes the partitions of Spark through tariffwise, on executors."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from pyspark import SparkFiles

# The number of the load data among the tables: behind all others, so that they come last.
LOAD = 1 << 20
# A line of a table: whose it is, where it stands, and its text with a line end.
LINES = "account string, table int, file int, start long, sequence long, line string"


def separator_of(heading: str) -> str:
    """The separator of a heading: the sign among comma, semicolon and tabulator it has most of."""
    return max(",;\t", key=heading.count)


class Heading(NamedTuple):
    """The heading of load data, and where it names the account."""

    text: str
    separator: str
    column: int
    count: int

    def bare_row(self, account: str) -> str:
        """A row that names an account and nothing else."""
        cells = [""] * self.count
        cells[self.column] = account
        return csv_line(cells, self.separator)


# Where there are no load data, accounts are named by rows under this heading.
NO_LOAD = Heading("account,time,kWh", ",", 0, 3)


class Table(NamedTuple):
    """A table of the dossier: its heading, or all of it where it belongs to no account."""

    name: str
    text: str
    is_shared: bool


def csv_line(record: list[str], separator: str = ",") -> str:
    """A record as a line of CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerow(record)
    return text.getvalue()


class Failure(Exception):
    """What the program said when it gave up."""


def _bytes(column: pa.Array) -> memoryview:
    """The texts of a column, which stand one behind the other in memory."""
    if len(column) == 0:
        return memoryview(b"")
    kind = "q" if pa.types.is_large_string(column.type) else "i"
    _, offsets, values = column.buffers()
    places = memoryview(offsets).cast(kind)
    return memoryview(values)[places[column.offset] : places[column.offset + len(column)]]


def _found(program: str) -> str:
    """A program where it is on this executor: an archive of the job is unpacked into the working
    folder on a cluster, and beside the job's other files where Spark runs in one process."""
    brought = os.path.join(SparkFiles.getRootDirectory(), program)
    return brought if os.path.exists(brought) else program


def _pipe(
    command: list[str], feed: Callable[[io.BufferedWriter], None], said: list[bytes]
) -> Iterator[bytes]:
    """The lines a program writes while it is fed; it may end with 0, or with 1 where an account
    is at fault, of which its own row tells. What it writes on its standard error goes to `said`."""
    process = subprocess.Popen(
        [_found(command[0]), *command[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE)
    assert process.stdin and process.stdout and process.stderr
    fault: list[BaseException] = []

    def write() -> None:
        try:
            with process.stdin:
                feed(process.stdin)
        except BrokenPipeError:
            pass  # The program gave up; it says why on its standard error.
        except BaseException as error:  # Brought to the thread that reads.
            fault.append(error)
            process.kill()

    def listen() -> None:
        said.append(process.stderr.read())

    threads = [threading.Thread(target=task, daemon=True) for task in (write, listen)]
    for thread in threads:
        thread.start()
    try:
        yield from process.stdout
        for thread in threads:
            thread.join()
        code = process.wait()
    finally:
        if process.poll() is None:
            process.kill()
    if fault:
        raise fault[0]
    if code not in (0, 1):
        raise Failure(_text(said) or f"{command[0]} ended with {code}")


def _text(said: list[bytes]) -> str:
    """What a program said on its standard error."""
    return b"".join(said).decode(errors="replace").strip()


def _batches(rows: Iterable[tuple[str, ...]], names: list[str]) -> Iterator[pa.RecordBatch]:
    """Rows of texts as batches of some thousands."""
    held: list[tuple[str, ...]] = []

    def batch() -> pa.RecordBatch:
        columns = list(zip(*held, strict=True)) if held else [[] for _ in names]
        return pa.RecordBatch.from_arrays(
            [pa.array(column, pa.string()) for column in columns], names=names)

    for row in rows:
        held.append(row)
        if len(held) == 4096:
            yield batch()
            held = []
    if held:
        yield batch()


def work(
    batches: Iterator[pa.RecordBatch], program: str, words: list[str], tables: list[Table],
    heading: Heading,
) -> Iterator[pa.RecordBatch]:
    """Makes a row of each account of a partition.

    The partition's lines of tables come first and are written to a folder of its own; the lines
    of load data behind them go to the worker as they come. Accounts without load data follow as
    rows that name them and nothing else.
    """
    with tempfile.TemporaryDirectory(prefix="tariffwise-") as folder:
        first, accounts = _write_tables(batches, tables, folder)
        if not accounts and first is None:
            return
        met: set[str] = set()

        def feed(stream: io.BufferedWriter) -> None:
            stream.write(heading.text.encode() + b"\n")
            for batch in _chain(first, batches):
                met.update(pc.unique(batch.column("account")).to_pylist())
                stream.write(_bytes(batch.column("line")))
            for account in accounts:
                if account not in met:
                    stream.write(heading.bare_row(account).encode())

        command = [program, "worker", "--accounts", folder, *words]
        said: list[bytes] = []
        count = 0

        def rows() -> Iterator[tuple[str, ...]]:
            nonlocal count
            for line in _pipe(command, feed, said):
                row = json.loads(line)
                count += 1
                yield row["account"], row["industry"], line.decode().rstrip("\n")

        yield from _batches(rows(), ["account", "industry", "line"])
        wanted = len(set(accounts) | met)
        if count < wanted:
            raise Failure(
                f"{wanted - count} of {wanted} accounts came to no row\n" + _text(said))


def _write_tables(
    batches: Iterator[pa.RecordBatch], tables: list[Table], folder: str
) -> tuple[pa.RecordBatch | None, list[str]]:
    """Writes the partition's part of the tables.

    Returns what has been taken of the load data already, and the partition's accounts.
    """
    accounts: list[str] = []
    streams = {}
    for number, table in enumerate(tables):
        path = os.path.join(folder, table.name)
        streams[number] = open(path, "w", encoding="utf-8", newline="")
        streams[number].write(table.text)
    try:
        for batch in batches:
            numbers = batch.column("table")
            own = batch.filter(pc.less(numbers, LOAD))
            for record in own.to_pylist():
                streams[record["table"]].write(record["line"])
                if tables[record["table"]].name == "accounts.csv":
                    accounts.append(record["account"])
            if own.num_rows < batch.num_rows:
                return batch.filter(pc.equal(numbers, LOAD)), accounts
        return None, accounts
    finally:
        for stream in streams.values():
            stream.close()


def _chain(
    first: pa.RecordBatch | None, rest: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    if first is not None:
        yield first
        yield from rest


def _lines_of(batches: Iterable[pa.RecordBatch]) -> Callable[[io.BufferedWriter], None]:
    """Feeds the column of lines, each with a line end."""

    def feed(stream: io.BufferedWriter) -> None:
        for batch in batches:
            for line in batch.column("line").to_pylist():
                stream.write(line.encode() + b"\n")

    return feed


def place(batches: Iterator[pa.RecordBatch], program: str) -> Iterator[pa.RecordBatch]:
    """Holds the rows of whole industries against each other; each gets the key it is sorted by."""

    def rows() -> Iterator[tuple[str, ...]]:
        for line in _pipe([program, "worker", "--place"], _lines_of(batches), []):
            key, _, row = line.decode().rstrip("\n").partition("\t")
            yield key, row

    yield from _batches(rows(), ["key", "line"])


def number(
    batches: Iterator[pa.RecordBatch], program: str, before: dict[int, int]
) -> Iterator[pa.RecordBatch]:
    """Gives placed rows their ranks, as lines of JSON and of CSV."""
    held = list(batches)
    part = next((batch.column("part")[0].as_py() for batch in held if batch.num_rows), None)
    if part is None:
        return
    command = [program, "worker", "--number", str(before[part])]

    def rows() -> Iterator[tuple[str, ...]]:
        for line in _pipe([*command, "--format", "json"], _lines_of(held), []):
            yield "json", line.decode().rstrip("\n")
        lines = _pipe([*command, "--format", "csv"], _lines_of(held), [])
        for record in _records(lines):
            yield "csv", record

    yield from _batches(rows(), ["form", "line"])


def _records(lines: Iterable[bytes]) -> Iterator[str]:
    """The records of CSV, whose cells may hold line ends, without their own."""
    held = ""
    for line in lines:
        held += line.decode()
        if held.count('"') % 2 == 0:
            yield held.removesuffix("\n").removesuffix("\r")
            held = ""
