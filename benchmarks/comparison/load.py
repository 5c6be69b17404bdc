"""What is asked of each server, how wrk asks it, and what a right answer is."""

import http.client
import json
import resource
import subprocess
import time
from dataclasses import dataclass, field

from . import wrk

FILE_SIZE = 100 << 10
ORDER = {
    "id": 987654321,
    "status": "PENDING",
    "customer": {"id": 1815, "name": "Ada Lovelace", "email": "ada@example.test", "city": "London"},
    "items": [
        {"sku": "TEA-%03d" % i, "title": "A box of tea of the kind number %d" % i, "quantity": i, "price": i + 0.95,
         "gift": i % 2 == 0}
        for i in range(1, 7)
    ],
    "tags": ["urgent", "export", "fragile"],
    "note": "Please leave it with the neighbours if nobody is at home. " * 4,
}
VIEW = {"id": 12345, "orderId": 67890, "expand": True, "limit": 20, "requestId": "req-0123456789"}


@dataclass(frozen=True)
class Scenario:
    title: str
    path: str
    expected: object
    connections: int = 64
    method: str = "GET"
    at_once: int = 1
    content: bytes = b""
    fields: dict = field(default_factory=dict)


SCENARIOS = {
    "plaintext": Scenario("Plain text", "/plaintext", b"Hello, World!"),
    "pipelined": Scenario("Plain text, 16 requests at once", "/plaintext", b"Hello, World!", at_once=16),
    "json": Scenario("A record as JSON", "/json", {"message": "Hello, World!"}),
    "routed": Scenario(
        "Five parameters, among 206 routes", "/users/12345/orders/67890?expand=true&limit=20", VIEW,
        fields={"X-Request-Id": "req-0123456789"}),
    "echo": Scenario(
        "1 KiB of JSON read and written", "/echo", ORDER, method="POST", content=json.dumps(ORDER).encode(),
        fields={"Content-Type": "application/json"}),
    "file": Scenario("A file of 100 KiB", "/file/100k.bin", b"f" * FILE_SIZE, connections=32),
    "chunked": Scenario("100 KiB in 100 writes", "/chunked", b"x" * (100 << 10), connections=32),
    "close": Scenario(
        "A connection for each request", "/plaintext", b"Hello, World!", connections=32,
        fields={"Connection": "close"}),
}


def fault(port, scenario):
    """What is wrong with a server's answer; empty if nothing is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(scenario.method, scenario.path, scenario.content or None, scenario.fields)
        response = connection.getresponse()
        content = response.read()
        if response.status != 200:
            return "status %d" % response.status
        answer = content if isinstance(scenario.expected, bytes) else json.loads(content)
        if answer != scenario.expected:
            return "content %r" % content[:100]
        if response.getheader("Date") is None:
            return "no Date"
        return ""
    except (OSError, http.client.HTTPException, ValueError) as e:
        return repr(e)
    finally:
        connection.close()


def run(server, scenario, seconds, core, folder):
    """One measurement; core is wrk's, or None."""
    request = wrk.request(server.port, scenario.method, scenario.path, scenario.fields.items(), scenario.content)
    command = wrk.command(server.port, [request * scenario.at_once], scenario.connections, seconds, core, folder)
    cpu, client, start = server.cpu_seconds(), children_seconds(), time.monotonic()
    finished = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60)
    elapsed = time.monotonic() - start
    cpu, client = server.cpu_seconds() - cpu, children_seconds() - client
    counted = wrk.result(finished.stdout, finished.stderr)
    requests = counted["requests"]
    # wrk counts the end of a connection that no response announced as an error of reading.
    ignored = {"read"} if scenario.fields.get("Connection") == "close" else set()
    return {
        "requests": requests,
        "errors": wrk.errors(counted, ignored),
        "cpu_us": cpu * 1e6 / requests if requests else None,
        "requests_per_second": requests / (counted["microseconds"] / 1e6),
        "p50_us": counted["p50"] or None,
        "p99_us": counted["p99"] or None,
        "server_cores": cpu / elapsed,
        "client_cores": client / elapsed,
    }


def children_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
