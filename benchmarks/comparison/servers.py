"""The servers: how each is built, started and stopped, and what CPU time it has used."""

import glob
import os
import re
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass

BENCHMARKS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(BENCHMARKS)
PEERS = os.path.join(BENCHMARKS, "peers")
WEIR_JAR = os.path.join(BENCHMARKS, "target", "bench-server.jar")
JVM = ["-Xms128m", "-Xmx512m", "-XX:+UseSerialGC"]
START_SECONDS = 60
# In /proc/net/tcp: a state, and an inode, which is that of connections too whose process has closed them.
LISTENS, NOT_ACCEPTED = "0A", "0"


@dataclass(frozen=True)
class Kind:
    title: str
    style: str = ""       # of Weir
    module: str = ""      # of a peer, below benchmarks/peers
    library: str = ""     # whose jar tells the peer's version
    oldest_jdk: int = 17


KINDS = {
    "weir": Kind("Weir, handlers", style="handlers"),
    "weir-annotated": Kind("Weir, annotated", style="annotated"),
    "jdk": Kind("JDK httpserver", module="jdk"),
    "jetty": Kind("Jetty", module="jetty", library="jetty-server"),
    "undertow": Kind("Undertow", module="undertow", library="undertow-core"),
    "netty": Kind("Netty", module="netty", library="netty-codec-http"),
    "helidon": Kind("Helidon", module="helidon", library="helidon-webserver", oldest_jdk=21),
    "javalin": Kind("Javalin", module="javalin", library="javalin"),
}


def java():
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", "java") if home else shutil.which("java") or "java"


def java_version():
    """The text of java -version, and the feature release in it."""
    text = subprocess.run([java(), "-version"], capture_output=True, text=True, check=True).stderr
    return text, int(re.search(r'version "(\d+)', text).group(1))


def is_stale(jar, *modules):
    """Whether a jar is missing, or older than the sources of those modules or what they are built with."""
    if not os.path.exists(jar):
        return True
    sources = [os.path.join(folder, "pom.xml") for folder in (ROOT, *modules)]
    for module in modules:
        for place, _, names in os.walk(os.path.join(module, "src", "main")):
            sources += [os.path.join(place, name) for name in names]
    return os.path.getmtime(jar) < max(os.path.getmtime(source) for source in sources)


def build(names):
    """Builds what is missing or older than its sources."""
    kinds = [KINDS[name] for name in names]
    modules = [os.path.join(ROOT, name) for name in ("server-core", "server-annotations", "benchmarks")]
    if any(kind.style for kind in kinds) and is_stale(WEIR_JAR, *modules):
        maven("-f", ROOT, "-pl", "benchmarks", "-am", "-Dmaven.javadoc.skip", "-Dmaven.source.skip", "package")
    stale = [kind.module for kind in kinds if kind.module and is_stale(
        os.path.join(PEERS, kind.module, "target", "peer.jar"),
        os.path.join(PEERS, kind.module), os.path.join(PEERS, "common"), PEERS)]
    if stale:
        maven("-f", PEERS, "-pl", ",".join(["common"] + stale), "clean", "package")


def maven(*arguments):
    command = ["mvn", "-B", "-ntp", "-q", "-DskipTests", *arguments]
    print("Building: " + " ".join(command).replace(ROOT, "."), flush=True)
    subprocess.run(command, check=True)


def program(kind, files):
    """What a server's JVM is told beside its port."""
    if kind.style:
        return ["-Ddir=" + files, "-Dstyle=" + kind.style, "-jar", WEIR_JAR]
    target = os.path.join(PEERS, kind.module, "target")
    main = "dev.weir.benchmarks.peers.%sPeer" % kind.module.capitalize()
    return ["-Ddir=" + files, "-cp", os.path.join(target, "peer.jar") + ":" + os.path.join(target, "lib", "*"), main]


def title(kind):
    """With the version that was fetched."""
    jars = glob.glob(os.path.join(PEERS, kind.module, "target", "lib", kind.library + "-[0-9]*.jar"))
    if not kind.library or not jars:
        return kind.title
    version = os.path.basename(jars[0])[len(kind.library) + 1:-len(".jar")]
    return kind.title + " " + version.removesuffix(".Final")


def cpu_seconds(process):
    """Of all threads of a process so far, in user mode and in the kernel."""
    with open("/proc/%d/stat" % process) as stat:
        values = stat.read().rsplit(")", 1)[1].split()
    return (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")


class Server:
    """A running server; to be closed."""

    def __init__(self, name, core, logs, program):
        self.name = name
        self.log = os.path.join(logs, name + ".log")
        self.port = free_port()
        command = [] if core is None else ["taskset", "-c", str(core)]
        command += [java(), *JVM, "-Dport=%d" % self.port, *program]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            self.wait()
        except BaseException:
            self.close()
            raise

    def wait(self):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        with open(self.log, errors="replace") as log:
            raise RuntimeError("%s does not start:\n%s" % (self.name, log.read()[-2000:]))

    def cpu_seconds(self):
        return cpu_seconds(self.process.pid)

    def connections(self):
        """Number of connections that the server has accepted and not closed."""
        count = 0
        for family in ("tcp", "tcp6"):
            with open("/proc/net/" + family) as table:
                for line in table:
                    fields = line.split()
                    if fields[1].endswith(":%04X" % self.port) and fields[3] != LISTENS and fields[9] != NOT_ACCEPTED:
                        count += 1
        return count

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
