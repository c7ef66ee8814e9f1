#!/usr/bin/env python3
"""Writes a large Green Button file: pretty-printed, every reading with cost and quality.

usage: generate.py FILE [READINGS]        450 000 readings make about 140 MB

The same bytes on every run. Prints the count of readings and the sum of their values.
"""
import sys

ATOM = "http://www.w3.org/2005/Atom"
ESPI = "http://naesb.org/espi"
FIRST = 1_325_376_000  # 2012-01-01T00:00:00Z
PER_DAY = 96
POINT = "/RetailCustomer/1/UsagePoint/1"
METER = POINT + "/MeterReading/1"


def entry(address, up, related, content):
    links = "".join(f'    <link rel="related" href="{to}"/>\n' for to in related)
    return (
        "  <entry>\n"
        f'    <link rel="self" href="{address}"/>\n'
        f'    <link rel="up" href="{up}"/>\n'
        f"{links}"
        "    <content>\n"
        f"{content}"
        "    </content>\n"
        "  </entry>\n"
    )


def value(index):
    return 250_000 + (index * 7_919) % 400_000


def reading(index):
    quality = 8 if index % 1_000 == 999 else 17
    return (
        "        <IntervalReading>\n"
        f"          <cost>{1_000_000 + index % 424_243}</cost>\n"
        "          <ReadingQuality>\n"
        f"            <quality>{quality}</quality>\n"
        "          </ReadingQuality>\n"
        "          <timePeriod>\n"
        "            <duration>900</duration>\n"
        f"            <start>{FIRST + index * 900}</start>\n"
        "          </timePeriod>\n"
        f"          <value>{value(index)}</value>\n"
        "        </IntervalReading>\n"
    )


def block(first, end):
    address = f"{METER}/IntervalBlock/{first // PER_DAY}"
    readings = "".join(map(reading, range(first, end)))
    return entry(
        address,
        METER + "/IntervalBlock",
        [],
        '      <IntervalBlock xmlns="http://naesb.org/espi">\n'
        "        <interval>\n"
        f"          <duration>{(end - first) * 900}</duration>\n"
        f"          <start>{FIRST + first * 900}</start>\n"
        "        </interval>\n"
        f"{readings}"
        "      </IntervalBlock>\n",
    )


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 450_000
    with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<feed xmlns="{ATOM}">\n'
            "  <id>urn:uuid:00000000-0000-0000-0000-000000000000</id>\n"
            "  <title>Benchmark</title>\n"
        )
        file.write(
            entry(
                POINT,
                "/RetailCustomer/1/UsagePoint",
                [METER],
                f'      <UsagePoint xmlns="{ESPI}">\n'
                "        <ServiceCategory>\n          <kind>0</kind>\n        </ServiceCategory>\n"
                "      </UsagePoint>\n",
            )
        )
        file.write(
            entry(
                METER,
                POINT + "/MeterReading",
                [METER + "/IntervalBlock", "/ReadingType/1"],
                f'      <MeterReading xmlns="{ESPI}"/>\n',
            )
        )
        file.write(
            entry(
                "/ReadingType/1",
                "/ReadingType",
                [],
                f'      <ReadingType xmlns="{ESPI}">\n'
                "        <accumulationBehaviour>4</accumulationBehaviour>\n"
                "        <commodity>1</commodity>\n"
                "        <flowDirection>1</flowDirection>\n"
                "        <intervalLength>900</intervalLength>\n"
                "        <kind>12</kind>\n"
                "        <powerOfTenMultiplier>0</powerOfTenMultiplier>\n"
                "        <uom>72</uom>\n"
                "      </ReadingType>\n",
            )
        )
        for first in range(0, count, PER_DAY):
            file.write(block(first, min(first + PER_DAY, count)))
        file.write("</feed>\n")
    print(f"{count} readings, sum of values {sum(map(value, range(count)))}")


main()
