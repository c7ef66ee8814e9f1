"""Writes the two titanium dossiers: register readings here, intervals next door.

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
    power_factor, promise, read_load, run, table, write_csv)

YEAR = 2013
ACCOUNT = "TI-01"
INTERVALS = HERE.parent / "titanium-mill-intervals"

# Month: kWh, highest demand [kW], power factor in ten-thousandths.
# January's kvarh is set apart below.
MONTHS = {
    1: (365_000, 2871, None),
    2: (301_200, 1962, 9953),
    3: (370_800, 2318, 9956),
    4: (361_700, 2284, 9958),
    5: (377_200, 2407, 9957),
    6: (352_400, 2251, 9955),
    7: (391_200, 2536, 9954),
    8: (384_800, 2489, 9956),
    9: (368_900, 2342, 9959),
    10: (350_000, 2196, 9960),
    11: (376_800, 2378, 9958),
    12: (390_000, 2469, 9955),
}
JANUARY_KVARH = 36_600

SHARES = {"sharp": 22, "peak": 29, "flat": 29, "valley": 20}  # percent
PERIOD_OF = hours_to_periods(
    {"sharp": [(19, 22)], "peak": [(8, 11), (15, 19)], "valley": [(23, 24), (0, 7)]}, "flat")

# Published: 0.67 yuan/kWh on average, adders +0.25 / +0.15 / 0 / -0.20. The flat price follows.
MEAN_PRICE = Decimal("0.67")
ADDERS = {"sharp": Decimal("0.25"), "peak": Decimal("0.15"), "flat": Decimal(0),
          "valley": Decimal("-0.20")}
BASIC = Decimal(240_000)
REWARD = Decimal("0.0075")


def span(first, last):
    day, end = datetime.date(YEAR, *first), datetime.date(YEAR, *last)
    return {day + datetime.timedelta(days=i) for i in range((end - day).days + 1)}


SPRING_FESTIVAL = span((2, 9), (2, 15))
HOLIDAYS = (span((1, 1), (1, 3)) | span((4, 4), (4, 6)) | span((4, 29), (5, 1))
            | span((6, 10), (6, 12)) | span((9, 19), (9, 21)) | span((10, 1), (10, 7)))
WORKING_WEEKENDS = {datetime.date(YEAR, m, d) for m, d in (
    (1, 5), (1, 6), (2, 16), (2, 17), (4, 7), (4, 27), (4, 28), (6, 8), (6, 9), (9, 22),
    (9, 29), (10, 12))}


def kind_of(day):
    if day in SPRING_FESTIVAL:
        return "idle"
    if day in HOLIDAYS:
        return "off"
    if day in WORKING_WEEKENDS or day.weekday() < 5:
        return "work"
    return "short" if day.weekday() == 5 else "off"


def kvarh_of(month):
    kwh, _, factor = MONTHS[month]
    return JANUARY_KVARH if factor is None else kvarh_for(kwh, factor)


def standing_load(day, kind, dice):
    """Auxiliaries, lighting, cooling water [tenths of kW]: not scaled."""
    level = {"idle": 620, "off": 980, "short": 1150, "work": 1280}[kind]
    values = []
    for quarter in range(QUARTERS):
        hour = quarter // 4
        load = level
        if kind == "work" and 8 <= hour < 22:
            load += 420
        if day.month in (6, 7, 8, 9) and 9 <= hour < 20 and kind != "idle":
            load += 260
        if day.month in (12, 1, 2) and (hour < 8 or hour >= 18):
            load += 150
        values.append(dice.wobble(load, 40))
    return values


def add_heat(values, start, length, power, dice):
    """One melt: a ramp, a plateau, hot topping at falling power."""
    shape = [620, 1040] + [1000] * (length - 5) + [720, 450, 240]
    for i, per_mille in enumerate(shape):
        if start + i < QUARTERS:
            values[start + i] += dice.wobble(power * per_mille // 1000, 25)


def production(kind, turn, dice):
    """Rolling mill, annealing, melting heats [tenths of kW]: scaled to the month's energy."""
    values = [0] * QUARTERS
    if kind == "idle":
        return values
    annealing = {"work": 2100, "short": 1750, "off": 1100}[kind] + dice.between(-150, 150)
    batch = dice.between(2, 5)  # one batch in the furnace until about six, one from about eleven
    for quarter in range(QUARTERS):
        if quarter < 24 + batch or quarter >= 90 + batch:
            values[quarter] += dice.wobble(annealing, 60)
        elif kind != "off":
            values[quarter] += dice.wobble(annealing // 8, 200)
    if kind == "off":
        for quarter in range(28, QUARTERS - 4):
            values[quarter] += dice.wobble(300, 250)
        return values
    mill_end = 68 if kind == "work" else 48
    for quarter in range(31 + dice.upto(1), mill_end + dice.between(-2, 2)):
        at_table = 46 <= quarter < 49
        values[quarter] += dice.wobble(500 if at_table else 2000, 330)
    if kind == "short":
        add_heat(values, dice.between(44, 52), dice.between(9, 12), dice.between(10500, 12000), dice)
        if dice.upto(2) > 0:
            add_heat(values, dice.between(75, 78), dice.between(8, 10), dice.between(11000, 12500), dice)
        return values
    if turn % 5:  # every fifth working morning the crucible is cleaned
        add_heat(values, dice.between(33, 37), dice.between(8, 10), dice.between(10000, 11500), dice)
    if dice.upto(19) > 0:
        add_heat(values, dice.between(46, 50), dice.between(8, 12), dice.between(11000, 12800), dice)
    add_heat(values, dice.between(74, 77), dice.between(11, 14), dice.between(11000, 13000), dice)
    if dice.upto(9) < 2:  # the small furnace is started while the large one is hot
        start = dice.between(76, 80) if dice.upto(2) else dice.between(35, 38)
        add_heat(values, start, dice.between(6, 8), dice.between(5000, 6500), dice)
    return values


def month_load(month, dice):
    """{date: 96 tenths of kW} with the month's energy by period and its one maximum."""
    kwh, highest, _ = MONTHS[month]
    slots, base, extra = [], [], []
    turn = 0
    for day in days_of(YEAR, month):
        kind = kind_of(day)
        base += standing_load(day, kind, dice)
        turn += kind == "work"
        extra += production(kind, turn, dice)
        slots += [(day, quarter) for quarter in range(QUARTERS)]
    candidates = [i for i, (day, quarter) in enumerate(slots)
                  if kind_of(day) == "work" and PERIOD_OF[quarter] in ("sharp", "peak")]
    at = max(candidates, key=lambda i: base[i] + extra[i])
    top = 10 * highest
    values = [0] * len(slots)
    values[at] = top
    for period, percent in SHARES.items():
        own = [i for i, (_, quarter) in enumerate(slots) if PERIOD_OF[quarter] == period and i != at]
        wanted = TENTHS_PER_KWH * kwh * percent // 100 - (top if PERIOD_OF[slots[at][1]] == period else 0)
        cap = [top * dice.between(7800, 9550) // 10000 for _ in own]
        fitted, scale = fit([base[i] for i in own], [extra[i] for i in own], cap, wanted)
        promise(750 <= scale <= 1300, f"month {month}: {period} needed {scale} per mille of the plan")
        for i, value in zip(own, fitted):
            values[i] = value
    load = {}
    for (day, _), value in zip(slots, values):
        load.setdefault(day, []).append(value)
    return load


def month_reactive(month, load, dice):
    """kvar left after compensation: a share of the kW that drifts through the day."""
    slots, raw = [], []
    for day, values in load.items():
        share = dice.between(90, 110)
        for value in values:
            share = min(140, max(60, share + dice.between(-9, 9)))
            raw.append(1 + value * share // 1000)
            slots.append(day)
    fitted, _ = fit([0] * len(raw), raw, [10_000] * len(raw), TENTHS_PER_KWH * kvarh_of(month))
    reactive = {}
    for day, value in zip(slots, fitted):
        reactive.setdefault(day, []).append(value)
    return reactive


def accounts_text():
    return write_csv([
        ["account", "name", "industry", "tariff", "voltage", "transformers", "basic_charge",
         "contract_demand_kw", "power_factor_standard", "metering_side", "energised",
         "energy_source"],
        [ACCOUNT, "Titanium coil mill (reconstructed)", "titanium", "cn-hunan-large-industry-2013",
         "110kV", "20000", "contract-demand", "", "0.90", "hv", "2009-06-01", "catalogue"]])


def readings_text():
    rows = [["account", "month", "kwh_sharp", "kwh_peak", "kwh_flat", "kwh_valley", "kwh_total",
             "max_demand_kw", "kvarh_forward", "kvarh_reverse"]]
    for month, (kwh, highest, _) in MONTHS.items():
        rows.append([ACCOUNT, f"{YEAR}-{month:02}"]
                    + [kwh * percent // 100 for percent in SHARES.values()]
                    + [kwh, highest, kvarh_of(month), 0])
    return write_csv(rows)


def fen(amount):
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def check_readings(text):
    rows = [{key: value if key in ("account", "month") else Decimal(value)
             for key, value in row.items()} for row in table(text)]
    promise([row["month"] for row in rows] == [f"{YEAR}-{m:02}" for m in range(1, 13)], "twelve months")
    promise(sum(row["kwh_total"] for row in rows) == 4_390_000, "the year's energy")
    promise(sum(row["max_demand_kw"] for row in rows) / 12 == Decimal("2375.25"), "the mean maximum")
    promise(max(row["max_demand_kw"] for row in rows) == 2871, "the highest maximum")
    january = [rows[0][key] for key in list(rows[0])[2:]]
    promise(january == [80300, 105850, 105850, 73000, 365000, 2871, 36600, 0], "January's figures")
    for row in rows:
        promise(all(row[f"kwh_{p}"] * 100 == row["kwh_total"] * s for p, s in SHARES.items()),
                f"{row['month']}: shares")
        promise(row["kvarh_reverse"] == 0, f"{row['month']}: reverse kvarh")
        factor = power_factor(row["kwh_total"], row["kvarh_forward"])
        low, high = ("0.995", "0.9951") if row is rows[0] else ("0.9952", "0.9962")
        promise(Decimal(low) < factor < Decimal(high), f"{row['month']}: power factor {factor}")
    remainders = [row["kwh_total"] % 400 for row in rows]
    promise(remainders[0] == 200 and sorted(remainders[1:]) == [0] * 9 + [100] * 2, "remainders by 400")

    # Rounded bill lines of the year must lose nothing, priced by the mean or period by period.
    by_mean = 12 * BASIC + MEAN_PRICE * 4_390_000 - sum(
        fen(REWARD * (BASIC + MEAN_PRICE * row["kwh_total"])) for row in rows)
    flat = MEAN_PRICE - sum(ADDERS[p] * s for p, s in SHARES.items()) / 100
    by_period = Decimal(0)
    for row in rows:
        energy = sum(fen((flat + ADDERS[p]) * row[f"kwh_{p}"]) for p in SHARES)
        by_period += BASIC + energy - fen(REWARD * (BASIC + energy))
    promise(by_mean == Decimal("5777640.25"), f"the year's bill at the mean price: {by_mean}")
    promise(by_period == Decimal("5777640.25"), f"the year's bill period by period: {by_period}")
    return rows


def check_load(text, readings):
    load = read_load(text, ACCOUNT)
    for quantity in load:
        promise(list(load[quantity]) == list(days_of(YEAR)), f"{quantity}: every day once, in order")
    for month, row in enumerate(readings, start=1):
        name = row["month"]
        days = [day for day in load["kW"] if day.month == month]
        energy = dict.fromkeys(SHARES, Decimal(0))
        highest = []
        for day in days:
            for quarter, value in enumerate(load["kW"][day]):
                energy[PERIOD_OF[quarter]] += value / 4
                if value >= row["max_demand_kw"]:
                    highest.append((value, kind_of(day), PERIOD_OF[quarter]))
        promise(all(energy[p] == row[f"kwh_{p}"] for p in SHARES), f"{name}: energy by period")
        promise(len(highest) == 1 and highest[0][0] == row["max_demand_kw"], f"{name}: one maximum")
        promise(highest[0][1] == "work" and highest[0][2] in ("sharp", "peak"), f"{name}: maximum's time")
        promise(sum(sum(load["kvar"][day]) for day in days) / 4 == row["kvarh_forward"], f"{name}: kvarh")


def texts():
    dice = Dice(20130101)
    kw, kvar = {}, {}
    for month in MONTHS:
        load = month_load(month, dice)
        kw.update(load)
        kvar.update(month_reactive(month, load, dice))
    readings, intervals = readings_text(), load_text(ACCOUNT, kw, kvar)
    check_load(intervals, check_readings(readings))
    return {
        HERE / "accounts.csv": accounts_text(),
        HERE / "readings.csv": readings,
        INTERVALS / "accounts.csv": accounts_text(),
        INTERVALS / "load" / f"load-{YEAR}.csv": intervals,
    }


if __name__ == "__main__":
    run(texts)
