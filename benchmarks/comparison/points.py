"""The points at which the growth of cost is measured, and what a right answer is at each."""

import random
from dataclasses import dataclass

from .client import Client

CONTENTS = {1: "1 B", 1 << 10: "1 KiB", 64 << 10: "64 KiB", 1 << 20: "1 MiB", 10 << 20: "10 MiB", 10**8: "100 MB"}
# Contents from here on are exchanged by one connection of a client that holds none of them, those up to here by wrk.
SEAM = 1 << 20
CHECKED = 100


@dataclass(frozen=True)
class Point:
    family: str
    value: int                   # what grows
    targets: tuple               # asked for in turn
    answers: tuple               # the content for each: octets, or how many times "x"
    label: str = ""
    method: str = "GET"
    fields: tuple = ()
    content_length: int = 0      # of each request, all of it "x"
    connections: int = 64
    routes: int = 1              # that the server has, beside those of all other points
    by_wrk: bool = True

    def title(self):
        return "%s %s%s" % (self.family, self.label or format(self.value, ","), "" if self.by_wrk else " (one by one)")


def connections(count):
    return Point("connections", count, ("/plaintext",), (b"Hello, World!",), connections=count)


def routes(count):
    order = random.Random(1).sample(range(count), count)
    targets = tuple("/r%d/a%05d/x" % (i, i) for i in order)
    return Point("routes", count, targets, tuple(b"a%05d" % i for i in order), routes=count)


def fields(count):
    """Host is a field line too; the handler reads the last one."""
    others = tuple(("X-Field-%03d" % i, "value of field %03d, as it is" % i) for i in range(count - 2))
    return Point("fields", count, ("/id",), (b"req-0123456789",), fields=others + (("X-Request-Id", "req-0123456789"),))


def contents(family):
    """Small ones by wrk, large ones by our own client, and one by both, which shows what the client makes of it."""
    for length, label in CONTENTS.items():
        for by_wrk in [True] * (length <= SEAM) + [False] * (length >= SEAM):
            where = {"label": label, "connections": 8 if by_wrk else 1, "by_wrk": by_wrk}
            if family == "upload":
                yield Point(
                    family, length, ("/upload",), (b"%d" % length,), method="POST", content_length=length, **where)
            else:
                yield Point(family, length, ("/%s/%d" % (family, length),), (length,), **where)


FAMILIES = {
    "connections": [connections(count) for count in (1, 10, 100, 1_000, 5_000, 10_000)],
    "routes": [routes(count) for count in (1, 10, 100, 1_000, 10_000)],
    "fields": [fields(count) for count in (2, 10, 20, 50, 100)],
    "bytes": list(contents("bytes")),
    "stream": list(contents("stream")),
    "upload": list(contents("upload")),
}


def checked(server, point):
    """How many octets the whole response has; raises ValueError if an answer is wrong."""
    step = max(1, len(point.targets) // CHECKED)
    lengths = set()
    with Client(server.port) as client:
        for target, right in list(zip(point.targets, point.answers))[::step]:
            answer = client.exchange(point.method, target, point.fields, point.content_length, is_counted=True)
            given = answer.content if isinstance(right, bytes) else answer.filling
            length = len(right) if isinstance(right, bytes) else right
            if answer.status != 200 or given != right or answer.length != length:
                raise ValueError("%s: status %d, %d octets, %r" % (
                    target, answer.status, answer.length, answer.content[:100]))
            lengths.add(answer.octets)
    if len(lengths) != 1:
        raise ValueError("responses of different lengths: %s" % sorted(lengths))
    return lengths.pop()
