"""What the reader's heads are scored by while they learn."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from dragoman.reading.acts import PARTS
from training.corpora import MISSING, Example
from training.network import TAGS, Reader

WEIGHTS = {
    "upos": 1.0, "xpos": 0.5, "recipes": 0.5, "names": 1.0, "cues": 1.0, "factuality": 1.0, "events": 1.0,
    "predicates": 0.5, "tree": 2.0, "certainty": 1.0, "links": 4.0, "acts": 2.0, "act_values": 1.0,
    "auxiliary": 0.5, "bonds": 2.0,
}  # fmt: skip
"""What the loss of each head counts for."""

CROSS = nn.CrossEntropyLoss(ignore_index=MISSING)


def loss_of(
    reader: Reader,
    words: Tensor,
    batch: dict[str, Tensor],
    want: dict[str, Tensor],
    examples: Sequence[Example],
) -> Tensor:
    """The weighted sum of the losses of all heads that the examples say something of."""
    total = words.new_zeros(())
    for name in TAGS:
        if (want[name] != MISSING).any():
            total = total + WEIGHTS[name] * CROSS(
                reader.tags[name](words).flatten(0, 1), want[name].flatten()
            )
    if (want["heads"] != MISSING).any():
        total = total + WEIGHTS["tree"] * tree_loss(reader, words, batch, want)
    known = ~want["certainty"].isnan()
    if known.any():
        degree = reader.tags["certainty"](words)[..., 0][known]
        loss = nn.functional.smooth_l1_loss(degree, want["certainty"][known])
        total = total + WEIGHTS["certainty"] * loss
    if any(e.said for e in examples):
        total = total + WEIGHTS["links"] * link_loss(reader, words, examples)
    if any(e.acts for e in examples):
        total = total + WEIGHTS["bonds"] * bond_loss(reader, words, examples)
    marked = ~want["auxiliary"].isnan()
    if marked.any():
        odds = reader.tags["auxiliary"](words)[marked]
        loss = nn.functional.binary_cross_entropy_with_logits(odds, want["auxiliary"][marked])
        total = total + WEIGHTS["auxiliary"] * loss
    return total


def tree_loss(reader: Reader, words: Tensor, batch: dict[str, Tensor], want: dict[str, Tensor]) -> Tensor:
    """Heads and, for the true heads, relations."""
    arcs, dep, head = reader.arcs(words)
    present = torch.cat([torch.ones_like(batch["first"][:, :1]), batch["first"]], 1) > 0
    arcs = arcs.masked_fill(~present[:, None], -10000.0)
    true = want["heads"].clamp(min=0)
    chosen = torch.gather(head, 1, true[..., None].expand(-1, -1, head.shape[-1]))
    relations = reader.relations(dep, chosen)
    loss: Tensor = CROSS(arcs.flatten(0, 1), want["heads"].flatten()) + CROSS(
        relations.flatten(0, 1), want["deprels"].flatten()
    )
    return loss


def bond_loss(reader: Reader, words: Tensor, examples: Sequence[Example]) -> Tensor:
    """For each word of each act's trigger: which words are of its parts; the sum over parts."""
    wanted = [
        (i, word, [act.parts[part] for part in PARTS])
        for i, e in enumerate(examples)
        for act in e.acts or ()
        for word in act.words
    ]
    return len(PARTS) * membership_loss(reader.bonds(words), wanted, examples)


def link_loss(reader: Reader, words: Tensor, examples: Sequence[Example]) -> Tensor:
    """For each word of each cue: which words are of its source, which of its content."""
    wanted = [
        (i, cue, [said.source, said.content])
        for i, e in enumerate(examples)
        for said in e.said or ()
        for cue in said.cue
    ]
    return membership_loss(reader.links(words), wanted, examples)


Wanted = tuple[int, int, Sequence[Sequence[int]]]
"""A sentence, a word in it, and the words that belong to that word by each role."""


def membership_loss(odds: Tensor, wanted: Sequence[Wanted], examples: Sequence[Example]) -> Tensor:
    """The mean over words of how far the odds are; `odds` is sentences x roles x words x words."""
    sentences, words = [i for i, _, _ in wanted], [word for _, word, _ in wanted]
    want = torch.zeros(len(wanted), odds.shape[1], odds.shape[-1])
    real = torch.zeros(len(wanted), 1, odds.shape[-1])
    for row, (i, _, members) in enumerate(wanted):
        real[row, :, : len(examples[i].words)] = 1.0
        for role, places in enumerate(members):
            want[row, role, list(places)] = 1.0
    loss = nn.functional.binary_cross_entropy_with_logits(
        odds[sentences, :, words], want.to(odds.device), reduction="none"
    )
    real = real.to(odds.device)
    return (loss * real).sum() / (real.sum() * odds.shape[1])
