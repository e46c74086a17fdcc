"""Run every benchmark and print its lines: python -m benchmarks."""

from benchmarks import registry
from benchmarks.reading import main

main()
registry.report(3)
