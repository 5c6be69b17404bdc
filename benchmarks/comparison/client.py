"""A client of one connection that checks every answer, and reads and writes contents of any size without holding them.

As a script it repeats one request until it is interrupted, and prints marks as requests.lua does; wrk would have to
hold a content to send it.

  client.py PORT METHOD TARGET LENGTH-OF-REQUEST-CONTENT LENGTH-OF-WHOLE-RESPONSE PID-OF-SERVER
"""

import os
import re
import signal
import socket
import sys
import time
from dataclasses import dataclass

if __package__:
    from . import servers, wrk
else:
    sys.dont_write_bytecode = True
    sys.path[0] = os.path.dirname(sys.path[0])
    from comparison import servers, wrk

SECONDS_BETWEEN_MARKS = 0.05
BLOCK = 256 << 10
OCTETS = memoryview(b"x" * BLOCK)


@dataclass(frozen=True)
class Answer:
    status: int
    octets: int       # of the whole message
    content: bytes    # the first octets, a block at most
    length: int       # of the content
    filling: int      # how many of its octets are "x"; 0 if they were not looked at


class Client:
    """A connection; to be closed."""

    def __init__(self, port, seconds=20):
        self.port = port
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=seconds)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = memoryview(bytearray(BLOCK))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def exchange(self, method, target, fields=(), content_length=0, is_counted=False):
        """Sends a request, with content of that many times "x", and reads its response."""
        head = wrk.head(self.port, method, target, fields, content_length)
        first = min(content_length, BLOCK - len(head))
        self.socket.sendall(head + OCTETS[:first])
        for left in range(content_length - first, 0, -BLOCK):
            self.socket.sendall(OCTETS[:min(left, BLOCK)])
        return self.receive(is_counted)

    def receive(self, is_counted):
        received = b""
        while b"\r\n\r\n" not in received:
            if len(received) >= BLOCK:
                raise ValueError("no end of the head: %r" % received[:100])
            received += self.piece(self.buffer)
        head, _, content = received.partition(b"\r\n\r\n")
        length = re.search(rb"^content-length: *(\d+)\r?$", head, re.M | re.I)
        if length is None:
            raise ValueError("no Content-Length: %r" % head)
        length = int(length.group(1))
        if len(content) > length:
            raise ValueError("%d octets after the response" % (len(content) - length))
        filling = content.count(b"x") if is_counted else 0
        left = length - len(content)
        while left:
            piece = self.piece(self.buffer[:min(left, BLOCK)])
            left -= len(piece)
            filling += bytes(piece).count(b"x") if is_counted else 0
            if len(content) < BLOCK:
                content += piece
        return Answer(int(head.split(None, 2)[1]), len(head) + 4 + length, content[:BLOCK], length, filling)

    def piece(self, into):
        count = self.socket.recv_into(into)
        if count == 0:
            raise ValueError("the connection ends within the response")
        return into[:count]


def command(server, point, answer_length, core):
    """Does so until it is interrupted; core is the client's, or None."""
    pinned = [] if core is None else ["taskset", "-c", str(core)]
    return pinned + [
        sys.executable, __file__, str(server.port), point.method, point.targets[0], str(point.content_length),
        str(answer_length), str(server.process.pid)]


def main(port, method, target, content_length, answer_length, server):
    count, due = 0, 0
    with Client(int(port)) as client:
        while True:
            answer = client.exchange(method, target, (), int(content_length))
            if answer.status != 200 or answer.octets != int(answer_length):
                sys.exit("%s: status %d, response of %d octets" % (target, answer.status, answer.octets))
            count += 1
            if time.monotonic() >= due:
                due = time.monotonic() + SECONDS_BETWEEN_MARKS
                print("MARK %d %f %f %f" % (
                    count, time.monotonic(), servers.cpu_seconds(int(server)), time.process_time()), flush=True)


if __name__ == "__main__":
    # Which a shell in the background has it ignore.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        pass
