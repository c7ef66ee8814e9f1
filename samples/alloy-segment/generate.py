"""Writes the alloy segment's accounts.csv, stories.csv and readings.csv, or load files instead.

Run: python3 generate.py. Deterministic; nothing is written if a promise fails. With other options
another segment is written to another folder: python3 generate.py --seed 7 --output /tmp/segment
"""

import argparse
import datetime
import hashlib
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from shaping import (  # noqa: E402
    QUARTERS, TENTHS_PER_KWH, Dice, days_of, hours_to_periods, kvarh_for, load_text, promise, run,
    tenths, write_csv)

YEAR = 2013
TARIFF = "cn-hunan-large-industry-2013"
PERIODS = ("sharp", "peak", "flat", "valley")
REGISTERS = [f"kwh_{p}" for p in PERIODS] + [
    "kwh_total", "max_demand_kw", "kvarh_forward", "kvarh_reverse"]
HOURS = {"sharp": 3, "peak": 7, "flat": 6, "valley": 8}  # of a day
PERIOD_OF = hours_to_periods(
    {"sharp": [(19, 22)], "peak": [(8, 11), (15, 19)], "valley": [(23, 24), (0, 7)]}, "flat")
PRICE_PER_KVA, PRICE_PER_KW = 20, 30  # of a month
FLOOR_PERCENT, ALLOWED_PERCENT = 40, 105

# Industry, its accounts' names, voltage, how many of 60, load factor and power factor from and to
# [per mille], sets of transformers by size. The standard ratings next below a set are at most 80 %
# of it, too small for a load of more than 64 %.
GROUPS = (
    ("ferro-alloys", "Alloy works", "35kV", 34, (600, 710), (935, 970), (
        "8000", "10000", "2x5000", "12500", "16000", "2x8000", "20000", "2x10000")),
    ("ferro-alloys", "Alloy works", "110kV", 8, (620, 720), (957, 972), (
        "20000", "25000", "31500", "40000", "2x20000")),
    ("foundries", "Foundry", "1-10kV", 15, (480, 600), (935, 970), (
        "1250", "1600", "2000", "2x1000", "2500", "2x1250", "3150", "2x2000")),
    ("foundries", "Foundry", "35kV", 3, (500, 600), (935, 970), ("4000", "5000", "6300")),
)
DECLARED_FROM_KVA = 10_000  # works of this size all declare a contract demand
STORIES = ("floor-binds", "wrong-method", "power-factor", "peak-heavy", "data-fault")
SEASON = [985, 910, 975, 980, 990, 965, 950, 955, 980, 985, 990, 1000]  # per mille of the demand
DIAL_JUMP = 40
GAP_DAYS = range(9, 14)


def dice_for(*names):
    """Dice of their own for whatever the names name: what is next to it does not resemble it."""
    digest = hashlib.sha256(" ".join(map(str, names)).encode("ascii")).digest()
    return Dice(int.from_bytes(digest[:8], "big"))


class Account:
    """One account: its plant, its story, and its registers by month."""

    def __init__(self, number, width, group, seed, story, turn):
        industry, name, self.voltage, _, load_factors, factors, sets = group
        self.id, self.number = f"AL-{number:0{width}}", number
        self.name, self.industry = f"{name} {number:0{width}}", industry
        self.story, self.turn = story, turn
        self.seed, self.dice = seed, dice_for(seed, number)
        self.plan(load_factors, factors, sets)
        self.tell()
        self.months = [self.registers(month) for month in range(1, 13)]
        self.choose_basic_charge()
        self.faulty_month = self.dice.between(3, 10)

    def plan(self, load_factors, factors, sets):
        """How a well-run account of the group uses its energy; all in thousandths."""
        size = self.dice.upto(len(sets) - 1)
        if self.story:  # told of the larger half, where it is worth a visit
            size = (len(sets) + size) // 2
        self.transformers = sets[size]
        times, _, rating = self.transformers.rpartition("x")
        self.kva = int(times or 1) * int(rating)
        self.energised = datetime.date(2003, 1, 1) + datetime.timedelta(days=self.dice.upto(2800))
        self.load_ratio = self.dice.between(680, 775)
        self.factor = self.dice.between(*factors)
        self.load_factor = self.dice.between(*load_factors)
        valley = self.dice.between(345, 415)
        sharp = (1000 - valley) * self.dice.between(165, 185) // 1000
        peak = (1000 - valley) * self.dice.between(425, 450) // 1000
        self.shares = self.with_flat(sharp, peak, valley)
        self.calm = 0
        self.declares = self.dice.upto(2) > 0 or self.kva >= DECLARED_FROM_KVA

    @staticmethod
    def with_flat(sharp, peak, valley):
        return {"sharp": sharp, "peak": peak, "flat": 1000 - sharp - peak - valley,
                "valley": valley}

    def tell(self):
        """What the story changes in the plan."""
        dice = self.dice
        if self.story == "floor-binds":
            self.load_ratio = dice.between(138, 150)
            self.load_factor = dice.between(400, 480)
        elif self.story == "wrong-method" and self.turn % 2 == 0:
            self.load_ratio = dice.between(420, 432)
            self.load_factor = dice.between(400, 460)
        elif self.story == "wrong-method":
            self.load_ratio, self.factor = dice.between(778, 790), 975
            self.load_factor = dice.between(420, 480)
            self.calm = 700
        elif self.story == "power-factor":
            self.factor = dice.between(772, 788)
        elif self.story == "peak-heavy":
            self.load_factor = dice.between(420, 480)
            self.shares = self.with_flat(
                dice.between(210, 230), dice.between(460, 490), dice.between(80, 110))

    def registers(self, month):
        """{register: whole number} of the month."""
        dice = self.dice
        dip = (1000 - SEASON[month - 1] + dice.upto(12)) * (1000 - self.calm) // 1000
        factor = 10 * self.factor + dice.between(-40, 40)
        demand = self.kva * self.load_ratio * (1000 - dip) * factor // 10**10
        hours = 24 * sum(1 for _ in days_of(YEAR, month))
        energy = demand * hours * dice.wobble(self.load_factor, 15) // 1000
        row = {f"kwh_{p}": energy * dice.wobble(self.shares[p], 12) // 1000
               for p in ("sharp", "peak", "valley")}
        row["kwh_flat"] = energy - sum(row.values())
        for p in PERIODS:
            most = demand * hours * HOURS[p] // 24
            promise(row[f"kwh_{p}"] * 100 < 97 * most, f"{self.id}: {p} is more than the demand")
        row["kwh_total"] = energy
        row["max_demand_kw"] = demand
        row["kvarh_forward"] = kvarh_for(energy, factor)
        row["kvarh_reverse"] = 0
        return row

    def demand_charge(self, contract):
        """What a contract demand costs in the year, in twentieths of a yuan."""
        contract = max(contract, -(-self.kva * FLOOR_PERCENT // 100))
        allowed = contract * ALLOWED_PERCENT // 5  # 1.05 times, in twentieths of a kilowatt
        return PRICE_PER_KW * sum(
            max(20 * contract, 2 * 20 * row["max_demand_kw"] - allowed
                if 20 * row["max_demand_kw"] > allowed else 0)
            for row in self.months)

    def choose_basic_charge(self):
        """The method that is cheapest for the account, unless its story is another."""
        # The cost bends only where a month's demand is just within the allowance.
        bends = {-(-row["max_demand_kw"] * 100 // ALLOWED_PERCENT) for row in self.months}
        best = min((-(-bend // 10) * 10 for bend in sorted(bends)), key=self.demand_charge)
        by_capacity = 20 * PRICE_PER_KVA * self.kva * len(self.months)
        self.contract = best if self.declares else None
        self.method = "capacity" if by_capacity < self.demand_charge(best) else "contract-demand"
        if self.story == "floor-binds":
            self.method, self.contract = "contract-demand", None
        elif self.story == "wrong-method" and self.turn % 2 == 0:
            self.method = "capacity"
        elif self.story == "wrong-method":
            self.method, self.contract = "contract-demand", self.kva
        if self.method == "capacity":
            self.contract = None

    def row(self):
        return [self.id, self.name, self.industry, TARIFF, self.voltage, self.transformers,
                self.method, "" if self.contract is None else self.contract, "0.90", "hv",
                self.energised.isoformat(), "catalogue"]

    def reading_rows(self, months):
        for month, registers in enumerate(self.months[:months], start=1):
            row = dict(registers)
            if self.story == "data-fault" and month == min(self.faulty_month, months):
                # The register was not read, or its dial jumped; the total register is right.
                row["kwh_valley"] = (
                    "" if self.turn % 2 == 0 else DIAL_JUMP * row["kwh_valley"])
            yield [self.id, f"{YEAR}-{month:02}"] + [row[name] for name in REGISTERS]

    def load(self, months):
        """{date: 96 tenths of kW} and of kvar, which give the registers of every month."""
        kw, kvar = {}, {}
        for month in range(1, months + 1):
            slots = [(day, quarter) for day in days_of(YEAR, month) for quarter in range(QUARTERS)]
            for (day, _), power, reactive in zip(slots, *self.month_load(month, slots)):
                kw.setdefault(day, []).append(power)
                kvar.setdefault(day, []).append(reactive)
        if self.story == "data-fault":
            for day in GAP_DAYS:
                date = datetime.date(YEAR, min(self.faulty_month, months), day)
                if self.turn % 2 == 0:
                    del kw[date], kvar[date]
                elif day == GAP_DAYS[0]:
                    kw[date] = [DIAL_JUMP * power for power in kw[date]]
        return kw, kvar

    def month_load(self, month, slots):
        """Tenths of kW and of kvar for every quarter-hour of the month."""
        dice, row = dice_for(self.seed, self.number, month), self.months[month - 1]
        top = 10 * row["max_demand_kw"]
        fullest = max(PERIODS, key=lambda p: row[f"kwh_{p}"] * 1000 // HOURS[p])
        at = next(i for i in range(dice.upto(len(slots) // 2), len(slots))
                  if PERIOD_OF[slots[i][1]] == fullest)
        power = [0] * len(slots)
        power[at] = top
        for period in PERIODS:
            own = [i for i, (_, quarter) in enumerate(slots)
                   if PERIOD_OF[quarter] == period and i != at]
            wanted = TENTHS_PER_KWH * row[f"kwh_{period}"] - (top if period == fullest else 0)
            plan = heats(len(own), wanted // len(own), top, dice)
            for i, value in zip(own, spread(wanted, plan, top * 99 // 100)):
                power[i] = value
        drawn = [1 + dice.wobble(value, 100) for value in power]
        return power, spread(TENTHS_PER_KWH * row["kvarh_forward"], drawn, 2 * top)


def heats(count, mean, top, dice):
    """So many quarter-hours in heats of eight: melting first, then charging and tapping."""
    melting, charging = top * 94 // 100, top * 25 // 100
    share = max(0, (mean - charging) * 8000 // (melting - charging))  # per mille of a quarter-hour
    plan = []
    for i in range(count):
        heat, quarter = divmod(i, 8)
        melts = quarter < share * (heat + 1) // 1000 - share * heat // 1000
        plan.append(dice.wobble(melting if melts else charging, 30))
    return plan


def spread(wanted, plan, most):
    """The plan, scaled to add up to what is wanted, nowhere above the most."""
    planned = sum(plan)
    values = [min(most, wanted * value // planned) for value in plan]
    missing = wanted - sum(values)
    while missing:
        room = [i for i, value in enumerate(values) if value < most]
        promise(room, "no quarter-hour can take the remainder")
        each = -(-missing // len(room))
        for i in room:
            more = min(each, most - values[i], missing)
            values[i] += more
            missing -= more
    return values


def groups_of(accounts):
    """The group of each account, in the proportions of the 60."""
    groups, before = [], 0
    for group in GROUPS:
        before += group[3]
        groups += [group] * (accounts * before // 60 - len(groups))
    return groups


def stories_of(accounts, seed):
    """{number: (story, turn)}: a sixth of the accounts, the stories in turn."""
    dice, numbers = dice_for(seed, "stories"), list(range(1, accounts + 1))
    for i in range(accounts - 1, 0, -1):
        j = dice.upto(i)
        numbers[i], numbers[j] = numbers[j], numbers[i]
    return {number: (STORIES[i % len(STORIES)], i // len(STORIES))
            for i, number in enumerate(numbers[:accounts // 6])}


def segment(options):
    stories = stories_of(options.accounts, options.seed) if options.stories == "planted" else {}
    width = max(2, len(str(options.accounts)))
    return [Account(number, width, group, options.seed, *stories.get(number, (None, 0)))
            for number, group in enumerate(groups_of(options.accounts), start=1)]


def tables(accounts, options):
    rows = [["account", "name", "industry", "tariff", "voltage", "transformers", "basic_charge",
             "contract_demand_kw", "power_factor_standard", "metering_side", "energised",
             "energy_source"]] + [account.row() for account in accounts]
    told = [["account", "story"]] + [[a.id, a.story] for a in accounts if a.story]
    texts = {options.output / "accounts.csv": write_csv(rows),
             options.output / "stories.csv": write_csv(told)}
    if not options.intervals:
        readings = [["account", "month"] + REGISTERS]
        for account in accounts:
            readings += account.reading_rows(options.months)
        texts[options.output / "readings.csv"] = write_csv(readings)
    return texts


def long_text(account, kw, kvar):
    """Long CSV: one row for each quarter-hour, stamped with its start."""
    rows = [["account", "timestamp", "kw", "kvar"]]
    for date in sorted(kw):
        for quarter, (power, reactive) in enumerate(zip(kw[date], kvar[date])):
            stamp = f"{date.isoformat()} {quarter // 4:02}:{quarter % 4 * 15:02}"
            rows.append([account, stamp, tenths(power), tenths(reactive)])
    return write_csv(rows)


def read_options():
    parser = argparse.ArgumentParser(description="Writes a segment of invented accounts.")
    parser.add_argument("--accounts", type=int, default=60, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--stories", choices=["planted", "none"], default="planted")
    parser.add_argument("--months", type=int, choices=range(1, 13), default=12, metavar="1…12",
                        help="so many months of 2013, from January")
    parser.add_argument("--intervals", action="store_true",
                        help="load/ACCOUNT.csv instead of readings.csv, half a megabyte an account")
    parser.add_argument("--long", action="store_true",
                        help="load files with one row for each quarter-hour")
    parser.add_argument("--output", type=pathlib.Path, default=HERE, metavar="FOLDER")
    options = parser.parse_args()
    options.intervals |= options.long
    if options.accounts < 1 or options.seed < 0:
        parser.error("there is at least one account, and no seed below zero")
    plain = ["accounts", "seed", "stories", "months", "intervals"]
    if options.output.resolve() == HERE and any(
            getattr(options, name) != parser.get_default(name) for name in plain):
        parser.error("another segment than the sample needs --output")
    return options


def main():
    options, accounts = read_options(), []

    def all_tables():
        accounts.extend(segment(options))
        return tables(accounts, options)

    run(all_tables)
    if options.intervals:
        text_of = long_text if options.long else load_text
        for account in accounts:
            path = options.output / "load" / f"{account.id}.csv"
            run(lambda: {path: text_of(account.id, *account.load(options.months))})


if __name__ == "__main__":
    main()
