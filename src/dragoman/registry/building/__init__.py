"""Builds the registry's tables from the source folder; needs pyarrow, which running does not."""
