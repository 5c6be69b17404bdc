"""One measurement of one point: what the server spent while requests of a known number were answered."""

import signal
import subprocess
import time
from dataclasses import dataclass

from . import client, wrk

MILLISECONDS = 50
# For all connections to be there: a lost SYN is sent again after one second, then after two more, then after four.
RAMP = 10
PATIENCE = 2
A_MINUTE_OF_REST = 70
# Of the server, by default.
MOST_CONNECTIONS = 10_000

@dataclass(frozen=True)
class Mark:
    """What a client prints now and then: how many requests it has begun, when, and the CPU time used until then."""

    requests: float
    seconds: float
    server_cpu: float
    client_cpu: float


NOTHING = Mark(0, 0, 0, 0)


def run(server, point, octets, seconds, core, folder):
    """A sample; octets are those of one response. What went wrong is in its "fault"."""
    if point.by_wrk:
        content = b"x" * point.content_length
        requests = [
            wrk.request(server.port, point.method, target, point.fields, content) for target in point.targets]
        command = wrk.command(
            server.port, requests, point.connections, int(seconds) + 2 * RAMP, core, folder, MILLISECONDS,
            server.process.pid)
    else:
        command = client.command(server, point, octets, core)
    left = left_of_earlier(server, point.connections)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            start, end, most, output = watch(server, process, point.connections, left, seconds)
            errors = process.stderr.read()
        finally:
            process.kill()
    if end is None:
        reason = errors.strip()[-300:] or "no requests any more"
        return sample_of(NOTHING, NOTHING, reason if start else "%d of %d connections, %s" % (
            most, point.connections, reason))
    fault = fault_of(wrk.result(output, errors), octets, point.connections) if point.by_wrk else ""
    return sample_of(start, end, fault)


def left_of_earlier(server, connections):
    """
    How many earlier connections the server still has, after a while for them to end. Of thousands that are reset at
    once the system loses some resets; the server takes these connections for idle ones until a minute has gone by.
    """
    start = time.monotonic()
    left = server.connections()
    while left:
        has_room = left + connections <= MOST_CONNECTIONS
        if time.monotonic() - start > (PATIENCE if has_room else A_MINUTE_OF_REST):
            break
        time.sleep(0.01)
        left = server.connections()
    return left


def watch(server, process, connections, left, seconds):
    """The first mark at which all connections are there, the one so many seconds later, and what there was to see."""
    begun = complete = time.monotonic()
    start, end, most, output = None, None, 0, []
    for line in process.stdout:
        output.append(line)
        if end or not line.startswith("MARK"):
            continue
        mark = Mark(*(float(value) for value in line.split()[1:]))
        if start is None and most < connections:
            most, complete = max(most, server.connections() - left), time.monotonic()
        # A connection is there before its first request is; with twice as many each has one on its way all the time.
        elif start is None and mark.seconds >= complete and mark.requests >= 2 * connections:
            start = mark
        elif start and mark.seconds >= start.seconds + seconds:
            end = mark
        if end or start is None and mark.seconds > begun + RAMP:
            # The client ends at once; wrk tells what it has counted.
            process.send_signal(signal.SIGINT)
    return start, end, most, "".join(output)


def fault_of(counted, octets, connections):
    failed = {kind: counted[kind] for kind in ("connect", "read", "write", "status", "timeout") if counted[kind]}
    if failed:
        return "errors: %s" % failed
    # Each connection may have been in the middle of one more response.
    if not 0 <= counted["octets"] - counted["requests"] * octets <= connections * octets:
        return "%d responses of %d octets each, but %d octets" % (counted["requests"], octets, counted["octets"])
    return ""


def sample_of(start, end, fault=""):
    requests, seconds = end.requests - start.requests, end.seconds - start.seconds
    cpu = end.server_cpu - start.server_cpu
    return {
        "requests": round(requests),
        "fault": fault,
        "cpu_us": cpu * 1e6 / requests if requests else None,
        "requests_per_second": requests / seconds if seconds else None,
        "server_cores": cpu / seconds if seconds else None,
        "client_cores": (end.client_cpu - start.client_cpu) / seconds if seconds else None,
    }
