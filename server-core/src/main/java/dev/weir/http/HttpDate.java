package dev.weir.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Timestamps as field values write them (RFC 9110 section 5.6.7), always in UTC and to the second.
 *
 * <pre>
 *   Sun, 06 Nov 1994 08:49:37 GMT     IMF-fixdate, the one that is written
 *   Sunday, 06-Nov-94 08:49:37 GMT    RFC 850, read only
 *   Sun Nov  6 08:49:37 1994          asctime, read only
 * </pre>
 */
public final class HttpDate {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private static final List<String> LONG_DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final String IMF_FIXDATE = "aaa, 00 aaa 0000 00:00:00 GMT";
    private static final String RFC_850 = ", 00-aaa-00 00:00:00 GMT";
    private static final String ASCTIME = "aaa aaa _0 00:00:00 0000";

    /** A two-digit year is never read as one further ahead than this (RFC 9110 section 5.6.7). */
    private static final int YEARS_AHEAD = 50;

    /** Start of the year 0 and end of the year 9999: what four digits can write. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    private static final long LAST_SECOND = 253_402_300_799L;

    private HttpDate() {}

    /**
     * The instant as an IMF-fixdate, fractions of a second dropped.
     *
     * @throws IllegalArgumentException if its year has not four digits
     */
    public static String format(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw new IllegalArgumentException("instant: " + instant + " (expected: a year from 0 to 9999)");
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        int year = time.getYear();
        StringBuilder out = new StringBuilder(IMF_FIXDATE.length())
                .append(DAYS.get(time.getDayOfWeek().ordinal()))
                .append(", ");
        appendTwoDigits(out, time.getDayOfMonth());
        out.append(' ').append(MONTHS.get(time.getMonthValue() - 1)).append(' ');
        appendTwoDigits(out, year / 100);
        appendTwoDigits(out, year % 100);
        appendTwoDigits(out.append(' '), time.getHour());
        appendTwoDigits(out.append(':'), time.getMinute());
        appendTwoDigits(out.append(':'), time.getSecond());
        return out.append(" GMT").toString();
    }

    private static void appendTwoDigits(StringBuilder out, int number) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /**
     * The instant that {@code text} writes in one of the three forms, or nothing if it is none of them or there is no
     * such date. The name of the day has to be one, but not that of the date. A leap second is read as the second
     * before it. A two-digit year is the one at most 50 years from now.
     */
    public static Optional<Instant> parse(String text) {
        return parse(text, Instant.now());
    }

    /** As {@link #parse(String)}, with {@code now} deciding about two-digit years. */
    static Optional<Instant> parse(String text, Instant now) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            return parseAsctime(text);
        }
        return comma == 3 ? parseImfFixdate(text) : parseRfc850(text, comma, now);
    }

    private static Optional<Instant> parseImfFixdate(String text) {
        if (!hasShape(text, IMF_FIXDATE) || !DAYS.contains(text.substring(0, 3))) {
            return Optional.empty();
        }
        return instant(number(text, 12, 16), text.substring(8, 11), number(text, 5, 7), text, 17);
    }

    private static Optional<Instant> parseAsctime(String text) {
        if (!hasShape(text, ASCTIME) || !DAYS.contains(text.substring(0, 3))) {
            return Optional.empty();
        }
        int day = text.charAt(8) == ' ' ? number(text, 9, 10) : number(text, 8, 10);
        return instant(number(text, 20, 24), text.substring(4, 7), day, text, 11);
    }

    private static Optional<Instant> parseRfc850(String text, int comma, Instant now) {
        String rest = text.substring(comma);
        if (!hasShape(rest, RFC_850) || !LONG_DAYS.contains(text.substring(0, comma))) {
            return Optional.empty();
        }
        String month = rest.substring(5, 8);
        int day = number(rest, 2, 4);
        LocalDateTime latest = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusYears(YEARS_AHEAD);
        int year = latest.getYear() - Math.floorMod(latest.getYear() - number(rest, 9, 11), 100);
        Optional<Instant> instant = instant(year, month, day, rest, 12);
        if (instant.isPresent() && instant.get().isAfter(latest.toInstant(ZoneOffset.UTC))) {
            return instant(year - 100, month, day, rest, 12);
        }
        return instant;
    }

    /** The instant of that date and the time of day, {@code 08:49:37}, that {@code text} has at {@code timeStart}. */
    private static Optional<Instant> instant(int year, String month, int day, String text, int timeStart) {
        int hour = number(text, timeStart, timeStart + 2);
        int minute = number(text, timeStart + 3, timeStart + 5);
        int second = number(text, timeStart + 6, timeStart + 8);
        try {
            return Optional.of(
                    LocalDateTime.of(year, MONTHS.indexOf(month) + 1, day, hour, minute, second == 60 ? 59 : second)
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
            // February 30, month 0 for an unknown name, hour 24: all are dates that do not exist.
            return Optional.empty();
        }
    }

    /** Whether each 0 of {@code shape} is a digit in {@code text}, each a a letter, _ a digit or a space. */
    private static boolean hasShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            if (!hasShape(text.charAt(i), shape.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasShape(char c, char shape) {
        return switch (shape) {
            case '0' -> c >= '0' && c <= '9';
            case '_' -> c == ' ' || c >= '0' && c <= '9';
            case 'a' -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            default -> c == shape;
        };
    }

    private static int number(String digits, int start, int end) {
        return Integer.parseInt(digits, start, end, 10);
    }
}
