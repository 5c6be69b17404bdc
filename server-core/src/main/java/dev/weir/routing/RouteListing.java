package dev.weir.routing;

import dev.weir.http.MediaType;
import dev.weir.http.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/** Routes as a table for people: one line for each, by path and then by method, in columns of equal width. */
public final class RouteListing {

    private static final List<String> TITLES = List.of("METHOD", "PATH", "TAKES", "MAKES", "HANDLER", "SOURCE");
    private static final String GAP = "  ";

    private RouteListing() {}

    /** The table of those routes, its titles first; a route that stands for several handlers has a line for each. */
    public static String of(Iterable<Route> routes) {
        List<List<String>> rows = new ArrayList<>();
        for (Route route : routes) {
            for (RouteDetails details : detailsOf(route)) {
                rows.add(row(route, details));
            }
        }
        rows.sort(Comparator.comparing((List<String> row) -> row.get(1))
                .thenComparing(row -> row.get(0))
                .thenComparing(row -> String.join(GAP, row)));
        rows.add(0, TITLES);
        return text(rows);
    }

    /** The details, or what the origin tells where there are none. */
    static List<RouteDetails> detailsOf(Route route) {
        List<RouteDetails> details = route.details().get();
        return details.isEmpty() ? List.of(new RouteDetails(route.origin(), "", List.of(), List.of())) : details;
    }

    private static List<String> row(Route route, RouteDetails details) {
        return List.of(
                route.method().map(Method::name).orElse("any"),
                route.pattern().toString(),
                text(details.consumes(), ""),
                text(details.produces(), ""),
                details.handler(),
                details.source());
    }

    /** Media types one after the other; other text for none. */
    static String text(List<MediaType> types, String none) {
        StringJoiner text = new StringJoiner(", ").setEmptyValue(none);
        types.forEach(type -> text.add(type.toString()));
        return text.toString();
    }

    private static String text(List<List<String>> rows) {
        int[] widths = new int[TITLES.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
