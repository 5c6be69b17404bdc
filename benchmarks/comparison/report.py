"""Medians of the measurements, as a Markdown table and as an SVG chart."""

import html
import os
import statistics

WIDTH = 960
COLUMNS = 2
BAR, GAP, HEAD = 18, 5, 108
LABEL, VALUE, MARGIN = 150, 52, 24
WEIR, PEER, INK, QUIET, PAPER = "#1f6feb", "#b1bac4", "#1f2328", "#59636e", "#ffffff"


def median(samples, server, scenario, key):
    """Of all rounds that worked; None if there are none."""
    values = [
        sample[key] for sample in samples
        if sample["server"] == server and sample["scenario"] == scenario and sample.get(key) is not None]
    return statistics.median(values) if values else None


def number(value):
    if value is None:
        return "–"
    return "%.0f" % value if value >= 100 else "%.1f" % value if value >= 10 else "%.2f" % value


def write(folder, results):
    """Writes the files of a dictionary, and prints those that are Markdown."""
    os.makedirs(folder, exist_ok=True)
    for name, text in results.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
        if name.endswith(".md"):
            print("\n" + text)
    print("Written to " + os.path.relpath(folder))


def table(samples, servers, scenarios, key, smallest_is_best=True):
    """Rows of servers, columns of scenarios; the best of each column is bold."""
    lines = ["| | " + " | ".join(scenarios) + " |", "|---|" + "---:|" * len(scenarios)]
    medians = {
        scenario: {server: median(samples, server, scenario, key) for server in servers} for scenario in scenarios}
    for server, title in servers.items():
        cells = []
        for scenario in scenarios:
            known = [value for value in medians[scenario].values() if value is not None]
            value = medians[scenario][server]
            best = known and value == (min if smallest_is_best else max)(known)
            cells.append("**%s**" % number(value) if best else number(value))
        lines.append("| %s | %s |" % (title, " | ".join(cells)))
    return "\n".join(lines)


def markdown(samples, servers, scenarios, about):
    """The whole report; scenarios maps names to scenarios, about is a list of lines on the machine and the run."""
    text = ["# Cost of a request", "", *("- " + line for line in about), ""]
    text += ["Scenarios:", ""]
    text += [
        "- `%s`: %s; `%s %s`, %d connections" % (name, each.title, each.method, each.path, each.connections)
        for name, each in scenarios.items()]
    text += ["", "## Server CPU time, microseconds a request (median; less is better)", ""]
    text += [table(samples, servers, scenarios, "cpu_us")]
    text += ["", "![Server CPU time a request](compare.svg)"]
    text += ["", "## Requests a second (median; more is better)", ""]
    text += [table(samples, servers, scenarios, "requests_per_second", smallest_is_best=False)]
    text += ["", "## Latency of the slowest hundredth, microseconds (median of p99; less is better)", ""]
    text += [table(samples, servers, scenarios, "p99_us")]
    failed = [sample for sample in samples if sample["errors"]]
    if failed:
        text += ["", "## Errors", ""]
        text += [
            "- %s, %s, round %d: %d" % (servers[each["server"]], each["scenario"], each["round"], each["errors"])
            for each in failed]
    return "\n".join(text) + "\n"


def chart(samples, servers, scenarios, about):
    """One panel of bars for each scenario, each with its own scale; the first lines of about stand above them."""
    panel_width = (WIDTH - (COLUMNS + 1) * MARGIN) / COLUMNS
    panel_height = 34 + len(servers) * (BAR + GAP)
    rows = (len(scenarios) + COLUMNS - 1) // COLUMNS
    height = HEAD + rows * (panel_height + MARGIN)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">'
        % (WIDTH, height),
        '<rect width="%d" height="%d" fill="%s"/>' % (WIDTH, height, PAPER),
        label(MARGIN, 34, "Server CPU time, microseconds a request (less is better)", size=18),
        *(label(MARGIN, 54 + 16 * index, line, colour=QUIET) for index, line in enumerate(about[:3]))]
    for index, (name, scenario) in enumerate(scenarios.items()):
        x = MARGIN + index % COLUMNS * (panel_width + MARGIN)
        y = HEAD + index // COLUMNS * (panel_height + MARGIN)
        values = {server: median(samples, server, name, "cpu_us") for server in servers}
        parts += panel(x, y, panel_width, scenario.title, servers, values)
    return "\n".join(parts + ["</svg>"]) + "\n"


def panel(x, y, width, title, servers, values):
    parts = [label(x, y + 16, title, size=14)]
    largest = max((value for value in values.values() if value), default=1)
    for index, (server, text) in enumerate(servers.items()):
        top = y + 28 + index * (BAR + GAP)
        value = values[server]
        length = (width - LABEL - VALUE) * (value or 0) / largest
        parts.append(label(x + LABEL - 8, top + 13, text, anchor="end"))
        parts.append('<rect x="%.1f" y="%.1f" width="%.1f" height="%d" rx="2" fill="%s"/>' % (
            x + LABEL, top, max(length, 1), BAR, WEIR if server.startswith("weir") else PEER))
        parts.append(label(x + LABEL + length + 6, top + 13, number(value)))
    return parts


def label(x, y, text, size=12, colour=INK, anchor="start"):
    return '<text x="%.1f" y="%.1f" font-size="%d" fill="%s" text-anchor="%s">%s</text>' % (
        x, y, size, colour, anchor, html.escape(text))
