package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedValueTest {
    private static String parsed(String... fieldValues) {
        return WeightedValue.parse(List.of(fieldValues)).stream()
                .map(value -> value.value() + " " + value.weight())
                .collect(Collectors.joining(" | "));
    }

    // The examples of RFC 9110 sections 12.5.1 to 12.5.4, then our own.
    @ParameterizedTest
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
            audio/*; q=0.2, audio/basic                -> audio/basic 1000 | audio/* 200
            text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c -> text/html 1000 | text/x-c 1000 | text/x-dvi 800 | text/plain 500
            text/plain, text/plain;format=flowed, */*  -> text/plain 1000 | text/plain;format=flowed 1000 | */* 1000
            text/*;q=0.3, text/plain;q=0.7, */*;q=0.5  -> text/plain 700 | */* 500 | text/* 300
            compress, gzip                             -> compress 1000 | gzip 1000
            *                                          -> * 1000
            compress;q=0.5, gzip;q=1.0                 -> gzip 1000 | compress 500
            gzip;q=1.0, identity; q=0.5, *;q=0         -> gzip 1000 | identity 500 | * 0
            da, en-gb;q=0.8, en;q=0.7                  -> da 1000 | en-gb 800 | en 700
            a;Q=0.25                                   -> a 250
            a \t;\t q=0.25                             -> a 250
            a;level=1;q=0.4                            -> a;level=1 400
            a ; level=1 ; x = 2                        -> a;level=1;x = 2 1000
            a;q=0.4;ext=1                              -> a;ext=1 400
            a;                                         -> a 1000
            a;;q=0.5;                                  -> a 500
            a;x="b,c;q=0.1";q=0.2, d                   -> d 1000 | a;x="b,c;q=0.1" 200
            a;x="\\",\\\\";q=0.2                       -> a;x="\\",\\\\" 200
            a;quality=0.1                              -> a;quality=0.1 1000
            """)
    void readsMembersByWeight(String fieldValue, String members) {
        assertEquals(members, parsed(fieldValue));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0., 0",
        "0.0, 0",
        "0.000, 0",
        "0.001, 1",
        "0.01, 10",
        "0.1, 100",
        "0.999, 999",
        "1, 1000",
        "1., 1000",
        "1.0, 1000",
        "1.00, 1000",
        "1.000, 1000"
    })
    void readsWeightsOfAtMostThreeDecimals(String weight, int thousandths) {
        assertEquals(List.of(new WeightedValue("a", thousandths)), WeightedValue.parse(List.of("a;q=" + weight)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;q=",
                "a;q",
                "a;q =1",
                "a;q= 1",
                "a;q=2",
                "a;q=1.001",
                "a;q=1.1",
                "a;q=0.1234",
                "a;q=1.0000",
                "a;q=-1",
                "a;q=-0",
                "a;q=+1",
                "a;q=.5",
                "a;q=00",
                "a;q=01",
                "a;q=0x1",
                "a;q=1e0",
                "a;q=0.5 x",
                "a;q=\"0.5\"",
                "a;q=0.\u0665",
                "a;q=0.5;q=0.5",
                "a;q=x;q=0.5",
                "a;x=\"b;q=0.5",
                ";q=0.5",
                "\"a"
            })
    void skipsMembersWithMalformedWeightOrQuotes(String fieldValue) {
        assertEquals("z 1000", parsed("z", fieldValue));
    }

    @Test
    void skipsOnlyTheMalformedMember() {
        assertEquals("a 1000 | c 500", parsed("a, b;q=7, c;q=0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ", ,\t,", ";", ";;"})
    void emptyMembersAreNone(String fieldValue) {
        assertEquals("", parsed(fieldValue));
    }

    @Test
    void readsSeveralFieldLinesAsOneList() {
        assertEquals("b 1000 | c 1000 | a 500", parsed("a;q=0.5,", "", "b, c"));
        assertEquals(List.of(), WeightedValue.parse(List.of()));
    }

    @Test
    void membersOfEqualWeightKeepTheirOrder() {
        assertEquals("b 1000 | d 1000 | a 500 | c 500 | e 500", parsed("a;q=0.5, b", "c;q=0.5, d, e;q=0.50"));
    }

    @Test
    void looksAtNoMoreThanHundredMembers() {
        String fifty = String.join(", ", Collections.nCopies(50, "a"));
        assertEquals(100, WeightedValue.parse(List.of(fifty, fifty, "b")).size());
        assertEquals("", parsed("a;q=9, ".repeat(100) + "b"));
    }

    @Test
    void readsLongFieldValuesInLinearTime() {
        List<String> hostile = List.of(",".repeat(1_000_000), "\"".repeat(1_000_001), ";".repeat(1_000_000));
        assertTimeout(Duration.ofSeconds(5), () -> WeightedValue.parse(hostile));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1001})
    void refusesWeightsOutsideTheRange(int weight) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new WeightedValue("a", weight));
        assertEquals("weight: " + weight + " (expected: 0 to 1000)", e.getMessage());
    }
}
