"""The network that tells what runs between two marked parties, and how it is trained."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn

from dragoman.reading.pieces import Pieces
from dragoman.reading.relations import mark_places
from training.encoder import DEVICE, WIDTH, Encoder
from training.pairs import CLASSES, Row

PIECES_PER_BATCH = 1400


class Pair(nn.Module):
    """An encoder and what it says of the parties' marks: log odds of CLASSES."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.inner = nn.Linear(3 * WIDTH, WIDTH)
        self.outer = nn.Linear(WIDTH, len(CLASSES))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, places: Tensor) -> Tensor:
        """`places`: sentences x 3, the pieces of the opening mark, the actor's and the recipient's mark."""
        return self.from_vectors(self.encoder.word(ids), shapes, mask, places)

    def from_vectors(self, vectors: Tensor, shapes: Tensor, mask: Tensor, places: Tensor) -> Tensor:
        """The same from the vectors of pieces: sentences x pieces x WIDTH."""
        seen = self.encoder.from_vectors(vectors, shapes, mask)
        picked = torch.gather(seen, 1, places[..., None].expand(-1, -1, WIDTH)).flatten(1)
        hidden = nn.functional.gelu(self.inner(self.dropout(picked)))
        out: Tensor = self.outer(self.dropout(hidden))
        return out


def laid_out(rows: Sequence[Row], pieces: Pieces) -> dict[str, Tensor]:
    """Arrays of a batch, as the network takes them."""
    arrays = pieces.batch([row.words for row in rows])
    places = mark_places([row.words for row in rows], arrays["first"])
    wanted = {"ids": arrays["ids"], "shapes": arrays["shapes"], "mask": arrays["mask"], "places": places}
    return {name: torch.from_numpy(array).to(DEVICE) for name, array in wanted.items()}


def batches(rows: Sequence[Row], pieces: Pieces, rng: random.Random) -> Iterator[list[Row]]:
    """Batches of like length in random order."""
    sized = sorted(
        (sum(len(pieces.of(w)) for w in row.words) + rng.uniform(-4, 4), i) for i, row in enumerate(rows)
    )
    ready: list[list[Row]] = [[]]
    for size, i in sized:
        if ready[-1] and (len(ready[-1]) + 1) * (size + 6) > PIECES_PER_BATCH:
            ready.append([])
        ready[-1].append(rows[i])
    rng.shuffle(ready)
    yield from ready


def loss_of(odds: Tensor, rows: Sequence[Row]) -> Tensor:
    """Minus the log of the probability of the right classes together."""
    right = torch.tensor([[kind in row.right for kind in CLASSES] for row in rows], device=odds.device)
    inside = odds.masked_fill(~right, -1e9).logsumexp(-1)
    return (odds.logsumexp(-1) - inside).mean()


def fit(network: Pair, rows: Sequence[Row], pieces: Pieces, epochs: int, rate: float, seed: int) -> None:
    """Train in place; the vectors of word pieces stay as they are."""
    network.encoder.word.weight.requires_grad = False
    inside = [p for n, p in network.named_parameters() if n.startswith("encoder") and p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": inside, "lr": rate}, {"params": heads, "lr": rate * 5}]
    optim, rng = torch.optim.AdamW(groups, weight_decay=0.01), random.Random(seed)
    steps = epochs * sum(1 for _ in batches(rows, pieces, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: min(s / (steps / 10), max(0.0, (steps - s) / (steps * 0.9)))
    )
    network.train()
    for _ in range(epochs):
        for group in batches(rows, pieces, rng):
            with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
                odds = network(**laid_out(group, pieces))
            loss = loss_of(odds.float(), group)
            optim.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optim.step()
            schedule.step()


def odds_of(network: Pair, rows: Sequence[Row], pieces: Pieces) -> Tensor:
    """The log odds of each row, in the order given: rows x CLASSES."""
    network.eval()
    with torch.no_grad():
        parts = [network(**laid_out(rows[i : i + 64], pieces)) for i in range(0, len(rows), 64)]
    return torch.cat(parts).cpu()
