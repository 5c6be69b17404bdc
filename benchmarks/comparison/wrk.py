"""wrk: the requests that it sends, how it is called, and what it tells."""

import json
import os
import re

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "requests.lua")


def request(port, method, target, fields=(), content=b""):
    """The octets of a request."""
    return head(port, method, target, fields, len(content)) + content


def head(port, method, target, fields, content_length):
    lines = ["%s %s HTTP/1.1" % (method, target), "Host: 127.0.0.1:%d" % port]
    if content_length:
        lines.append("Content-Length: %d" % content_length)
    lines += ["%s: %s" % field for field in fields]
    return "\r\n".join(lines + ["", ""]).encode("ascii")


def command(port, requests, connections, seconds, core, folder, milliseconds_between_marks=0, server=0):
    """Sends those requests in turn; core is wrk's, or None, and the server is a process that marks tell of."""
    path = os.path.join(folder, "requests")
    with open(path, "wb") as file:
        file.write(" ".join(str(len(each)) for each in requests).encode("ascii") + b"\n" + b"".join(requests))
    pinned = [] if core is None else ["taskset", "-c", str(core)]
    return pinned + [
        "wrk", "--threads", "1", "--connections", str(connections), "--duration", "%ds" % seconds, "--timeout", "5s",
        "--script", SCRIPT, "http://127.0.0.1:%d" % port, "--", path, str(milliseconds_between_marks),
        str(server), str(os.sysconf("SC_CLK_TCK"))]


def result(output, errors):
    line = re.search(r"^RESULT (.*)$", output, re.M)
    if line is None:
        raise RuntimeError("wrk: " + (errors or output)[-500:])
    return json.loads(line.group(1))


def errors(counted, ignored=()):
    """Number of requests and connections that failed."""
    return sum(counted[kind] for kind in {"connect", "read", "write", "status", "timeout"} - set(ignored))
