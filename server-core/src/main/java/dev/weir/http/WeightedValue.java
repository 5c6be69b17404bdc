package dev.weir.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One member of a list of preferences like Accept or Accept-Encoding, with its weight (RFC 9110 section 12.4.2).
 *
 * <pre>
 *   text/html;level=1;q=0.4   value "text/html;level=1", weight 400
 *   gzip                      value "gzip", weight 1000
 * </pre>
 *
 * @param value the member without its weight; parameters follow it without whitespace around their semicolons
 * @param weight the weight in thousandths, from 0 (not acceptable) to 1000 (which is also that of members without one)
 */
public record WeightedValue(String value, int weight) {
    private static final int FULL_WEIGHT = 1000;

    /** Members that {@link #parse} looks at, over all field lines; those after them are left out. */
    private static final int MEMBER_LIMIT = 100;

    /** Checks the weight. */
    public WeightedValue {
        Objects.requireNonNull(value, "value");
        if (weight < 0 || weight > FULL_WEIGHT) {
            throw new IllegalArgumentException("weight: " + weight + " (expected: 0 to 1000)");
        }
    }

    /**
     * The members of a list that may be spread over several field lines, the most wanted first and equals in the order
     * they came. Empty members are skipped, and so are those with a malformed weight, with two weights, or with a quoted
     * string that does not end. No more than the first 100 members are looked at.
     */
    public static List<WeightedValue> parse(List<String> fieldValues) {
        List<String> members = new ArrayList<>();
        for (String fieldValue : fieldValues) {
            split(fieldValue, ',', MEMBER_LIMIT - members.size(), members);
        }
        List<WeightedValue> values = new ArrayList<>(members.size());
        for (String member : members) {
            parseMember(member).ifPresent(values::add);
        }
        values.sort(Comparator.comparingInt(WeightedValue::weight).reversed());
        return List.copyOf(values);
    }

    private static Optional<WeightedValue> parseMember(String member) {
        List<String> parts = new ArrayList<>();
        split(member, ';', Integer.MAX_VALUE, parts);
        if (member.charAt(0) == ';' || parts.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder(parts.get(0));
        OptionalInt weight = OptionalInt.empty();
        for (String parameter : parts.subList(1, parts.size())) {
            if (!isWeight(parameter)) {
                value.append(';').append(parameter);
                continue;
            }
            boolean second = weight.isPresent();
            weight = parseWeight(parameter);
            if (second || weight.isEmpty()) {
                return Optional.empty();
            }
        }
        return endsInsideQuotes(member)
                ? Optional.empty()
                : Optional.of(new WeightedValue(value.toString(), weight.orElse(FULL_WEIGHT)));
    }

    private static boolean isWeight(String parameter) {
        return Grammar.tokenEnd(parameter, 0) == 1 && (parameter.charAt(0) == 'q' || parameter.charAt(0) == 'Q');
    }

    /** The thousandths that a weight, {@code q=0.4}, writes, or nothing if it is malformed. */
    private static OptionalInt parseWeight(String parameter) {
        // weight = "q=" ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3( "0" ) ] )
        if (parameter.length() < 3 || parameter.charAt(1) != '=') {
            return OptionalInt.empty();
        }
        String text = parameter.substring(2);
        if (text.length() > 5 || text.length() > 1 && text.charAt(1) != '.') {
            return OptionalInt.empty();
        }
        int thousandths = 0;
        int unit = FULL_WEIGHT;
        for (int i = 0; i < text.length(); i += i == 0 ? 2 : 1) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            thousandths += digit * unit;
            unit /= 10;
        }
        return thousandths <= FULL_WEIGHT ? OptionalInt.of(thousandths) : OptionalInt.empty();
    }

    /** Adds at most {@code limit} non-empty parts of {@code text}, split at separators outside quoted strings. */
    private static void split(String text, char separator, int limit, List<String> parts) {
        int left = limit;
        int start = 0;
        while (left > 0 && start <= text.length()) {
            int end = separatorOrEnd(text, separator, start);
            String part = Grammar.trim(text.substring(start, end));
            if (!part.isEmpty()) {
                parts.add(part);
                left--;
            }
            start = end + 1;
        }
    }

    private static int separatorOrEnd(String text, char separator, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != separator) {
            if (text.charAt(i) == '"') {
                int end = Grammar.quotedEnd(text, i);
                i = end < 0 ? text.length() : end;
            } else {
                i++;
            }
        }
        return i;
    }

    private static boolean endsInsideQuotes(String member) {
        for (int i = member.indexOf('"'); i >= 0; i = member.indexOf('"', i)) {
            i = Grammar.quotedEnd(member, i);
            if (i < 0) {
                return true;
            }
        }
        return false;
    }
}
