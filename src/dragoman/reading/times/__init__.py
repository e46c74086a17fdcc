"""When: expressions of time in a dispatch and the days they stand for.

A small regular grammar over the words, in stages: numbers, lengths, periods, dates, parts of
periods, relations, ranges, prepositions. Days are resolved against the day of publication and
the days named before; each `Days` says by which rule (`basis`).
"""

from __future__ import annotations

from dragoman.reading.times.find import find_times, find_times_in, may_hold_time

__all__ = ["find_times", "find_times_in", "may_hold_time"]
