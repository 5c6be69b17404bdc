"""How cost grows, as Markdown tables: one for each thing that grows."""

from . import report

TITLES = {
    "connections": "Connections, each with a request at any time (`GET /plaintext`)",
    "routes": "Routes of the form `/rI/{a}/x`, all of them asked for in turn",
    "fields": "Field lines of a request; the handler reads the last one",
    "bytes": "Response contents, octets from memory",
    "stream": "Response contents, written in blocks of 8 KiB, of known length",
    "upload": "Request contents, read as a stream and counted",
}
NAMES = {"connections": "connections", "routes": "routes", "fields": "field lines"}
SERVER = "weir"
LARGE = 64 << 10


def markdown(samples, points, about):
    """The whole report, with a row for each point that was measured."""
    measured = {sample["scenario"] for sample in samples}
    text = ["# How the cost of a request grows", "", *("- " + line for line in about)]
    text += [
        "", "CPU time is the server's, in microseconds a request; busy is the share of a core that the server (and the "
        "client) had while it was measured. All figures are medians."]
    for family, title in TITLES.items():
        chosen = [point for point in points if point.family == family and point.title() in measured]
        if chosen:
            rows = content_rows(samples, chosen) if family not in NAMES else rows_of(samples, chosen, NAMES[family])
            text += ["", "## " + title, "", *rows]
    failed = [sample for sample in samples if sample["fault"]]
    if failed:
        text += ["", "## Faults", ""]
        text += ["- %s, round %d: %s" % (each["scenario"], each["round"], each["fault"]) for each in failed]
    return "\n".join(text) + "\n"


def median(samples, point, key):
    return report.median(samples, SERVER, point.title(), key)


def busy(samples, point):
    return " (".join(
        "–" if value is None else "%.0f %%" % (100 * value)
        for value in (median(samples, point, "server_cores"), median(samples, point, "client_cores"))) + ")"


def table(heads, rows):
    return ["| " + " | ".join(heads) + " |", "|" + "---:|" * len(heads)] + [
        "| " + " | ".join(row) + " |" for row in rows]


def rows_of(samples, points, name):
    """With the cost of each one more, from row to row."""
    rows, before, before_value = [], None, 0
    for point in points:
        cpu = median(samples, point, "cpu_us")
        further = (cpu - before) * 1e3 / (point.value - before_value) if cpu and before else None
        rows.append([
            format(point.value, ","), report.number(median(samples, point, "requests_per_second")), report.number(cpu),
            "–" if further is None else "%+.2f" % further, busy(samples, point)])
        before, before_value = cpu, point.value
    return table([name, "requests/s", "CPU µs", "ns for each one more", "busy"], rows)


def content_rows(samples, points):
    rows = []
    for point in points:
        cpu, often = median(samples, point, "cpu_us"), median(samples, point, "requests_per_second")
        rows.append([
            point.label, "wrk, %d connections" % point.connections if point.by_wrk else "one by one",
            report.number(often), report.number(cpu),
            "%.3f" % (cpu * 1e3 / point.value) if cpu and point.value >= LARGE else "–",
            report.number(often * point.value / 1e6) if often else "–", busy(samples, point)])
    return table(["content", "client", "requests/s", "CPU µs", "CPU ns an octet", "MB/s", "busy"], rows)
