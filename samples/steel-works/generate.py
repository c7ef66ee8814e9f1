"""Writes the steel works' accounts.csv and load/load-2025.csv.

Run: python3 generate.py. Deterministic; nothing is written if a promise fails.
"""

import datetime
import pathlib
import sys
from decimal import ROUND_HALF_UP, Decimal

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from shaping import (  # noqa: E402
    QUARTERS, TENTHS_PER_KWH, Dice, days_of, fit, hours_to_periods, kvarh_for, load_text,
    power_factor, promise, read_load, run, write_csv)

YEAR = 2025
ACCOUNT = "ST-01"
CAPACITY_KVA = 2 * 2000 + 1250
CONTRACT_KW = 3000

# Month: kWh, highest demand [kW], power factor in ten-thousandths, work on Sundays.
MONTHS = {
    1: (1_064_000, 2874, 9170, False),
    2: (968_000, 2790, 9270, False),
    3: (1_402_000, 3056, 9020, True),
    4: (1_352_000, 3062, 8930, True),
    5: (1_318_000, 3021, 8870, True),
    6: (1_366_800, 3094, 8720, True),
    7: (1_447_000, 3306, 8620, True),
    8: (1_421_000, 3118, 8680, True),
    9: (1_312_000, 2973, 8830, True),
    10: (1_174_000, 2905, 8980, False),
    11: (1_341_000, 3041, 9080, True),
    12: (1_409_000, 3227, 9010, True),
}
OVER_THE_CONTRACT = [7, 12]  # above 105 % of it
DISCOUNT = [3, 6, 7, 8, 12]  # at least 260 kWh/kVA
FACTORS = {1: "0.92", 2: "0.93", 3: "0.90", 4: "0.89", 5: "0.89", 6: "0.87", 7: "0.86",
           8: "0.87", 9: "0.88", 10: "0.90", 11: "0.91", 12: "0.90"}

VALLEY = [(0, 6), (12, 14)]
SUMMER = hours_to_periods(
    {"sharp": [(20, 22)], "peak": [(16, 20), (22, 24)], "valley": VALLEY}, "flat")
REST_OF_YEAR = hours_to_periods(
    {"sharp": [(18, 20)], "peak": [(16, 18), (20, 24)], "valley": VALLEY}, "flat")
PERIODS = ("sharp", "peak", "flat", "valley")


def period_of(day, quarter):
    return (SUMMER if day.month in (7, 8) else REST_OF_YEAR)[quarter]


def span(first, last):
    day, end = datetime.date(YEAR, *first), datetime.date(YEAR, *last)
    return {day + datetime.timedelta(days=i) for i in range((end - day).days + 1)}


SPRING_FESTIVAL = span((1, 28), (2, 4))
STOPS = span((1, 1), (1, 1)) | span((5, 1), (5, 2)) | span((10, 1), (10, 3))


def kind_of(day):
    if day in SPRING_FESTIVAL:
        return "idle"
    if day in STOPS:
        return "off"
    if day.weekday() == 6:
        return "one shift" if MONTHS[day.month][3] else "off"
    return "two shifts"


def standing_load(day, kind, dice):
    """Holding furnaces, water, compressors, lighting [tenths of kW]: not scaled."""
    level = {"idle": 1900, "off": 3600, "one shift": 4600, "two shifts": 5400}[kind]
    if day.month in (6, 7, 8, 9) and kind != "idle":
        level += 500
    return [dice.wobble(level, 35) for _ in range(QUARTERS)]


def production(kind, dice):
    """Induction furnaces and rolling [tenths of kW]: scaled to the month's energy."""
    values = [0] * QUARTERS
    if kind == "idle":
        return values
    if kind == "off":
        for quarter in range(32, 64):
            values[quarter] = dice.wobble(900, 300)
        return values
    for quarter in range(QUARTERS):  # billets kept hot through the night
        values[quarter] = dice.wobble(1500, 120)
    shifts = [(24, 56), (56, 88)] if kind == "two shifts" else [(24, 56)]
    for start, end in shifts:
        level = dice.between(21000, 23800)
        for quarter in range(start, end):
            # A furnace charge takes five quarters, the last of them tapping.
            tapping = (quarter - start + level) % 5 == 4
            values[quarter] += dice.wobble(level * (820 if tapping else 1000) // 1000, 70)
        meal = start + dice.between(17, 19)
        for quarter in (meal, meal + 1):
            values[quarter] = values[quarter] * 550 // 1000
        for _ in range(dice.between(0, 2)):  # roll changes
            change = start + dice.between(4, 28)
            for quarter in range(change, change + dice.between(1, 2)):
                values[quarter] = values[quarter] * dice.between(350, 550) // 1000
    values[22] += 5000
    values[23] += 11000
    last = shifts[-1][1]
    values[last] += 8500
    values[last + 1] += 3500
    return values


def month_load(month, dice):
    """{date: 96 tenths of kW}: the month's energy, whole kWh by period, one maximum."""
    kwh, highest, _, _ = MONTHS[month]
    slots, base, extra = [], [], []
    for day in days_of(YEAR, month):
        kind = kind_of(day)
        base += standing_load(day, kind, dice)
        extra += production(kind, dice)
        slots += [(day, quarter) for quarter in range(QUARTERS)]
    top = 10 * highest
    at = max((i for i, (day, _) in enumerate(slots) if kind_of(day) == "two shifts"),
             key=lambda i: base[i] + extra[i])
    cap = [top * dice.between(8800, 9750) // 10000 for _ in slots]
    base[at], extra[at], cap[at] = top, 0, top
    values, scale = fit(base, extra, cap, TENTHS_PER_KWH * kwh)
    promise(800 <= scale <= 1250, f"month {month} needed {scale} per mille of the plan")

    spare = 0
    for period in PERIODS:
        own = [i for i, (day, quarter) in enumerate(slots) if period_of(day, quarter) == period and i != at]
        over = sum(values[i] for i in own) + (top if period_of(*slots[at]) == period else 0)
        over %= TENTHS_PER_KWH
        for i in own[:over]:
            values[i] -= 1
        spare += over
    flat = [i for i, (day, quarter) in enumerate(slots) if period_of(day, quarter) == "flat" and i != at]
    for i in flat[:spare]:
        values[i] += 1
    load = {}
    for (day, _), value in zip(slots, values):
        load.setdefault(day, []).append(value)
    return load


def month_reactive(month, load, dice):
    """kvar: magnetising power that stays, and a share of the kW that drifts."""
    kwh, _, factor, _ = MONTHS[month]
    slots, raw = [], []
    for day, values in load.items():
        share = dice.between(470, 530)
        for value in values:
            share = min(600, max(400, share + dice.between(-14, 14)))
            raw.append(600 + value * share // 1000)
            slots.append(day)
    fitted, _ = fit([0] * len(raw), raw, [40_000] * len(raw), TENTHS_PER_KWH * kvarh_for(kwh, factor))
    reactive = {}
    for day, value in zip(slots, fitted):
        reactive.setdefault(day, []).append(value)
    return reactive


def accounts_text():
    return write_csv([
        ["account", "name", "industry", "tariff", "voltage", "transformers", "basic_charge",
         "contract_demand_kw", "power_factor_standard", "metering_side", "energised",
         "energy_source"],
        [ACCOUNT, "Two-shift steel works (generated)", "steel", "cn-hubei-two-part", "10kV",
         "2x2000+1250", "contract-demand", CONTRACT_KW, "0.90", "hv", "2016-04-01", "agent"]])


def check_load(text):
    load = read_load(text, ACCOUNT)
    for quantity in load:
        promise(list(load[quantity]) == list(days_of(YEAR)), f"{quantity}: every day once, in order")
    over, discount = [], []
    for month, (kwh, highest, _, _) in MONTHS.items():
        energy = dict.fromkeys(PERIODS, Decimal(0))
        values = []
        for day in days_of(YEAR, month):
            values += load["kW"][day]
            for quarter, value in enumerate(load["kW"][day]):
                energy[period_of(day, quarter)] += value / 4
        reactive = sum(sum(load["kvar"][day]) for day in days_of(YEAR, month)) / 4
        promise(sum(energy.values()) == kwh, f"month {month}: energy")
        promise(all(e == int(e) for e in energy.values()), f"month {month}: whole kWh by period")
        promise(max(values) == highest and values.count(max(values)) == 1, f"month {month}: maximum")
        promise(reactive == int(reactive), f"month {month}: whole kvarh")
        factor = power_factor(kwh, reactive)
        shown = factor.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        promise(str(shown) == FACTORS[month], f"month {month}: power factor {factor}")
        promise(abs(factor - shown) < Decimal("0.0035"), f"month {month}: power factor near a rounding edge")
        if 100 * highest > 105 * CONTRACT_KW:
            over.append(month)
        if kwh >= 260 * CAPACITY_KVA:
            discount.append(month)
    promise(over == OVER_THE_CONTRACT, f"months above 105 % of the contract: {over}")
    promise(discount == DISCOUNT, f"months of 260 kWh/kVA: {discount}")


def texts():
    dice = Dice(20250101)
    kw, kvar = {}, {}
    for month in MONTHS:
        load = month_load(month, dice)
        kw.update(load)
        kvar.update(month_reactive(month, load, dice))
    text = load_text(ACCOUNT, kw, kvar)
    check_load(text)
    return {HERE / "accounts.csv": accounts_text(), HERE / "load" / f"load-{YEAR}.csv": text}


if __name__ == "__main__":
    run(texts)
