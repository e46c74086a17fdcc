"""The dispatches stage."""
