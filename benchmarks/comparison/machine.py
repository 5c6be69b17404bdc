"""The machine that measures: its tools, its cores, and what a report says about it."""

import datetime
import os
import platform
import shutil
import subprocess
import sys

from . import servers


def names(parser, option, text, known):
    """The names in an option's text, each once and all of them known."""
    chosen = list(dict.fromkeys(text.split(",")))
    unknown = [name for name in chosen if name not in known]
    if unknown:
        parser.error("%s: %s (expected: some of %s)" % (option, ",".join(unknown), ",".join(known)))
    return chosen


def require_tools(*tools):
    missing = [tool for tool in (*tools, servers.java()) if shutil.which(tool) is None]
    if not os.path.exists("/proc/self/stat"):
        missing.append("/proc (this needs Linux)")
    if missing:
        sys.exit("Missing: " + ", ".join(missing))


def cores(unpinned):
    """The server's and the client's; None where nothing is pinned."""
    usable = sorted(os.sched_getaffinity(0))
    if unpinned or len(usable) < 2 or shutil.which("taskset") is None:
        return None, None
    return usable[0], usable[1]


def processor():
    with open("/proc/cpuinfo") as info:
        models = [line.split(":", 1)[1].strip() for line in info if line.startswith("model name")]
    return models[0] if models else platform.machine()


def wrk_version():
    text = subprocess.run(["wrk", "--version"], capture_output=True, text=True).stdout.split()
    return " ".join(text[:2])


def about(pinned, java_version):
    """Lines on the machine and on what runs there."""
    usable = len(os.sched_getaffinity(0))
    java = java_version.splitlines()
    return [
        "%s, %d cores, Linux %s, %s" % (processor(), usable, platform.release(), wrk_version()),
        "%s; %s" % (java[1] if len(java) > 1 else java[0], " ".join(servers.JVM)),
        "server and wrk each pinned to a core of its own" if pinned else "nothing pinned to a core",
    ]


def command(script):
    """The line on when and how a script was called."""
    return "%s, `%s`" % (datetime.date.today().isoformat(), " ".join([script, *sys.argv[1:]]))
