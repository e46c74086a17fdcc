"""Run every benchmark and print its lines: python -m benchmarks."""

from benchmarks.reading import main

main()
