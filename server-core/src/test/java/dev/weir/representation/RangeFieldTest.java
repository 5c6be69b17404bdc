package dev.weir.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeFieldTest {

    // The examples of RFC 9110 section 14.1.2, for a representation of 10000 octets, and the edges of each form.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-499|0-499",
                "bytes=500-999|500-999",
                "bytes=-500|9500-9999",
                "bytes=9500-|9500-9999",
                "bytes=0-0,-1|0-0 9999-9999",
                "bytes= 0-999, 4500-5499, -1000|0-999 4500-5499 9000-9999",
                "bytes=500-600,601-999|500-999",
                "bytes=500-700,601-999|500-999",
                "bytes=0-9999|0-9999",
                "bytes=0-10000|0-9999",
                "bytes=9999-|9999-9999",
                "bytes=9999-99999999999999999999999999|9999-9999",
                "bytes=-10000|0-9999",
                "bytes=-99999999999999999999999999|0-9999",
                "bytes=00000000000000000000000000-000000000000000000000000000000009|0-9",
                "BYTES=1-2|1-2",
                "bytes=,, 1-2 ,\t,|1-2",
                "bytes=10000-,0-4|0-4",
                "bytes=-0,0-4|0-4",
            })
    void namesTheseOctets(String field, String expected) {
        assertEquals(expected, text(RangeField.parse(field, 10_000).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=10000-",
                "bytes=10000-10001",
                "bytes=-0",
                "bytes=99999999999999999999999999-",
                "bytes=20000-,30000-,-0"
            })
    void namesNothingThatIsThere(String field) {
        assertEquals(Optional.of(List.of()), RangeField.parse(field, 10_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=,",
                "bytes=-",
                "bytes=1",
                "bytes=a-b",
                "bytes=2-1",
                "bytes=0-1,2-1",
                "bytes =0-1",
                "bytes:0-1",
                "bytes=0 - 1",
                "bytes=0-1 2-3",
                "bytes=0--1",
                "bytes=--1",
                "bytes=+1-2",
                "bytes=1-+2",
                "bytes=0x1-2",
                "bytes=1.0-2",
                "bytes=0-1;2-3",
                "bytes=0-1,bytes=2-3",
                "lines=0-1",
                "octets=0-1",
                "bytes=*",
                "bytes=0-1,",
                "bytes=\u0660-\u0661"
            })
    void isIgnoredUnlessItIsWellFormed(String field) {
        boolean hasOnlyAnEmptyMemberTooMuch = field.equals("bytes=0-1,");
        assertEquals(
                hasOnlyAnEmptyMemberTooMuch, RangeField.parse(field, 10_000).isPresent(), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-9,5-14|0-14",
                "bytes=5-14,0-9|0-14",
                "bytes=0-9,10-19|0-19",
                "bytes=0-9,11-19|0-9 11-19",
                "bytes=11-19,0-9,10-10|0-19",
                "bytes=200-209,0-9|200-209 0-9",
                "bytes=200-209,0-9,205-300|200-300 0-9",
                "bytes=0-,0-,0-,0-|0-9999",
                "bytes=0-9999,5-6|0-9999",
            })
    void sendsNothingTwice(String field, String expected) {
        assertEquals(expected, text(RangeField.parse(field, 10_000).orElseThrow()));
    }

    @Test
    void ofManyThoseCloseTogetherBecomeOne() {
        assertEquals(8, RangeField.parse(apart(8, 12), 10_000).orElseThrow().size());
        assertEquals("0-105", text(RangeField.parse(apart(9, 12), 10_000).orElseThrow()));
        assertEquals(9, RangeField.parse(apart(9, 90), 10_000).orElseThrow().size());
        assertEquals("0-721", text(RangeField.parse(apart(9, 89), 10_000).orElseThrow()));
    }

    @Test
    void sendsUpToThirtyTwoParts() {
        assertEquals(
                32, RangeField.parse(apart(32, 1000), 1_000_000).orElseThrow().size());
    }

    @Test
    void ignoresAFieldOfMoreParts() {
        assertEquals(Optional.empty(), RangeField.parse(apart(33, 1000), 1_000_000));
    }

    @Test
    void ignoresAFieldOfMoreThanAHundredRanges() {
        String hundred = "bytes=" + "0-9,".repeat(100);
        assertEquals("0-9", text(RangeField.parse(hundred, 10_000).orElseThrow()));
        assertEquals(Optional.empty(), RangeField.parse(hundred + "0-9", 10_000));
    }

    /** Whatever is asked for: what is sent holds all of it, in parts that are apart. */
    @Test
    void coversWhatIsAskedForWithPartsThatAreApart() {
        Random random = new Random(14);
        for (int round = 0; round < 20_000; round++) {
            int length = 1 + random.nextInt(2000);
            boolean[] wanted = new boolean[length];
            StringBuilder field = new StringBuilder("bytes=");
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                int first = random.nextInt(length + 10);
                int last = first + random.nextInt(200);
                field.append(first).append('-').append(last).append(i > 1 ? "," : "");
                for (int at = first; at <= Math.min(last, length - 1); at++) {
                    wanted[at] = true;
                }
            }
            int[] sent = new int[length];
            for (ByteRange range : RangeField.parse(field.toString(), length).orElseThrow()) {
                for (long at = range.first(); at <= range.last(); at++) {
                    sent[(int) at]++;
                }
            }
            String shown = field + " of " + length;
            for (int at = 0; at < length; at++) {
                assertTrue(sent[at] <= 1, shown + " twice: " + at);
                assertTrue(!wanted[at] || sent[at] == 1, shown + " missing: " + at);
            }
        }
    }

    private static String apart(int count, int step) {
        return IntStream.range(0, count)
                .mapToObj(i -> i * step + "-" + (i * step + 9))
                .collect(Collectors.joining(",", "bytes=", ""));
    }

    private static String text(List<ByteRange> ranges) {
        return ranges.stream().map(range -> range.first() + "-" + range.last()).collect(Collectors.joining(" "));
    }
}
