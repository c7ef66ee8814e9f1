"""Screens an industry segment on Apache Spark.

Spark distributes, tariffwise calculates: load data and the tables of the dossier are partitioned by
account, each partition is piped through ``tariffwise worker``, the rows of each industry through
``worker --place``, and the rows in their order through ``worker --number``. No rule, no figure and
no order is defined here.

Usage: spark-submit [OPTIONS OF SPARK] --archives tariffwise.tar.gz#tariffwise screen.py
           --accounts DOSSIER [--load FILE…] --output FOLDER [-- OPTIONS OF WORKER]
"""

import argparse
import csv
import io
import json
import os
import re
import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

# The program travels in an archive, which Spark unpacks under this name on every machine; executors
# import the module that pipes.
FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, FOLDER)
import pipes  # noqa: E402


def arguments(words: list[str]) -> argparse.Namespace:
    """The command line; what stands behind ``--`` is the worker's."""
    end = words.index("--") if "--" in words else len(words)
    own, worker = words[:end], words[end + 1 :]
    parser = argparse.ArgumentParser(
        prog="screen.py", description="Screens an industry segment on Apache Spark.",
        epilog="Options behind -- are handed to tariffwise worker, such as -- --unit kW.")
    parser.add_argument("--accounts", required=True, metavar="DOSSIER",
                        help="accounts.csv, or a folder of the tables of a dossier")
    parser.add_argument("--load", nargs="+", default=[], metavar="PATH",
                        help="interval data: CSV in UTF-8 or Parquet, files, folders or patterns; "
                        "without it accounts are billed by their readings")
    parser.add_argument("--output", required=True, metavar="FOLDER",
                        help="where screen.csv and screen.parquet are written")
    parser.add_argument("--program", default="tariffwise/bin/tariffwise", metavar="PATH",
                        help="the program, as executors find it (default: in the archive)")
    parser.add_argument("--account-column", default="account", metavar="NAME",
                        help="the column of the load data that names the account")
    parser.add_argument("--partitions", type=int, metavar="N",
                        help="parts the accounts are shared out into (default: Spark's)")
    options = parser.parse_args(own)
    options.worker = worker
    return options


class Fault(Exception):
    """What keeps the job from running, in words for its user."""


def first_line(spark: SparkSession, path: str) -> str:
    """The first line of a text file, read without a job of its own."""
    java = spark._jvm.java.io
    name = spark._jvm.org.apache.hadoop.fs.Path(path)
    stream = name.getFileSystem(spark._jsc.hadoopConfiguration()).open(name)
    try:
        line = java.BufferedReader(java.InputStreamReader(stream, "UTF-8")).readLine()
    finally:
        stream.close()
    if line is None:
        raise Fault(f"{path}: the file is empty")
    return line


def cells(line: str, separator: str = ",") -> list[str]:
    """The cells of a line of CSV."""
    return next(csv.reader(io.StringIO(line), delimiter=separator))


# Spark writes file:///a and Hadoop file:/a of the same file.
SCHEME = "^[a-z][a-z0-9]*:/+"


def path_of(name: str) -> str:
    """The path of a file without the scheme before it."""
    return re.sub(SCHEME, "/", name)


def text_lines(spark: SparkSession, files: list[str], heading: str) -> DataFrame:
    """The lines of CSV files under one heading, each with its place."""
    names = spark.createDataFrame(
        [(path_of(name), number) for number, name in enumerate(files)], "name string, file int")
    lines = (
        spark.read.text(files)
        .select(
            F.col("value"),
            F.regexp_replace(F.input_file_name(), SCHEME, "/").alias("name"),
            F.expr("input_file_block_start()").alias("start"),
            F.monotonically_increasing_id().alias("sequence"))
        .where((F.col("value") != heading) & (F.trim("value") != ""))
    )
    if len(files) == 1:
        return lines.withColumn("file", F.lit(0)).drop("name")
    return lines.join(F.broadcast(names), "name", "left").drop("name")


def cell_of(value: str, column: int, separator: str, count: int):
    """A cell of a line; one with quotation marks is split with care."""
    schema = ", ".join(f"c{index} string" for index in range(count))
    careful = F.from_csv(
        F.col(value), schema, {"sep": separator, "quote": '"', "escape": '"'})[f"c{column}"]
    plain = F.split(F.col(value), f"\\Q{separator}\\E", column + 2)[column]
    return F.when(F.instr(F.col(value), '"') > 0, careful).otherwise(plain)


def account_column(names: list[str], wanted: str, what: str) -> int:
    """The place of the account in a heading."""
    for place, name in enumerate(names):
        if name.strip().lower() == wanted.lower():
            return place
    raise Fault(f"{what}: no column {wanted} among {', '.join(names[:8])}; "
                "--account-column tells which names the account")


def csv_load(
    spark: SparkSession, files: list[str], account: str
) -> tuple[pipes.Heading, DataFrame]:
    """Interval data of CSV files: their heading and their lines by account."""
    raw = first_line(spark, files[0])
    heading = raw.lstrip("\ufeff")
    for name in files[1:]:
        if first_line(spark, name).lstrip("\ufeff") != heading:
            raise Fault(f"{name}: another heading than {files[0]}; screen them one by one")
    separator = pipes.separator_of(heading)
    columns = cells(heading, separator)
    column = account_column(columns, account, files[0])
    lines = text_lines(spark, files, heading).where(F.col("value") != raw)
    return pipes.Heading(heading, separator, column, len(columns)), lines.select(
        cell_of("value", column, separator, len(columns)).alias("account"),
        F.lit(pipes.LOAD).alias("table"), "file", "start", "sequence",
        F.concat(F.col("value"), F.lit("\n")).alias("line"))


def plain_text(field: T.StructField):
    """A column of Parquet as it would be written in CSV, no digit added or lost."""
    value = F.col(f"`{field.name}`")
    if isinstance(field.dataType, T.DateType):
        return F.date_format(value, "yyyy-MM-dd")
    if isinstance(field.dataType, (T.TimestampType, T.TimestampNTZType)):
        return F.date_format(value, "yyyy-MM-dd HH:mm:ss")
    if isinstance(field.dataType, (T.DoubleType, T.FloatType)):
        # The shortest text that means the value, which may be 1.0E7, without its exponent.
        exact = value.cast("string").cast(T.DecimalType(38, 12)).cast("string")
        return F.regexp_replace(F.regexp_replace(exact, r"(\.\d*?)0+$", "$1"), r"\.$", "")
    return value.cast("string")


def parquet_load(
    spark: SparkSession, paths: list[str], account: str
) -> tuple[pipes.Heading, DataFrame]:
    """Interval data of Parquet files: their heading and their rows as lines by account."""
    data = spark.read.parquet(*paths)
    names = [field.name for field in data.schema.fields]
    column = account_column(names, account, paths[0])
    texts = [plain_text(field).alias(f"c{index}") for index, field in
             enumerate(data.schema.fields)]
    line = F.to_csv(F.struct(*texts), {
        "quote": '"', "escape": '"', "nullValue": "", "emptyValue": "",
        "ignoreLeadingWhiteSpace": "false", "ignoreTrailingWhiteSpace": "false"})
    heading = pipes.Heading(pipes.csv_line(names).rstrip("\n"), ",", column, len(names))
    return heading, data.select(
        texts[column].alias("account"), F.lit(pipes.LOAD).alias("table"),
        F.lit(0).alias("file"), F.lit(0).cast("long").alias("start"),
        F.monotonically_increasing_id().alias("sequence"),
        F.concat(line, F.lit("\n")).alias("line"))


def files_of(spark: SparkSession, path: str, endings: tuple[str, ...]) -> list[str]:
    """The files a path, a folder or a pattern stands for, sorted."""
    java = spark._jvm
    pattern = java.org.apache.hadoop.fs.Path(path)
    system = pattern.getFileSystem(spark._jsc.hadoopConfiguration())
    found = system.globStatus(pattern)
    names: list[str] = []
    for status in found or []:
        if status.isDirectory():
            inner = system.listStatus(status.getPath())
            names += [str(entry.getPath()) for entry in inner if not entry.isDirectory()]
        else:
            names.append(str(status.getPath()))
    names = sorted(name for name in names if name.lower().endswith(endings))
    if not names:
        raise Fault(f"{path}: no {' or '.join(endings)} files there")
    return names


def load(
    spark: SparkSession, paths: list[str], account: str
) -> tuple[pipes.Heading, DataFrame]:
    """All interval data: their heading and their lines by account."""
    files = [name for path in paths for name in files_of(spark, path, (".csv", ".parquet"))]
    kinds = {name.lower().rsplit(".", 1)[-1] for name in files}
    if len(kinds) > 1:
        raise Fault("--load: both CSV and Parquet; screen them one by one")
    read = csv_load if kinds == {"csv"} else parquet_load
    return read(spark, files, account)


def tables(spark: SparkSession, path: str) -> tuple[list[pipes.Table], DataFrame]:
    """The tables of a dossier: headings, those that belong to no account, and lines by account."""
    headings: list[pipes.Table] = []
    parts: list[DataFrame] = []
    names = files_of(spark, path, (".csv",))
    is_file = [name.rsplit("/", 1)[-1] for name in names] == [path.rsplit("/", 1)[-1]]
    for name in names:
        rows = spark.read.text(name, wholetext=True).first().value.lstrip("\ufeff")
        if not rows.strip():
            continue
        # Small beside the load data: read whole, so that cells may hold line ends.
        records = list(csv.reader(io.StringIO(rows)))
        base = "accounts.csv" if is_file else name.rsplit("/", 1)[-1]
        column = next((index for index, cell in enumerate(records[0])
                       if cell.strip() == "account"), None)
        if column is None:
            headings.append(pipes.Table(base, rows, is_shared=True))
            continue
        table = len(headings)
        headings.append(pipes.Table(base, pipes.csv_line(records[0]), is_shared=False))
        lines = [(record[column] if column < len(record) else "", table, 0, 0, number,
                  pipes.csv_line(record))
                 for number, record in enumerate(records[1:]) if any(record)]
        parts.append(spark.createDataFrame(lines, pipes.LINES))
    if not any(table.name == "accounts.csv" for table in headings):
        raise Fault(f"{path}: no accounts.csv with a column of accounts there")
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.unionByName(part)
    return headings, whole


def parts_of(spark: SparkSession, options: argparse.Namespace) -> int:
    """How many parts the work is shared out into."""
    return options.partitions or spark.sparkContext.defaultParallelism


def screened(spark: SparkSession, options: argparse.Namespace) -> DataFrame:
    """A row of each account, made by workers."""
    headings, accounts = tables(spark, options.accounts)
    heading, lines = pipes.NO_LOAD, accounts
    if options.load:
        heading, rows = load(spark, options.load, options.account_column)
        lines = accounts.unionByName(rows.select(*accounts.columns))
    # Tables first, so that a worker knows its accounts before their data come.
    parted = lines.repartition(parts_of(spark, options), "account").sortWithinPartitions(
        "table", "account", "file", "start", "sequence")
    program, words, files = options.program, list(options.worker), list(headings)
    return parted.mapInArrow(
        lambda batches: pipes.work(batches, program, words, files, heading),
        "account string, industry string, line string")


def ranked(spark: SparkSession, rows: DataFrame, options: argparse.Namespace) -> DataFrame:
    """The rows with their ranks, in their order, as lines of JSON and of CSV."""
    program = options.program
    placed = (
        rows.repartition(parts_of(spark, options), "industry")
        .select("line")
        .mapInArrow(lambda batches: pipes.place(batches, program), "key string, line string"))
    ordered = placed.orderBy("key").select("line").persist()
    counts = {row.part: row["count"] for row in
              ordered.groupBy(F.spark_partition_id().alias("part")).count().collect()}
    before, behind = {}, 0
    for part in sorted(counts):
        before[part] = behind
        behind += counts[part]
    return ordered.select(F.spark_partition_id().alias("part"), "line").mapInArrow(
        lambda batches: pipes.number(batches, program, before),
        "form string, line string")


def typed(lines: DataFrame, columns: list[str]) -> DataFrame:
    """Ranked rows as columns: figures exact, findings and the owner's columns as what they are."""
    decimal = "decimal(38,12)"
    kinds = {name: decimal for name in (
        "energy_kwh", "total", "average_price", "peer_median_price", "price_deviation", "robust_z",
        "basic_share", "peer_basic_share", "load_ratio", "load_factor", "valley_share",
        "power_factor", "saving", "saving_of_an_even_load", "max_demand_kw", "capacity_kva")}
    kinds |= {name: "bigint" for name in ("rank", "months", "incomplete_months", "peers")}
    kinds["findings"] = "array<string>"
    # Money is a text in JSON and figures are numbers; both become decimals, digit by digit.
    schema = ", ".join(f"{name} {kinds.get(name, 'string')}" for name in columns)
    row = F.from_json("line", schema + ", extra map<string,string>").alias("row")
    return lines.select(row).select("row.*")


def run(spark: SparkSession, options: argparse.Namespace) -> tuple[int, int]:
    """Screens, and writes the table; tells how many accounts there are and how many have no bill."""
    # Executors run in folders of their own, to which Spark brings what is added here.
    spark.sparkContext.addPyFile(os.path.join(FOLDER, "pipes.py"))
    # Sorting and counting are a program started for each part; Spark's 200 would be mostly empty.
    spark.conf.set("spark.sql.shuffle.partitions", parts_of(spark, options))
    # Each account is read once, though its row is wanted by several steps.
    rows = screened(spark, options).persist()
    result = ranked(spark, rows, options).persist()
    lines = result.where("form = 'json'").select("line")
    first = lines.first()
    if first is None:
        raise Fault(f"{options.accounts}: no accounts there")
    target = options.output.rstrip("/")
    # Each file of the table begins with the heading.
    result.where("form = 'csv'").select("line").write.mode("overwrite").text(
        f"{target}/screen.csv", lineSep="\r\n")
    columns = [name for name in json.loads(first.line) if name != "extra"]
    typed(lines, columns).write.mode("overwrite").parquet(f"{target}/screen.parquet")
    total = lines.count()
    failed = lines.where(F.get_json_object("line", "$.error").isNotNull()).count()
    result.unpersist()
    rows.unpersist()
    return total, failed


def main() -> int:
    options = arguments(sys.argv[1:])
    spark = (
        SparkSession.builder.appName("tariffwise screen")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50000")
        .getOrCreate())
    try:
        total, failed = run(spark, options)
    except Fault as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 1
    finally:
        spark.stop()
    print(f"{total} accounts, {failed} without a bill: {options.output}/screen.csv, "
          f"{options.output}/screen.parquet", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
