package dev.weir.representation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads Range (RFC 9110 section 14.2) and says which octets are to be sent of a representation.
 *
 * <pre>
 *   bytes=0-499            the first 500
 *   bytes=500-             all but those
 *   bytes=-500             the last 500
 *   bytes=0-0, -1          the first and the last
 * </pre>
 *
 * <p>What a client asks for several times is sent once: ranges that overlap or touch become one, and of more than a few
 * also those that leave less out than a part of its own would cost (RFC 9110 section 15.3.7.2). A set of too many ranges
 * is ignored like a malformed one.
 */
final class RangeField {

    /** Ranges in a field that are looked at. */
    private static final int MOST_ASKED_FOR = 100;

    /** Parts of a response. */
    private static final int MOST_SENT = 32;

    /** So many parts are sent as they are asked for, however close they are. */
    private static final int FEW = 8;

    /** What a part costs besides its octets, about. */
    private static final long COST = 80;

    private static final String UNIT = "bytes=";

    private final String text;
    private final long length;
    private int next;

    private RangeField(String text, long length) {
        this.text = text;
        this.length = length;
    }

    /**
     * The ranges to send of a representation of that length, in the order asked for, none of which overlap.
     *
     * @return absent if the field is to be ignored; no ranges if none that it names is there
     */
    static Optional<List<ByteRange>> parse(String text, long length) {
        if (!text.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return Optional.empty();
        }
        return new RangeField(text, length)
                .ranges()
                .map(ranges -> merged(ranges, 1))
                .map(ranges -> ranges.size() > FEW ? merged(ranges, COST) : ranges)
                .filter(ranges -> ranges.size() <= MOST_SENT);
    }

    /** Those that are there, as they are asked for. */
    private Optional<List<ByteRange>> ranges() {
        // ranges-specifier = range-unit "=" 1#( first-pos "-" [ last-pos ] / "-" suffix-length )
        List<ByteRange> ranges = new ArrayList<>();
        int count = 0;
        next = UNIT.length();
        while (next < text.length()) {
            skipWhitespace();
            if (next < text.length() && text.charAt(next) != ',') {
                if (++count > MOST_ASKED_FOR || !addNext(ranges)) {
                    return Optional.empty();
                }
                skipWhitespace();
                if (next < text.length() && text.charAt(next) != ',') {
                    return Optional.empty();
                }
            }
            next++;
        }
        return count == 0 ? Optional.empty() : Optional.of(ranges);
    }

    /** Reads one range, and adds it if the representation reaches that far; whether it is well-formed. */
    private boolean addNext(List<ByteRange> ranges) {
        long first = number();
        if (next == text.length() || text.charAt(next) != '-') {
            return false;
        }
        next++;
        long last = number();
        if (first < 0) {
            if (last > 0) {
                ranges.add(new ByteRange(Math.max(0, length - last), length - 1));
            }
            return last >= 0;
        }
        if (last >= 0 && last < first) {
            return false;
        }
        if (first < length) {
            ranges.add(new ByteRange(first, last < 0 ? length - 1 : Math.min(last, length - 1)));
        }
        return true;
    }

    /** The number that stands here, at most {@link Long#MAX_VALUE}; -1 if there is none. */
    private long number() {
        long number = -1;
        while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
            int digit = text.charAt(next++) - '0';
            number = Math.max(number, 0);
            number = number > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : 10 * number + digit;
        }
        return number;
    }

    private void skipWhitespace() {
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
    }

    /** Ranges no further apart than that become one, in the place of the one asked for first. */
    private static List<ByteRange> merged(List<ByteRange> ranges, long gap) {
        record Placed(ByteRange range, int place) {}
        List<Placed> sorted = new ArrayList<>();
        for (ByteRange range : ranges) {
            sorted.add(new Placed(range, sorted.size()));
        }
        sorted.sort(Comparator.comparingLong(placed -> placed.range.first()));
        List<Placed> merged = new ArrayList<>();
        for (Placed placed : sorted) {
            int end = merged.size() - 1;
            if (end >= 0 && placed.range.first() - merged.get(end).range.last() <= gap) {
                Placed before = merged.get(end);
                long last = Math.max(before.range.last(), placed.range.last());
                merged.set(
                        end,
                        new Placed(new ByteRange(before.range.first(), last), Math.min(before.place, placed.place)));
            } else {
                merged.add(placed);
            }
        }
        merged.sort(Comparator.comparingInt(Placed::place));
        return merged.stream().map(Placed::range).toList();
    }
}
