"""The order within a sitting: new among due, passages whole, topics apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mdquiz.memory.queue import Candidate

Block = list["Candidate"]
"""Cards that are asked one after another: those of one passage, or a single card."""


def interleaved(due: Sequence[Candidate], new: Sequence[Candidate]) -> list[Candidate]:
    """Both in their own order, the new ones spread evenly among the due ones."""
    total = len(due) + len(new)
    out: list[Candidate] = []
    placed = 0
    for position in range(total):
        wanted = (position + 1) * len(new) // total
        if wanted > placed:
            out.append(new[placed])
            placed += 1
        else:
            out.append(due[position - placed])
    return out


def with_passages_together(candidates: Iterable[Candidate]) -> list[Block]:
    """Blocks in the order of their first cards; the cards of a passage in deck order."""
    blocks: list[Block] = []
    of_passage: dict[tuple[str, str], Block] = {}
    for candidate in candidates:
        key = (candidate.card.deck, candidate.passage)
        if candidate.passage and key in of_passage:
            of_passage[key].append(candidate)
            continue
        block = [candidate]
        blocks.append(block)
        if candidate.passage:
            of_passage[key] = block
    for block in of_passage.values():
        block.sort(key=lambda candidate: candidate.order)
    return blocks


def block_topics_apart(blocks: Sequence[Block], urgent: int) -> list[Candidate]:
    """The cards of `blocks` with no two neighbouring blocks of one topic where avoidable.

    Otherwise the order stays as near to the given one as that allows. Cards without a topic are
    no neighbours of each other.

    Args:
        blocks: In the order wanted.
        urgent: How many of the first cards stay in front of all others.
    """
    front = 0
    cards = 0
    while front < len(blocks) and cards < urgent:
        cards += len(blocks[front])
        front += 1
    first = _apart(blocks[:front], "")
    last_topic = first[-1][-1].topic if first else ""
    ordered = [*first, *_apart(blocks[front:], last_topic)]
    return [candidate for block in ordered for candidate in block]


def _apart(blocks: Sequence[Block], previous: str) -> list[Block]:
    waiting: dict[str, deque[tuple[int, Block]]] = {}
    for position, block in enumerate(blocks):
        # A block without a topic is a topic of its own: it clashes with nothing.
        topic = block[0].topic or f"\0{position}"
        waiting.setdefault(topic, deque()).append((position, block))
    heads = [(queue[0][0], topic) for topic, queue in waiting.items()]
    sizes = [(-len(queue), topic) for topic, queue in waiting.items()]
    heapify(heads)
    heapify(sizes)
    out: list[Block] = []
    for remaining in range(len(blocks), 0, -1):
        chosen = _crowded(sizes, waiting, remaining)
        if chosen in ("", previous):
            chosen = _nearest(heads, waiting, previous)
        queue = waiting[chosen]
        out.append(queue.popleft()[1])
        if queue:
            heappush(heads, (queue[0][0], chosen))
            heappush(sizes, (-len(queue), chosen))
        previous = chosen
    return out


def _crowded(
    sizes: list[tuple[int, str]], waiting: dict[str, deque[tuple[int, Block]]], remaining: int
) -> str:
    """The topic of more than half of what remains: begin with it, or its last ones will touch."""
    while -sizes[0][0] != len(waiting[sizes[0][1]]):
        heappop(sizes)
    size, topic = sizes[0]
    return topic if -2 * size > remaining else ""


def _nearest(
    heads: list[tuple[int, str]], waiting: dict[str, deque[tuple[int, Block]]], previous: str
) -> str:
    """The topic whose next block stands foremost, other than `previous` if there is another."""
    passed: list[tuple[int, str]] = []
    chosen = previous
    while heads:
        position, topic = heappop(heads)
        if not waiting[topic] or waiting[topic][0][0] != position:
            continue
        if topic != previous:
            chosen = topic
            heappush(heads, (position, topic))
            break
        passed.append((position, topic))
    for head in passed:
        heappush(heads, head)
    return chosen
