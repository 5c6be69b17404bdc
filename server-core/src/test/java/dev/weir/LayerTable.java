package dev.weir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of layers, and the search for uses that it forbids in a set of Java sources. */
final class LayerTable {

    /** A source file: where it stands, and its text. */
    record Source(String file, String text) {}

    /** A package that a line of a file uses. */
    private record Use(String from, String to, String file, int line, String name) {}

    private static final String ROOT = "dev.weir";
    private static final String HTTP = "dev.weir.http";
    private static final String CONFIG = "dev.weir.config";
    private static final String OBSERVE = "dev.weir.observe";
    private static final String ROUTING = "dev.weir.routing";
    private static final String FLIGHT = "dev.weir.internal.flight";
    private static final String WIRE = "dev.weir.internal.wire";
    private static final String NET = "dev.weir.internal.net";
    private static final String SERVER = "dev.weir.internal.server";
    private static final String HTTP1 = "dev.weir.internal.http1";

    /** For each package below the root what it may use. */
    private static final Map<String, Set<String>> TABLE = Map.of(
            HTTP, Set.of(),
            CONFIG, Set.of(),
            OBSERVE, Set.of(HTTP),
            ROUTING, Set.of(HTTP),
            FLIGHT, Set.of(HTTP),
            WIRE, Set.of(HTTP, CONFIG),
            NET, Set.of(CONFIG),
            SERVER, Set.of(HTTP, CONFIG, OBSERVE, ROUTING, FLIGHT, NET),
            HTTP1, Set.of(HTTP, CONFIG, NET, WIRE, SERVER));

    /** What one room may use of another. */
    private static final Map<String, String> ALLOWANCES = Map.of("dev.weir.files", "dev.weir.representation");

    private static final Pattern ROOM = Pattern.compile("dev\\.weir\\.(?!internal\\b)[a-z0-9]+");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    // Comments, text blocks, strings and character literals, in the order in which they hide each other.
    private static final Pattern NO_CODE =
            Pattern.compile("//[^\n]*|/\\*[\\s\\S]*?\\*/|\"\"\"(?:[^\\\\]|\\\\[\\s\\S])*?\"\"\""
                    + "|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)+'");
    private static final Pattern USE =
            Pattern.compile("(?<![\\w.])dev\\.weir((?:\\.[a-z][a-z0-9]*)*)\\.([A-Z]\\w*|\\*)");

    private LayerTable() {}

    /** Faults of the sources, each with file, line and the name used, or the package that nobody knows. */
    static List<String> faults(List<Source> sources) {
        List<String> faults = new ArrayList<>();
        for (Source source : sources) {
            String from = packageOf(source);
            if (!isKnown(from)) {
                faults.add(source.file() + ": package " + from + " is neither in the table of layers nor a room");
            }
        }
        for (Use use : uses(sources)) {
            if (!mayUse(use.from(), use.to())) {
                faults.add(use.file() + ":" + use.line() + ": " + use.from() + " may not use " + use.name());
            }
        }
        return faults;
    }

    /** A way round through packages that use each other; empty if there is none. */
    static List<String> cycle(List<Source> sources) {
        Map<String, Set<String>> graph = new TreeMap<>();
        for (Use use : uses(sources)) {
            graph.computeIfAbsent(use.from(), from -> new TreeSet<>()).add(use.to());
        }
        Set<String> done = new TreeSet<>();
        for (String from : graph.keySet()) {
            List<String> way = new ArrayList<>();
            if (findsCycle(from, graph, way, done)) {
                return way;
            }
        }
        return List.of();
    }

    private static boolean findsCycle(String at, Map<String, Set<String>> graph, List<String> way, Set<String> done) {
        boolean isCycle = way.contains(at);
        way.add(at);
        if (isCycle) {
            return true;
        }
        if (done.add(at) || way.size() > 1) {
            for (String next : graph.getOrDefault(at, Set.of())) {
                if (findsCycle(next, graph, way, done)) {
                    return true;
                }
            }
        }
        way.remove(way.size() - 1);
        return false;
    }

    private static boolean isKnown(String name) {
        return name.equals(ROOT) || TABLE.containsKey(name) || isRoom(name);
    }

    private static boolean isRoom(String name) {
        return !TABLE.containsKey(name) && ROOM.matcher(name).matches();
    }

    private static boolean mayUse(String from, String to) {
        if (from.equals(ROOT)) {
            return true;
        }
        if (TABLE.containsKey(from)) {
            return TABLE.get(from).contains(to);
        }
        if (isRoom(to)) {
            return to.equals(ALLOWANCES.get(from));
        }
        return !to.startsWith(ROOT + ".internal");
    }

    private static List<Use> uses(List<Source> sources) {
        List<Use> uses = new ArrayList<>();
        for (Source source : sources) {
            String from = packageOf(source);
            String code = codeOf(source.text());
            Matcher matcher = USE.matcher(code);
            while (matcher.find()) {
                String to = ROOT + matcher.group(1);
                if (!to.equals(from)) {
                    int line = 1
                            + (int) code.substring(0, matcher.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                    uses.add(new Use(from, to, source.file(), line, matcher.group()));
                }
            }
        }
        return uses;
    }

    private static String packageOf(Source source) {
        Matcher matcher = PACKAGE.matcher(codeOf(source.text()));
        return matcher.find() ? matcher.group(1) : "(none)";
    }

    /** The text with everything but code blanked out, line breaks kept. */
    private static String codeOf(String text) {
        return NO_CODE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("[^\n]", " ")));
    }
}
