"""Helpers shared by the generators of the sample dossiers.

Power is held in tenths of a kilowatt, as integers; a quarter-hour at v tenths
is v/40 kWh. Nothing here touches binary floating point.
"""

import csv
import datetime
import io
import sys
from decimal import Decimal

QUARTERS = 96
TENTHS_PER_KWH = 40


class Dice:
    """Knuth's 64-bit linear congruential generator: the same on every Python."""

    def __init__(self, seed):
        self.state = seed
        for _ in range(8):
            self.upto(1)

    def upto(self, n):
        """A whole number from 0 to n."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 24) % (n + 1)

    def between(self, low, high):
        return low + self.upto(high - low)

    def wobble(self, value, per_mille):
        """The value, up to per_mille thousandths higher or lower."""
        return value * (1000 + self.between(-per_mille, per_mille)) // 1000


class Broken(Exception):
    """A promise of a sample that does not hold."""


def promise(holds, text):
    if not holds:
        raise Broken(text)


def days_of(year, month=None):
    day = datetime.date(year, month or 1, 1)
    while day.year == year and (month is None or day.month == month):
        yield day
        day += datetime.timedelta(days=1)


def hours_to_periods(windows, otherwise):
    """96 period names from {name: [(from hour, to hour), ...]}."""
    names = [otherwise] * QUARTERS
    for name, spans in windows.items():
        for start, end in spans:
            for quarter in range(4 * start, 4 * end):
                promise(names[quarter] == otherwise, "windows overlap")
                names[quarter] = name
    return names


def fit(base, extra, cap, target):
    """base + s * extra, nowhere above cap, with one s for all, adding up to target."""
    scale = 1 << 20

    def at(s):
        return [min(c, b + e * s // scale) for b, e, c in zip(base, extra, cap)]

    promise(sum(at(0)) <= target, "the standing load alone is more than the energy wanted")
    low, high = 0, 64 * scale
    promise(sum(at(high)) > target, "the caps leave no room for the energy wanted")
    while high - low > 1:
        middle = (low + high) // 2
        if sum(at(middle)) <= target:
            low = middle
        else:
            high = middle
    values = at(low)
    missing = target - sum(values)
    while missing > 0:
        before = missing
        for i, value in enumerate(values):
            if missing and extra[i] > 0 and value < cap[i]:
                values[i] += 1
                missing -= 1
        promise(missing < before, "no interval can take the remainder")
    return values, low * 1000 // scale


def tenths(value):
    return f"{value // 10}.{value % 10}"


def write_csv(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def load_text(account, kw, kvar):
    """Wide CSV of {date: 96 tenths of kW} and the same of kvar."""
    rows = [["account", "date", "quantity"] + [f"p{i}" for i in range(1, QUARTERS + 1)]]
    for date in sorted(kw):
        rows.append([account, date.isoformat(), "kW"] + [tenths(v) for v in kw[date]])
        rows.append([account, date.isoformat(), "kvar"] + [tenths(v) for v in kvar[date]])
    return write_csv(rows)


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


def read_load(text, account):
    """What load_text wrote, read back as {quantity: {date: [Decimal]}}."""
    found = {"kW": {}, "kvar": {}}
    for row in table(text):
        promise(row["account"] == account, "a row of another account")
        date = datetime.date.fromisoformat(row["date"])
        promise(date not in found[row["quantity"]], f"{date} stands twice")
        values = [Decimal(row[f"p{i}"]) for i in range(1, QUARTERS + 1)]
        promise(min(values) >= 0, f"a negative value on {date}")
        found[row["quantity"]][date] = values
    return found


def power_factor(kwh, kvarh):
    return Decimal(kwh) / (Decimal(kwh) ** 2 + Decimal(kvarh) ** 2).sqrt()


def kvarh_for(kwh, factor_ten_thousandths):
    """Whole kvarh that give the power factor, rounded down."""
    p = factor_ten_thousandths
    return _root(kwh * kwh * (10**8 - p * p) // (p * p))


def _root(n):
    x = n
    while x * x > n:
        x = (x + n // x) // 2
    return x


def run(texts_of):
    """Makes all files, and writes them only if every promise holds."""
    try:
        files = texts_of()
    except Broken as broken:
        sys.exit(f"broken promise: {broken}")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
