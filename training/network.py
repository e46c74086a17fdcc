"""The reader's network: the encoder and the heads for words, tree and names.

Tree after Dozat and Manning (2017): a biaffine score for each word and possible head, and for each
relation. Heads see the sum of a word's first and last piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.encoder import WIDTH, Encoder

ARC, REL = 256, 96
LIKELY = 2
"""Heads a word that relations are worked out for; a tree that needs another one says `dep`."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets, in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    recipes: tuple[str, ...]
    deprels: tuple[str, ...]
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
            }
        )
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc_dep, self.arc_head = narrow(ARC, dropout), narrow(ARC, dropout)
        self.rel_dep, self.rel_head = narrow(REL, dropout), narrow(REL, dropout)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.zeros(len(labels.deprels), REL + 1, REL + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.rel, std=0.02)

    def words(self, batch: Mapping[str, Tensor]) -> Tensor:
        """One vector a word: sentences x words x WIDTH."""
        seen = self.encoder(batch["ids"], batch["shapes"], batch["mask"])
        index = [batch[k][..., None].expand(-1, -1, WIDTH) for k in ("first", "last")]
        return self.dropout(torch.gather(seen, 1, index[0]) + torch.gather(seen, 1, index[1]))

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of heads (sentences x words x heads, head 0 the root) and the parts for relations."""
        root = self.root[None, None].expand(words.shape[0], 1, WIDTH)
        heads = torch.cat([root, words], 1)
        dep, head = one(self.arc_dep(words)), self.arc_head(heads)
        return dep @ self.arc @ head.transpose(1, 2), one(self.rel_dep(words)), one(self.rel_head(heads))

    def relations(self, dep: Tensor, head: Tensor) -> Tensor:
        """Scores of relations for each word (second axis) and its given head: ... x relations."""
        return torch.einsum("bwi,rij,bwj->bwr", dep, self.rel, head)

    def likely_relations(self, arcs: Tensor, dep: Tensor, head: Tensor) -> tuple[Tensor, Tensor]:
        """The LIKELY best heads of each word and the best relation to each: sentences x words x LIKELY."""
        count, wide = self.rel.shape[0], self.rel.shape[1]
        heads = arcs.topk(LIKELY, -1).indices
        chosen = torch.gather(head, 1, heads.flatten(1)[..., None].expand(-1, -1, wide))
        chosen = chosen.reshape(dep.shape[0], dep.shape[1], LIKELY, wide)
        left = (dep @ self.rel.permute(1, 0, 2).reshape(wide, count * wide)).reshape(
            dep.shape[0], dep.shape[1], count, wide
        )
        return heads, (chosen @ left.transpose(2, 3)).argmax(-1)


def one(x: Tensor) -> Tensor:
    """The vectors with a constant 1 added, so that a biaffine form holds a bias."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
