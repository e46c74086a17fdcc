"""What the reader's heads are scored by while they learn."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.corpora import MISSING, Example
from training.network import ROLES, TAGS, Reader

WEIGHTS = {
    "upos": 1.0, "xpos": 0.5, "recipes": 0.5, "names": 1.0, "cues": 1.0, "factuality": 1.0, "events": 0.5,
    "predicates": 0.5, "tree": 2.0, "certainty": 1.0, "links": 4.0,
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


def link_loss(reader: Reader, words: Tensor, examples: Sequence[Example]) -> Tensor:
    """For each word of each cue: which words are of its source, which of its content."""
    links = reader.links(words)
    scores, wanted = [], []
    for i, e in enumerate(examples):
        for said in e.said or ():
            want = torch.zeros(len(ROLES), len(e.words))
            want[0, list(said.source)] = 1.0
            want[1, list(said.content)] = 1.0
            for cue in said.cue:
                scores.append(links[i, :, cue, : len(e.words)].flatten())
                wanted.append(want.flatten())
    return nn.functional.binary_cross_entropy_with_logits(torch.cat(scores), torch.cat(wanted))
