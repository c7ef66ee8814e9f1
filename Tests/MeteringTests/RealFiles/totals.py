#!/usr/bin/env python3
"""Figures of every real load file, worked out apart from the Swift readers.

    python3 totals.py            writes expected.csv beside this script
    python3 totals.py --check    compares with it instead; exit 1 on any difference

The data stand outside the repository, under $TARIFFWISE_SHARED (default: ../shared seen from the
project's root). Standard library only. Values are fractions throughout, never floats.

What the counts mean:

* readings = intervals + missing + equal_duplicates + conflicting_duplicates + conflicted starts.
* A start read more than once with different values (or lengths) is *conflicted*: none of its
  readings is counted in intervals, total, max or estimated. Its slot is no gap.
* start and end span all readings as written, missing ones included.
* gap_intervals: slots of the commonest length in that span that no value covers. They include the
  missing ones.
* zero_lengths are not among other_lengths. intervals and estimated count readings kept.
* interval_s: the commonest length; of two equally common ones, that of the earlier reading.
* A NEM12 stream whose interval length changes has a row for each length.
* No field holds a comma or a quote, so a line may be split at its commas.
* A file that cannot be read without being told something has two rows: `refused` and
  `read-with-options`. The name of an account, and the zone of stamps without one, are not counted
  as such: they change no figure here.
"""

import csv
import gzip
import io
import json
import os
import re
import sys
import zipfile
from collections import Counter, defaultdict, namedtuple
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
EXPECTED = HERE / "expected.csv"
FOLDERS = ["commercial", "greenbutton", "nem12", "steel_korea", "xlsx_real"]
COLUMNS = (
    "file outcome reason meter register measure direction unit interval_s intervals readings "
    "missing start end total gap_intervals equal_duplicates conflicting_duplicates overlaps "
    "off_grid other_lengths zero_lengths estimated max note"
).split()
ORIGIN = datetime(1970, 1, 1)
MILLIJOULES_PER_KWH = 3_600_000_000

# value: Fraction in kWh, kvarh or kW; None where the file has a place but no value.
Reading = namedtuple("Reading", "start length value flagged")


@dataclass
class Channel:
    measure: str
    direction: str
    unit: str
    utc: bool
    meter: str = ""
    register: str = ""
    readings: list = field(default_factory=list)
    notes: list = field(default_factory=list)


class Refused(Exception):
    """The file must not be read; the text says why."""


class Empty(Exception):
    """The file holds no intervals."""


# --- figures of a channel --------------------------------------------------------------------


def commonest(items):
    """The most frequent item; among equals the first met."""
    return Counter(items).most_common(1)[0][0]


def settle(readings):
    """(kept readings, conflicted (start, length)s, equal repeats, conflicting repeats)"""
    by_start = defaultdict(list)
    for reading in readings:
        by_start[reading.start].append(reading)
    kept, conflicted, equal, conflicting = [], [], 0, 0
    for start, group in sorted(by_start.items()):
        if all(reading[1:3] == group[0][1:3] for reading in group):
            kept.append(group[0])
            equal += len(group) - 1
        else:
            conflicted.append((start, max(reading.length for reading in group)))
            conflicting += len(group) - 1
    return kept, conflicted, equal, conflicting


def holes(covered, first, last, length):
    """Slots of `length` between first and last that nothing covers, and how often two overlap."""
    missing, overlaps, reached = 0, 0, first
    for start, seconds in sorted(covered):
        if start > reached:
            missing += -(-(start - reached) // length)
        elif start < reached:
            overlaps += 1
        reached = max(reached, start + seconds)
    return missing + -(-(last - reached) // length), overlaps


def off_grid(starts, length):
    # Days and months are not all of one length in UTC, so beyond an hour the hour is the grid.
    grid = min(length, 3600)
    phases = Counter(start % grid for start in starts)
    return sum(phases.values()) - max(phases.values())


def exact_sum(values):
    by_denominator = Counter()
    for value in values:
        by_denominator[value.denominator] += value.numerator
    return sum((Fraction(n, d) for d, n in by_denominator.items()), Fraction(0))


def figures(channel):
    readings = sorted(channel.readings, key=lambda reading: reading.start)
    length = commonest(reading.length for reading in readings if reading.length)
    kept, conflicted, equal, conflicting = settle(readings)
    values = [reading for reading in kept if reading.value is not None]
    first = readings[0].start
    last = max(reading.start + reading.length for reading in readings)
    covered = [(reading.start, reading.length) for reading in values] + conflicted
    gaps, overlaps = holes(covered, first, last, length)
    power = channel.measure.endswith("power")
    energies = [r.value * r.length / 3600 if power else r.value for r in values]
    notes = list(channel.notes)
    fine = sum(1 for energy in energies if MILLIJOULES_PER_KWH % energy.denominator)
    if fine:
        notes.append(f"{fine} values are no whole millijoules")
    if conflicted:
        notes.append(f"total leaves out {len(conflicted)} conflicted starts")
    return {
        "meter": channel.meter,
        "register": channel.register,
        "measure": channel.measure,
        "direction": channel.direction,
        "unit": channel.unit,
        "interval_s": length,
        "intervals": len(values),
        "readings": len(readings),
        "missing": len(kept) - len(values),
        "start": moment(first, channel.utc),
        "end": moment(last, channel.utc),
        "total": plain(exact_sum(energies)),
        "gap_intervals": gaps,
        "equal_duplicates": equal,
        "conflicting_duplicates": conflicting,
        "overlaps": overlaps,
        "off_grid": off_grid([reading.start for reading in readings], length),
        "other_lengths": sum(reading.length not in (0, length) for reading in readings),
        "zero_lengths": sum(reading.length == 0 for reading in readings),
        "estimated": sum(reading.flagged for reading in values),
        "max": plain(max(reading.value for reading in values)),
        "note": "; ".join(notes),
    }


def moment(seconds, utc):
    return (ORIGIN + timedelta(seconds=seconds)).isoformat() + ("Z" if utc else "")


def plain(value):
    """A fraction as an exact plain decimal; raises where there is none."""
    digits, scaled = 0, value
    while scaled.denominator != 1:
        if digits > 60:
            raise ValueError(f"{value} has no finite decimal form")
        digits, scaled = digits + 1, scaled * 10
    text = str(abs(scaled.numerator)).rjust(digits + 1, "0")
    whole = text[: len(text) - digits]
    sign = "-" if value < 0 else ""
    return sign + whole + ("." + text[-digits:] if digits else "")


@cache
def number(text):
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", text, re.ASCII):
        raise Refused(f"not a number: {text!r}")
    return Fraction(text)


# --- Green Button ----------------------------------------------------------------------------

ATOM = "{http://www.w3.org/2005/Atom}"
ESPI = "{http://naesb.org/espi}"
UOM = {
    72: ("active-energy", "Wh"),
    73: ("reactive-energy", "varh"),
    38: ("active-power", "W"),
    63: ("reactive-power", "var"),
}
PREFIX = {0: "", 3: "k", 6: "M"}
FLOW = {None: "unknown", 1: "import", 19: "export"}
SERVICE = {1: "gas", 2: "water"}
BILLABLE = {0, 17, 18, 19}
SENTINEL = Fraction(10**12)


@dataclass
class Resource:
    kind: str
    element: object
    self: str
    ups: list
    related: list

    def code(self, name):
        """A code of the resource as a number; some files pad them with blanks."""
        text = self.element.findtext(ESPI + name)
        return None if text is None or not text.strip() else int(text)

    @property
    def tail(self):
        return tail(self.self)


def path(href):
    return re.sub(r"^[a-z]+://[^/]+", "", href.strip()).strip("/")


def tail(href):
    return href[href.find("UsagePoint/") :] if "UsagePoint/" in href else href


def resources(root):
    found = []
    for entry in root.iter(ATOM + "entry"):
        links = defaultdict(list)
        for link in entry.findall(ATOM + "link"):
            links[link.get("rel")].append(path(link.get("href")))
        own = (links["self"] or [""])[0]
        for content in entry.findall(ATOM + "content"):
            for element in content:
                kind = element.tag.rpartition("}")[2]
                found.append(Resource(kind, element, own, links["up"], links["related"]))
    return found


def same(href, other):
    """Whether two hrefs name one place: whole paths, or tails where a path is cut short."""
    return href == other or (tail(href) == tail(other) and (tail(href) in (href, other)))


def owner(resource, candidates):
    """The resource that `resource` hangs on by its links: up = related, else self below self."""
    by_link = [
        candidate
        for candidate in candidates
        if any(same(up, link) for up in resource.ups for link in candidate.related)
        or any(same(resource.self, link) for link in candidate.related)
    ]
    below = [
        candidate
        for candidate in candidates
        if candidate.self and resource.self.startswith(candidate.self + "/")
    ]
    places = {candidate.self: candidate for candidate in by_link or below}
    if len(places) > 1:
        raise Refused(f"{resource.kind} hangs on {len(places)} resources")
    return next(iter(places.values()), None)


def reading_type(meter_reading, types):
    named = [item for item in types if any(same(item.self, to) for to in meter_reading.related)]
    if not named and len(types) == 1:
        named = types
    codes = {tuple((c.tag, (c.text or "").strip()) for c in item.element) for item in named}
    if not named:
        raise Refused("no ReadingType")
    if len(codes) > 1:
        raise Refused("two different ReadingTypes under one link")
    return named[0]


def type_meaning(kind):
    """(measure, direction, unit, factor to kWh or kW)"""
    if kind.code("accumulationBehaviour") not in (None, 4):
        raise Refused(f"accumulationBehaviour {kind.code('accumulationBehaviour')}")
    if kind.code("commodity") not in (None, 0, 1, 2):
        raise Refused(f"commodity {kind.code('commodity')}")
    if kind.code("uom") not in UOM:
        raise Refused(f"uom {kind.code('uom')} is no electric unit")
    if kind.code("flowDirection") not in FLOW:
        raise Refused(f"flowDirection {kind.code('flowDirection')}")
    measure, unit = UOM[kind.code("uom")]
    power_of_ten = kind.code("powerOfTenMultiplier") or 0
    factor = Fraction(10) ** power_of_ten / 1000
    return measure, FLOW[kind.code("flowDirection")], PREFIX[power_of_ten] + unit, factor


def block_readings(block, factor, default_quality):
    for item in block.findall(ESPI + "IntervalReading"):
        start = item.findtext(f"{ESPI}timePeriod/{ESPI}start")
        duration = item.findtext(f"{ESPI}timePeriod/{ESPI}duration")
        if start is None or duration is None:
            raise Refused("a reading without its time")
        quality = {int(q.text) for q in item.findall(f"{ESPI}ReadingQuality/{ESPI}quality")}
        if not quality and default_quality is not None:
            quality = {default_quality}
        value = number(item.findtext(ESPI + "value").strip()) * factor
        yield Reading(int(start), int(duration), value, not quality <= BILLABLE)


def written_as_local(blocks, local_time):
    """Whether day blocks begin at midnight of the epoch's clock though the place is off UTC."""
    if local_time is None or not local_time.code("tzOffset"):
        return False
    summer = -(local_time.code("dstOffset") or 0) % 86400
    starts = {block[0].start % 86400 for block in blocks if block}
    local = -local_time.code("tzOffset") % 86400
    return starts <= {0, summer} and local not in starts and (local + summer) % 86400 not in starts


def channel_notes(channel, blocks, spans, local_time):
    readings = channel.readings
    notes = []
    if channel.direction == "unknown":
        notes.append("no flowDirection")
    if any(reading.value * 1000 == SENTINEL for reading in readings):
        notes.append("sentinel 10^12 Wh")
    if written_as_local(blocks, local_time):
        notes.append("local time written as UTC")
    if len(readings) > 1 and readings[0].start > readings[-1].start:
        notes.append("newest first")
    wrong = sum(
        span is not None
        and span != (block[0].start, block[-1].start + block[-1].length - block[0].start)
        for span, block in zip(spans, blocks)
    )
    if wrong:
        notes.append(f"block intervals that differ from their readings: {wrong}")
    return notes


def block_span(block):
    start = block.findtext(f"{ESPI}interval/{ESPI}start")
    duration = block.findtext(f"{ESPI}interval/{ESPI}duration")
    return None if start is None or duration is None else (int(start), int(duration))


def meter_channel(meter_reading, blocks, found):
    kind = reading_type(meter_reading, [item for item in found if item.kind == "ReadingType"])
    points = [item for item in found if item.kind == "UsagePoint"]
    point = owner(meter_reading, points)
    if point is not None:
        service = int(point.element.findtext(f"{ESPI}ServiceCategory/{ESPI}kind"))
        if service != 0:
            raise Refused(f"service is {SERVICE.get(service, service)} and not electricity")
    measure, direction, unit, factor = type_meaning(kind)
    meter = point.tail.partition("UsagePoint/")[2] if point else ""
    channel = Channel(measure, direction, unit, True, meter)
    default = kind.code("defaultQuality")
    lists = [list(block_readings(block.element, factor, default)) for block in blocks]
    channel.readings = [reading for block in lists for reading in block]
    local_time = next((item for item in found if item.kind == "LocalTimeParameters"), None)
    spans = [block_span(block.element) for block in blocks]
    channel.notes = channel_notes(channel, lists, spans, local_time)
    if point and sum(other.tail == point.tail for other in points) > 1:
        channel.notes.append(f"usage point {point.self}; other meters of the file share its tail")
    return channel


def green_button(data):
    root = ElementTree.fromstring(data)
    if root.tag not in (ATOM + "feed", ATOM + "entry"):
        raise Refused(f"no Green Button file: root {root.tag.rpartition('}')[2]}")
    found = resources(root)
    blocks = [item for item in found if item.kind == "IntervalBlock"]
    if not blocks:
        raise Empty("no IntervalBlock")
    if not any(item.kind == "ReadingType" for item in found):
        raise Refused("no ReadingType")
    meter_readings = [item for item in found if item.kind == "MeterReading"]
    by_meter = defaultdict(list)
    for block in blocks:
        place = owner(block, meter_readings)
        if place is None:
            raise Refused("an IntervalBlock without its MeterReading")
        by_meter[place.self].append(block)
    return [
        meter_channel(next(m for m in meter_readings if m.self == self), own, found)
        for self, own in by_meter.items()
    ]


# --- NEM12 -----------------------------------------------------------------------------------

STREAMS = {
    "E": ("active-energy", "import"),
    "B": ("active-energy", "export"),
    "Q": ("reactive-energy", "import"),
    "K": ("reactive-energy", "export"),
}
NEM_UNITS = {
    "active-energy": {"wh": Fraction(1, 1000), "kwh": Fraction(1), "mwh": Fraction(1000)},
    "reactive-energy": {"varh": Fraction(1, 1000), "kvarh": Fraction(1), "mvarh": Fraction(1000)},
}
FIELDS = {"100": 5, "200": 10, "400": 6, "500": 5, "900": 1}
DAY_FLAG = re.compile(r"A|N|V|[EFS]\d\d")
PART_FLAG = re.compile(r"A|N|[EFS]\d\d")


@dataclass
class Day:
    line: int
    values: list
    flag: str
    updated: str
    parts: list = field(default_factory=list)


@dataclass
class Stream:
    nmi: str
    suffix: str
    unit: str
    minutes: int
    days: dict = field(default_factory=dict)
    replaced: int = 0
    bare: int = 0  # values written without a digit before the point

    @property
    def count(self):
        return 1440 // self.minutes


class Nem12:
    """The records of one file, in order; every rule names its line."""

    def __init__(self, text):
        self.streams, self.stream, self.day, self.line = {}, None, None, 0
        self.opened = self.closed = False
        for self.line, row in enumerate(text.splitlines(), 1):
            if row.strip():
                self.record(row.split(","))
        if not self.closed:
            self.refuse("the file ends without a 900 record")

    def refuse(self, reason, line=None):
        raise Refused(f"line {line or self.line}: {reason}")

    def record(self, cells):
        kind = cells[0]
        if not self.opened and kind != "100":
            self.refuse(f"a {kind} record before the 100 record")
        if self.closed:
            self.refuse(f"a {kind} record after the 900 record")
        if kind in FIELDS and len(cells) != FIELDS[kind]:
            self.refuse(f"{len(cells)} fields in a {kind} record instead of {FIELDS[kind]}")
        if kind != "400":
            self.finish_day()
        handler = {"100": self.header, "200": self.details, "300": self.values, "400": self.part}
        if kind in handler:
            handler[kind](cells)
        elif kind == "900":
            self.closed = True
        elif kind != "500":
            self.refuse(f"unknown record {kind!r}")

    def header(self, cells):
        if self.opened or cells[1] != "NEM12":
            self.refuse("a second 100 record" if self.opened else f"version {cells[1]!r}")
        self.opened = True

    def details(self, cells):
        nmi, configuration, suffix, unit, minutes = cells[1], cells[2], cells[4], cells[7], cells[8]
        if suffix not in re.findall(r"[A-Z]\w", configuration):
            self.refuse(f"suffix {suffix} is not in the NMI configuration {configuration!r}")
        if not minutes.isdigit() or 1440 % int(minutes):
            self.refuse(f"interval length {minutes!r}")
        if suffix[0] in STREAMS:
            if minutes not in ("5", "15", "30"):
                self.refuse(f"interval length {minutes}")
            if unit.lower() not in NEM_UNITS[STREAMS[suffix[0]][0]]:
                self.refuse(f"unit {unit!r} for suffix {suffix}")
        fresh = Stream(nmi, suffix, unit, int(minutes))
        self.stream = self.streams.setdefault((nmi, suffix, unit, minutes), fresh)

    def values(self, cells):
        if self.stream is None:
            self.refuse("a 300 record without a 200 record")
        count = len(cells) - 7
        if count != self.stream.count:
            self.refuse(f"{count} values instead of {self.stream.count}")
        flag, updated = cells[2 + count], cells[5 + count]
        if not DAY_FLAG.fullmatch(flag):
            self.refuse(f"quality {flag!r}")
        values = [self.value(text, flag) for text in cells[2 : 2 + count]]
        self.day = Day(self.line, values, flag, updated)
        self.file_day(datetime.strptime(cells[1], "%Y%m%d"))

    def value(self, text, flag):
        if text == "" and flag in ("N", "V"):
            return None
        # NEM12 has no rule against .02; providers write it.
        if not re.fullmatch(r"\d+(\.\d+)?|\.\d+", text, re.ASCII):
            self.refuse(f"value {text!r} under quality {flag}")
        if text[0] == ".":
            self.stream.bare += 1
        return number("0" + text if text[0] == "." else text)

    def file_day(self, date):
        earlier = self.stream.days.get(date)
        if earlier is not None:
            if earlier.updated == self.day.updated and earlier.values != self.day.values:
                self.refuse(f"{date:%Y-%m-%d} twice with one update time")
            self.stream.replaced += 1
        if earlier is None or self.day.updated >= earlier.updated:
            self.stream.days[date] = self.day

    def part(self, cells):
        if self.day is None:
            self.refuse("a 400 record without a 300 record")
        if not (cells[1].isdigit() and cells[2].isdigit()):
            self.refuse("a 400 record without its intervals")
        if not PART_FLAG.fullmatch(cells[3]):
            self.refuse(f"quality {cells[3]!r} in a 400 record")
        self.day.parts.append((int(cells[1]), int(cells[2]), cells[3]))

    def finish_day(self):
        day, self.day = self.day, None
        if day is None or (day.flag != "V" and not day.parts):
            return
        reached = 0
        for first, last, _ in day.parts:
            if first != reached + 1 or last < first:
                self.refuse(f"400 records are not 1 to {len(day.values)} in order", day.line)
            reached = last
        if reached != len(day.values):
            self.refuse(f"400 records cover {reached} of {len(day.values)} values", day.line)


def stream_readings(stream, factor):
    seconds = stream.minutes * 60
    for date, day in sorted(stream.days.items()):
        flags = [day.flag] * len(day.values)
        for first, last, flag in day.parts:
            flags[first - 1 : last] = [flag] * (last - first + 1)
        midnight = int((date - ORIGIN).total_seconds())
        for index, (value, flag) in enumerate(zip(day.values, flags)):
            # Under N the number written is a placeholder, whatever it is.
            absent = flag == "N" or value is None
            start = midnight + index * seconds
            yield Reading(start, seconds, None if absent else value * factor, flag != "A")


def nem12(texts):
    channels, left_out = [], defaultdict(list)
    for stream in (stream for text in texts for stream in Nem12(text).streams.values()):
        if stream.suffix[0] not in STREAMS:
            left_out[stream.nmi].append(stream.suffix)
            continue
        if not stream.days:
            continue
        measure, direction = STREAMS[stream.suffix[0]]
        channel = Channel(measure, direction, stream.unit, False, stream.nmi, stream.suffix)
        factor = NEM_UNITS[measure][stream.unit.lower()]
        channel.readings = list(stream_readings(stream, factor))
        if stream.replaced:
            channel.notes.append(f"{stream.replaced} days replaced by a later one")
        if stream.bare:
            channel.notes.append(f"{stream.bare} values without a leading zero")
        channels.append(channel)
    for channel in channels:
        if left_out[channel.meter]:
            channel.notes.append("stream left out: " + " ".join(left_out[channel.meter]))
    if not channels:
        raise Empty("no 300 record")
    return channels


def nem12_file(place):
    data = place.read_bytes()
    if not data.startswith(b"PK"):
        return nem12([data.decode("ascii")])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return nem12([archive.read(name).decode("ascii") for name in archive.namelist()])


# --- CSV -------------------------------------------------------------------------------------

KWH = ("active-energy", "import", "kWh")
UNITLESS = ("active-energy", "import", "")
STEEL = [
    (1, KWH),
    (2, ("reactive-energy", "import", "kVarh")),
    (3, ("reactive-energy", "export", "kVarh")),
]


@dataclass
class Plan:
    """How a person reads the file: stamps, value columns, and what it does not say itself."""

    stamps: str  # a strptime pattern, or "iso"
    ends: bool
    columns: list
    heading: bool = True
    quality: int = None
    lacks: str = ""
    give: str = ""
    note: str = ""


NO_UNIT = {"columns": [(1, UNITLESS)], "lacks": "no unit in the headings", "give": "unit kWh"}
FLOAT_NOISE = "values printed from binary floats"
DAY_FIRST = {
    "lacks": "day-month order not shown by any date",
    "give": "day before month; end stamps unless the midnight rows are proof enough",
    "note": "midnight under the date of the day it ends",
}
PLANS = {
    "commercial/il-electricity-cdd-hdd-hourly.csv.gz": Plan("iso", False, **NO_UNIT),
    "commercial/il-electricity-cdd-only-hourly.csv.gz": Plan("iso", False, **NO_UNIT),
    "commercial/uk-electricity-hdd-only-hourly-sample-0.csv.gz": Plan(
        "iso", False, note=FLOAT_NOISE, **NO_UNIT
    ),
    "commercial/uk-electricity-hdd-only-hourly-sample-1.csv.gz": Plan("iso", False, **NO_UNIT),
    "commercial/lbnl_loadshape_test_kw.csv": Plan(
        "iso",
        False,
        [(1, ("active-power", "import", ""))],
        heading=False,
        lacks="no heading",
        give="no heading; unit kW",
        note="missing values written nan",
    ),
    "commercial/nrel_GoldenOffice_simulated.csv": Plan(
        "%m/%d/%Y %H:%M", True, [(1, KWH)], quality=2
    ),
    "steel_korea/Steel_industry_data.csv": Plan(
        "%d/%m/%y %H:%M", True, STEEL, note="midnight under the date of the day it ends"
    ),
    "steel_korea/variant_dashes_head200.csv": Plan("%d-%m-%Y %H:%M", True, STEEL, **DAY_FIRST),
    "steel_korea/variant_ddmmyyyy_head200.csv": Plan("%d/%m/%Y %H:%M", True, STEEL, **DAY_FIRST),
}
NOT_LOAD = {"commercial/lbnl_loadshape_test_tariff.csv": "no load file: a tariff's hour table"}


def csv_stamps(texts, plan):
    """Seconds since 1970 of each stamp as the file means it, and whether they are UTC."""
    seconds, utc, before = [], False, None
    for text in texts:
        when = (
            datetime.fromisoformat(text)
            if plan.stamps == "iso"
            else datetime.strptime(text, plan.stamps)
        )
        if when.tzinfo is not None:
            utc, when = True, when.astimezone(timezone.utc).replace(tzinfo=None)
        # The steel works print the day's last row, 24:00, as 0:00 of that same day; that it
        # follows the day's other rows shows it.
        printed = when
        if plan.ends and before and when.time() == ORIGIN.time() and when.date() == before.date():
            when += timedelta(days=1)
        before = printed
        seconds.append(int((when - ORIGIN).total_seconds()))
    return seconds, utc


def csv_channels(data, plan):
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    rows = rows[1:] if plan.heading else rows
    stamps, utc = csv_stamps([row[0] for row in rows], plan)
    distinct = sorted(set(stamps))
    length = commonest(later - earlier for earlier, later in zip(distinct, distinct[1:]))
    shift = length if plan.ends else 0
    channels = []
    for column, (measure, direction, unit) in plan.columns:
        channel = Channel(measure, direction, unit, utc)
        for stamp, row in zip(stamps, rows):
            cell = row[column].strip()
            value = None if cell.lower() in ("", "nan") else number(cell)
            flagged = plan.quality is not None and int(row[plan.quality]) not in BILLABLE
            channel.readings.append(Reading(stamp - shift, length, value, flagged))
        channel.notes = [text for text in (plan.note,) if text]
        channels.append(channel)
    zero_rows(channels)
    return channels


def zero_rows(channels):
    """Says so where all of several channels are zero in one row and not in its neighbours."""
    if len(channels) < 2:
        return
    sums = [sum(r.value for r in row) for row in zip(*(c.readings for c in channels))]
    lone = [i for i in range(1, len(sums) - 1) if not sums[i] and sums[i - 1] and sums[i + 1]]
    for channel in channels if lone else []:
        starts = " ".join(moment(channel.readings[i].start, False) for i in lone)
        channel.notes.append(f"all channels zero in the lone interval from {starts}")


# --- XLSX ------------------------------------------------------------------------------------

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SERIAL_ORIGIN = int((datetime(1899, 12, 30) - ORIGIN).total_seconds())


def sheet_rows(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        with archive.open("xl/worksheets/sheet1.xml") as sheet:
            for _, element in ElementTree.iterparse(sheet):
                if element.tag == SHEET + "row":
                    yield {
                        re.match("[A-Z]+", cell.get("r"))[0]: (
                            cell.findtext(f"{SHEET}is/{SHEET}t") or cell.findtext(SHEET + "v")
                        )
                        for cell in element
                    }
                    element.clear()


def serial_seconds(text):
    # Serials carry the error of a float; the nearest second is meant.
    return SERIAL_ORIGIN + round(Fraction(text) * 86400)


def xlsx_channels(data):
    rows = list(sheet_rows(data))
    total = next(letter for letter, text in rows[0].items() if text == "Total")
    if rows[1][total] != "in kW":
        raise Refused(f"unit {rows[1][total]!r}")
    body = rows[3:]
    starts = [serial_seconds(row["A"]) for row in body]
    length = commonest(later - earlier for earlier, later in zip(starts, starts[1:]))
    channel = Channel("active-power", "import", "kW", False)
    for start, row in zip(starts, body):
        channel.readings.append(Reading(start, length, number(row[total]), False))
    uses = [letter for letter in rows[0] if letter not in ("A", total)]
    off = max(abs(sum(number(row[use]) for use in uses) - number(row[total])) for row in body)
    channel.notes = [f"Total is off the sum of its {len(uses)} columns by up to {plain(off)} kW"]
    return [channel]


# --- all files -------------------------------------------------------------------------------


def refusal(name, outcome, reason, note=""):
    return {"file": name, "outcome": outcome, "reason": reason, "note": note}


def channel_rows(name, outcome, channels, give=""):
    rows = []
    for channel in channels:
        row = {"file": name, "outcome": outcome, "reason": "", **figures(channel)}
        row["note"] = "; ".join(filter(None, [f"give: {give}" if give else "", row["note"]]))
        rows.append(row)
    return rows


def optional(name, channels, lacks, give):
    """Rows of a file that has to be told something: what it says alone, and with options."""
    alone = refusal(name, "refused", lacks, f"give: {give}")
    return [alone, *channel_rows(name, "read-with-options", channels, give)]


def file_rows(place, name):
    folder = name.partition("/")[0]
    try:
        if name in NOT_LOAD:
            raise Refused(NOT_LOAD[name])
        if folder == "greenbutton":
            return channel_rows(name, "read", green_button(place.read_bytes()))
        if folder == "nem12":
            return channel_rows(name, "read", nem12_file(place))
        if folder == "xlsx_real":
            channels = xlsx_channels(place.read_bytes())
            return optional(name, channels, "nine value columns", "column Total")
        plan = PLANS[name]
        data = place.read_bytes()
        channels = csv_channels(gzip.decompress(data) if name.endswith(".gz") else data, plan)
        if plan.lacks:
            return optional(name, channels, plan.lacks, plan.give)
        return channel_rows(name, "read", channels)
    except Refused as reason:
        return [refusal(name, "refused", str(reason))]
    except Empty as reason:
        return [refusal(name, "empty", str(reason))]


def all_rows(data):
    rows = []
    for folder in FOLDERS:
        for place in sorted((data / folder).rglob("*")):
            if place.is_file() and place.name != "SOURCE.txt" and place.suffix != ".json":
                rows += file_rows(place, place.relative_to(data).as_posix())
    keys = "file outcome meter register measure direction interval_s note".split()
    return sorted(rows, key=lambda row: [str(row.get(key, "")) for key in keys])


def as_csv(rows):
    out = io.StringIO()
    writer = csv.DictWriter(
        out, COLUMNS, restval="", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
    )
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def disagreements(rows, data):
    """Where the figures differ from those that came with the data."""
    wrong = []
    read = [row for row in rows if row["outcome"].startswith("read")]
    for entry in json.loads((data / "greenbutton/INVENTORY.json").read_text()):
        own = [row for row in read if row["file"] == entry["file"]]
        if own and sum(row["readings"] for row in own) != entry["readings"]:
            wrong.append(f"{entry['file']}: readings, inventory says {entry['readings']}")
    reference = json.loads((data / "steel_korea/reference.json").read_text())["correct"]
    steel = [row for row in read if row["file"] == "steel_korea/Steel_industry_data.csv"]
    names = {
        ("active-energy", "import"): "total_kWh",
        ("reactive-energy", "import"): "total_lagging_kvarh",
        ("reactive-energy", "export"): "total_leading_kvarh",
    }
    for row in steel:
        name = names[row["measure"], row["direction"]]
        if Fraction(row["total"]) != Fraction(reference[name]):
            wrong.append(f"steel: {name} {row['total']}, reference says {reference[name]}")
        if (row["start"], row["end"]) != (reference["period_start"], reference["period_end"]):
            wrong.append(f"steel: period {row['start']} .. {row['end']}")
    return wrong


def print_summary(rows):
    groups = defaultdict(list)
    for row in rows:
        groups[row["file"], row["outcome"]].append(row)
    print(f"{'file':<66} {'outcome':<17} {'ch':>3} {'intervals':>9} {'kWh in':>18}  remarks")
    for (name, outcome), own in groups.items():
        taken = [r for r in own if r.get("measure", "").startswith("active")]
        energy = exact_sum(Fraction(r["total"]) for r in taken if r["direction"] != "export")
        channels = [row for row in own if row.get("measure")]
        intervals = sum(row["intervals"] for row in channels) if channels else ""
        remarks = own[0]["reason"] or own[0]["note"]
        print(
            f"{name[-66:]:<66} {outcome:<17} {len(channels) or '':>3} {intervals:>9} "
            f"{plain(energy) if channels else '':>18}  {remarks}"
        )
    print()
    for outcome, count in sorted(Counter(outcome for _, outcome in groups).items()):
        print(f"{outcome:<18} {count:>4} files")
    print(f"{'rows':<18} {len(rows):>4}")


def main(arguments):
    shared = Path(os.environ.get("TARIFFWISE_SHARED", "../shared"))
    data = (PROJECT / shared) / "data"
    if not data.is_dir():
        print(f"skipped: {data} is not there; TARIFFWISE_SHARED names the folder")
        return 0
    rows = all_rows(data)
    text = as_csv(rows)
    if arguments == ["--check"]:
        recorded = EXPECTED.read_text().splitlines()
        lost = [line for line in recorded if line not in set(text.splitlines())]
        fresh = [line for line in text.splitlines() if line not in set(recorded)]
        wrong = [f"- {line}" for line in lost] + [f"+ {line}" for line in fresh]
    elif arguments:
        print(__doc__)
        return 2
    else:
        EXPECTED.write_text(text)
        print_summary(rows)
        wrong = []
    wrong += disagreements(rows, data)
    print("\n".join(wrong) if wrong else "agrees with INVENTORY.json and reference.json")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
