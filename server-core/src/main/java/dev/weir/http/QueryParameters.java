package dev.weir.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names and values of {@code application/x-www-form-urlencoded}, as in a query: {@code a=1&a=2&flag} in the order sent.
 *
 * <p>Decoding is strict UTF-8, {@code +} is a space, a name without {@code =} has the empty value.
 */
public final class QueryParameters {

    private static final QueryParameters EMPTY = new QueryParameters(List.of());

    /** More pairs than this are refused rather than read. */
    private static final int MOST = 1000;

    /** Names at even places, their values behind them. */
    private final List<String> pairs;

    private QueryParameters(List<String> pairs) {
        this.pairs = pairs;
    }

    /** No parameter at all. */
    public static QueryParameters empty() {
        return EMPTY;
    }

    /**
     * Reads a raw query, without its question mark.
     *
     * @throws HttpException with status 400 if it is badly encoded or has more than 1000 parameters
     */
    public static QueryParameters parse(String rawQuery) {
        return parse(rawQuery, 0);
    }

    /** Reads what stands from there on. */
    static QueryParameters parse(String rawQuery, int from) {
        List<String> pairs = new ArrayList<>();
        int start = from;
        while (start <= rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', start);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > start) {
                if (pairs.size() >= 2 * MOST) {
                    throw new HttpException(Status.BAD_REQUEST, "The query has too many parameters.");
                }
                addPair(pairs, rawQuery, start, end);
            }
            start = end + 1;
        }
        return pairs.isEmpty() ? EMPTY : new QueryParameters(pairs);
    }

    private static void addPair(List<String> pairs, String query, int start, int end) {
        int equals = query.indexOf('=', start);
        boolean hasValue = equals >= 0 && equals < end;
        pairs.add(decoded(query, start, hasValue ? equals : end));
        pairs.add(hasValue ? decoded(query, equals + 1, end) : "");
    }

    private static String decoded(String query, int from, int to) {
        return PercentEncoding.decode(query, from, to, true)
                .orElseThrow(() -> new HttpException(Status.BAD_REQUEST, "The query is not percent-encoded UTF-8."));
    }

    /** Value of the first parameter of that name; names are case-sensitive. */
    public Optional<String> first(String name) {
        for (int i = 0; i < pairs.size(); i += 2) {
            if (pairs.get(i).equals(name)) {
                return Optional.of(pairs.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Values of all parameters of that name, in order. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(2);
        for (int i = 0; i < pairs.size(); i += 2) {
            if (pairs.get(i).equals(name)) {
                values.add(pairs.get(i + 1));
            }
        }
        return List.copyOf(values);
    }

    /** All names, each once, in order of first appearance. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            names.add(pairs.get(i));
        }
        return names;
    }

    /** Whether there is no parameter. */
    public boolean isEmpty() {
        return pairs.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueryParameters that && pairs.equals(that.pairs);
    }

    @Override
    public int hashCode() {
        return pairs.hashCode();
    }
}
