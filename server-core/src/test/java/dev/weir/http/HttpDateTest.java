package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1994-11-06T08:49:37Z     | Sun, 06 Nov 1994 08:49:37 GMT
            1970-01-01T00:00:00Z     | Thu, 01 Jan 1970 00:00:00 GMT
            1969-12-31T23:59:59.999Z | Wed, 31 Dec 1969 23:59:59 GMT
            2024-02-29T23:59:59.999Z | Thu, 29 Feb 2024 23:59:59 GMT
            2000-02-29T00:00:00Z     | Tue, 29 Feb 2000 00:00:00 GMT
            0000-01-01T00:00:00Z     | Sat, 01 Jan 0000 00:00:00 GMT
            0099-10-10T10:10:10Z     | Sat, 10 Oct 0099 10:10:10 GMT
            9999-12-31T23:59:59Z     | Fri, 31 Dec 9999 23:59:59 GMT
            """)
    void writesImfFixdate(Instant instant, String text) {
        assertEquals(text, HttpDate.format(instant));
    }

    @Test
    void writesWhatTheJdkWritesAndReadsItBack() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        Instant end = Instant.parse("2110-01-01T00:00:00Z");
        for (Instant instant = Instant.parse("1895-01-01T00:00:00Z");
                instant.isBefore(end);
                instant = instant.plusSeconds(86_400 * 3 + 3_723)) {
            String text = HttpDate.format(instant);
            assertEquals(formatter.format(instant), text);
            assertEquals(Optional.of(instant), HttpDate.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void writesYearsOfFourDigitsOnly(Instant instant) {
        assertThrows(IllegalArgumentException.class, () -> HttpDate.format(instant));
    }

    @Test
    void refusesTheEndsOfTime() {
        assertThrows(IllegalArgumentException.class, () -> HttpDate.format(Instant.MIN));
        assertThrows(IllegalArgumentException.class, () -> HttpDate.format(Instant.MAX));
    }

    // The first three are the examples of RFC 9110 section 5.6.7.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun, 06 Nov 1994 08:49:37 GMT       | 1994-11-06T08:49:37Z
            Sunday, 06-Nov-94 08:49:37 GMT      | 1994-11-06T08:49:37Z
            Sun Nov  6 08:49:37 1994            | 1994-11-06T08:49:37Z
            Sun Nov 16 08:49:37 1994            | 1994-11-16T08:49:37Z
            Sun Nov 06 08:49:37 1994            | 1994-11-06T08:49:37Z
            Wednesday, 09-Nov-94 08:49:37 GMT   | 1994-11-09T08:49:37Z
            Thu, 29 Feb 2024 00:00:00 GMT       | 2024-02-29T00:00:00Z
            Tuesday, 29-Feb-00 00:00:00 GMT     | 2000-02-29T00:00:00Z
            Mon, 06 Nov 1994 08:49:37 GMT       | 1994-11-06T08:49:37Z
            Sat, 31 Dec 2016 23:59:60 GMT       | 2016-12-31T23:59:59Z
            Saturday, 31-Dec-16 23:59:60 GMT    | 2016-12-31T23:59:59Z
            Sat Dec 31 23:59:60 2016            | 2016-12-31T23:59:59Z
            Sat, 01 Jan 0000 00:00:00 GMT       | 0000-01-01T00:00:00Z
            """)
    void readsAllThreeForms(String text, Instant instant) {
        assertEquals(Optional.of(instant), HttpDate.parse(text, NOW));
    }

    // Seen from 2026-03-01T12:00:00Z.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sunday, 01-Mar-26 12:00:00 GMT | 2026-03-01T12:00:00Z
            Sunday, 01-Jan-27 00:00:00 GMT | 2027-01-01T00:00:00Z
            Sunday, 01-Jan-75 00:00:00 GMT | 2075-01-01T00:00:00Z
            Sunday, 01-Mar-76 12:00:00 GMT | 2076-03-01T12:00:00Z
            Sunday, 01-Mar-76 12:00:01 GMT | 1976-03-01T12:00:01Z
            Sunday, 01-Jan-77 00:00:00 GMT | 1977-01-01T00:00:00Z
            Sunday, 31-Dec-99 23:59:59 GMT | 1999-12-31T23:59:59Z
            Sunday, 01-Jan-00 00:00:00 GMT | 2000-01-01T00:00:00Z
            """)
    void yearsOfTwoDigitsAreAtMostFiftyYearsAhead(String text, Instant instant) {
        assertEquals(Optional.of(instant), HttpDate.parse(text, NOW));
    }

    @Test
    void yearsOfTwoDigitsMayBelongToTheNextCentury() {
        assertEquals(
                Optional.of(Instant.parse("2105-01-01T00:00:00Z")),
                HttpDate.parse("Thursday, 01-Jan-05 00:00:00 GMT", Instant.parse("2095-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "0",
                "Sun",
                "Sun,",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37 gmt",
                "Sun, 06 Nov 1994 08:49:37 GMT ",
                " Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 +0000",
                "Sun,06 Nov 1994 08:49:37 GMT",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sun,  6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun, 06-Nov-1994 08:49:37 GMT",
                "sun, 06 Nov 1994 08:49:37 GMT",
                "Sum, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 nov 1994 08:49:37 GMT",
                "Sun, 06 Now 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 8:49:37 GMT",
                "Sun, 06 Nov 1994 08:49 GMT",
                "Sun, +6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov -994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37\u00A0GMT",
                "Sun, \u0660\u0666 Nov 1994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Sun, 31 Nov 1994 08:49:37 GMT",
                "Sun, 32 Dec 1994 08:49:37 GMT",
                "Sun, 29 Feb 2023 08:49:37 GMT",
                "Sun, 29 Feb 1900 08:49:37 GMT",
                "Sun, 30 Feb 2024 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 08:60:37 GMT",
                "Sun, 06 Nov 1994 08:49:61 GMT",
                "Sun, 06-Nov-94 08:49:37 GMT",
                "Sunday, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-1994 08:49:37 GMT",
                "Sunday, 6-Nov-94 08:49:37 GMT",
                "Someday, 06-Nov-94 08:49:37 GMT",
                "Sunday, 31-Feb-94 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37",
                "Sun Nov 6 08:49:37 1994",
                "Sun Nov  6 08:49:37 94",
                "Sun Nov  6 08:49:37 1994 GMT",
                "Sun Nov  0 08:49:37 1994",
                "Sum Nov  6 08:49:37 1994",
                "Sun Now  6 08:49:37 1994",
                "1994-11-06T08:49:37Z",
                "784111777"
            })
    void refusesEverythingElse(String text) {
        assertEquals(Optional.empty(), HttpDate.parse(text, NOW));
    }
}
