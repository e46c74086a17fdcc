"""The reader's network: the encoder and its heads for words, tree, names, attribution, certainty and events.

Tree after Dozat and Manning (2017): a biaffine score for each word and possible head; for relations
its form of low rank, a product of two small vectors, which costs a tenth of the full one.
Attribution the same way: cue words are tagged, and a biaffine score tells of each word and cue whether
the word belongs to its source or its content. Heads see the sum of a word's first and last piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from dragoman.reading.acts import KINDS, PARTS
from training.encoder import WIDTH, Encoder
from training.own_sentences import AUXILIARY, VALUES

ARC, REL, LINK = 256, 256, 128
CUES = ("O", "B", "I")
ROLES = ("source", "content")
TAGS = tuple("upos xpos recipes names cues factuality events predicates acts act_values".split())
"""The heads that give each word one of several labels."""

LIKELY = 2
"""Heads a word that relations are worked out for; a tree that needs another one says `dep`."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets, in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    recipes: tuple[str, ...]
    deprels: tuple[str, ...]
    events: tuple[str, ...]
    names: tuple[str, ...] = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


def narrow(out: int, dropout: float) -> nn.Sequential:
    """A small layer that picks from a word's vector what one head needs."""
    return nn.Sequential(nn.Linear(WIDTH, out), nn.GELU(), nn.Dropout(dropout))


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, labels: Labels, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.ModuleDict(
            {
                "upos": nn.Linear(WIDTH, len(labels.upos)),
                "xpos": nn.Linear(WIDTH, len(labels.xpos)),
                "recipes": nn.Linear(WIDTH, len(labels.recipes)),
                "names": nn.Linear(WIDTH, len(labels.names)),
                "cues": nn.Linear(WIDTH, len(CUES)),
                "factuality": nn.Linear(WIDTH, len(VALUES)),
                "events": nn.Linear(WIDTH, len(labels.events)),
                "predicates": nn.Linear(WIDTH, 2),
                "acts": nn.Linear(WIDTH, 1 + len(KINDS)),
                "act_values": nn.Linear(WIDTH, len(VALUES)),
                "auxiliary": nn.Linear(WIDTH, len(AUXILIARY)),
                "certainty": nn.Linear(WIDTH, 1),
            }
        )
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc_dep, self.arc_head = narrow(ARC, dropout), narrow(ARC, dropout)
        self.rel_dep, self.rel_head = narrow(REL, dropout), narrow(REL, dropout)
        self.cue, self.member = narrow(LINK, dropout), narrow(LINK, dropout)
        self.act, self.part = narrow(LINK, dropout), narrow(LINK, dropout)
        self.link = nn.Parameter(torch.zeros(len(ROLES), LINK + 1, LINK + 1))
        self.bond = nn.Parameter(torch.zeros(len(PARTS), LINK + 1, LINK + 1))
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Linear(3 * REL, len(labels.deprels))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.link, std=0.02)
        nn.init.normal_(self.bond, std=0.02)

    def words(self, batch: Mapping[str, Tensor]) -> Tensor:
        """One vector a word: sentences x words x WIDTH."""
        return self.words_from(self.encoder.word(batch["ids"]), batch)

    def words_from(self, vectors: Tensor, batch: Mapping[str, Tensor]) -> Tensor:
        """The same from the vectors of pieces."""
        seen = self.encoder.from_vectors(vectors, batch["shapes"], batch["mask"])
        index = [batch[k][..., None].expand(-1, -1, seen.shape[-1]) for k in ("first", "last")]
        return self.dropout(torch.gather(seen, 1, index[0]) + torch.gather(seen, 1, index[1]))

    def links(self, words: Tensor) -> Tensor:
        """Log odds that a word belongs to a cue: sentences x roles x cues x words."""
        cue, member = one(self.cue(words)), one(self.member(words))
        return torch.einsum("bci,rij,bwj->brcw", cue, self.link, member)

    def bonds(self, words: Tensor) -> Tensor:
        """Log odds that a word belongs to an act: sentences x parts x acts x words."""
        act, part = one(self.act(words)), one(self.part(words))
        return torch.einsum("bci,rij,bwj->brcw", act, self.bond, part)

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of heads (sentences x words x heads, head 0 the root) and the parts for relations."""
        root = self.root[None, None].expand(words.shape[0], 1, -1)
        heads = torch.cat([root, words], 1)
        dep, head = one(self.arc_dep(words)), self.arc_head(heads)
        return dep @ self.arc @ head.transpose(1, 2), self.rel_dep(words), self.rel_head(heads)

    def relations(self, dep: Tensor, head: Tensor) -> Tensor:
        """Scores of relations between vectors of words and of their heads: ... x relations."""
        out: Tensor = self.rel(torch.cat([dep * head, dep, head], -1))
        return out

    def likely_relations(self, arcs: Tensor, dep: Tensor, head: Tensor) -> tuple[Tensor, Tensor]:
        """The LIKELY best heads of each word and the best relation to each: sentences x words x LIKELY."""
        heads = arcs.topk(LIKELY, -1).indices
        chosen = torch.gather(head, 1, heads.flatten(1)[..., None].expand(-1, -1, REL))
        chosen = chosen.reshape(dep.shape[0], dep.shape[1], LIKELY, REL)
        beside = dep[:, :, None].expand(-1, -1, LIKELY, -1)
        return heads, self.relations(beside, chosen).argmax(-1)


def one(x: Tensor) -> Tensor:
    """The vectors with a constant 1 added, so that a biaffine form holds a bias."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
