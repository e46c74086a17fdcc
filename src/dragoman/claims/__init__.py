"""Finds who did or said what to whom, by whose word, how surely, on what condition, by when."""

from dragoman.claims.find import claims_in
from dragoman.claims.lexicon import Lexicon

__all__ = ["Lexicon", "claims_in"]
