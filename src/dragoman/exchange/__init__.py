"""The exchange stage."""
