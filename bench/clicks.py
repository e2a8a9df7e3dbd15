"""Writes the click file of the SQL comparison: JSON lines in event-time order but for a jitter of up to three seconds.

5,000 events a second of event time, 200,000 users with a Zipf(1.1) popularity, 50 pages, 80 % views. The same count gives
the same bytes on every machine: the random numbers are SplitMix64 (Steele, Lea, Flood 2014), written out here.
"""

import sys
from pathlib import Path

import numpy as np

EVENTS_PER_SECOND = 5_000
USERS = 200_000
ZIPF_EXPONENT = 1.1
PAGES = 50
VIEW_SHARE = 0.8
JITTER_MS = 3_000
FIRST_EVENT = np.datetime64("2026-03-20T00:00:00.000", "ms")
BLOCK = 250_000


def uniform(seed: int, count: int) -> np.ndarray:
    """`count` numbers in [0, 1) with 53 random bits each."""
    with np.errstate(over="ignore"):
        state = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        state ^= state >> np.uint64(31)
    return (state >> np.uint64(11)).astype(np.float64) / 2.0**53


def write(path: Path, events: int) -> None:
    weights = np.cumsum(np.arange(1, USERS + 1, dtype=np.float64) ** -ZIPF_EXPONENT)
    weights /= weights[-1]
    partial = path.with_suffix(".partial")
    with partial.open("w") as out:
        for start in range(0, events, BLOCK):
            count = min(BLOCK, events - start)
            index = np.arange(start, start + count)
            users = np.searchsorted(weights, uniform(start * 4 + 1, count))
            pages = (uniform(start * 4 + 2_000_003, count) * PAGES).astype(np.int64)
            views = uniform(start * 4 + 4_000_037, count) < VIEW_SHARE
            jitter = (uniform(start * 4 + 6_000_011, count) * JITTER_MS).astype(np.int64)
            millis = index * 1000 // EVENTS_PER_SECOND + JITTER_MS - jitter
            times = np.datetime_as_string(FIRST_EVENT + millis.astype("timedelta64[ms]"), unit="ms")
            out.writelines(
                f'{{"user_id": "customer-{user:06d}", "page": "/en/shop/department-{page % 7:02d}/product-{page:03d}", '
                f'"action": "{"view" if view else "click"}", "event_time": "{time[:10]} {time[11:]}"}}\n'
                for user, page, view, time in zip(users.tolist(), pages.tolist(), views.tolist(), times.tolist())
            )
    partial.rename(path)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
