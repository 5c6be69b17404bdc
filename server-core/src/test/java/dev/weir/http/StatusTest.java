package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
    @Test
    void thereIsOneInstanceForEachCode() {
        for (int code = 100; code <= 599; code++) {
            assertEquals(code, Status.of(code).code());
            assertSame(Status.of(code), Status.of(code));
        }
        assertNotSame(Status.of(299), Status.of(298));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -200, 0, 99, 600, 999, Integer.MAX_VALUE})
    void refusesCodesOutsideTheRange(int code) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Status.of(code));
        assertEquals("status: " + code + " (expected: 100 to 599)", e.getMessage());
    }

    @Test
    void constantsAreNamedAfterTheirPhrase() throws IllegalAccessException {
        int count = 0;
        for (Field field : Status.class.getFields()) {
            Status status = (Status) field.get(null);
            String name =
                    status.reason().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            assertEquals(field.getName(), name);
            assertSame(status, Status.of(status.code()));
            count++;
        }
        assertEquals(registeredCodes().size(), count);
    }

    @Test
    void codesWithPhraseAreTheRegisteredOnes() {
        Set<Integer> named = new TreeSet<>();
        for (int code = 100; code <= 599; code++) {
            if (!Status.of(code).reason().isEmpty()) {
                named.add(code);
            }
        }
        assertEquals(registeredCodes(), named);
    }

    private static Set<Integer> registeredCodes() {
        Set<Integer> codes = new TreeSet<>();
        addRange(codes, 100, 103);
        addRange(codes, 200, 208);
        codes.add(226);
        addRange(codes, 300, 308);
        codes.remove(306);
        addRange(codes, 400, 417);
        addRange(codes, 421, 426);
        codes.addAll(Set.of(428, 429, 431, 451));
        addRange(codes, 500, 508);
        codes.addAll(Set.of(510, 511));
        return codes;
    }

    private static void addRange(Set<Integer> codes, int first, int last) {
        for (int code = first; code <= last; code++) {
            codes.add(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, Continue",
        "103, Early Hints",
        "200, OK",
        "203, Non-Authoritative Information",
        "226, IM Used",
        "302, Found",
        "308, Permanent Redirect",
        "408, Request Timeout",
        "413, Content Too Large",
        "414, URI Too Long",
        "416, Range Not Satisfiable",
        "421, Misdirected Request",
        "422, Unprocessable Content",
        "425, Too Early",
        "431, Request Header Fields Too Large",
        "451, Unavailable For Legal Reasons",
        "505, HTTP Version Not Supported",
        "511, Network Authentication Required",
        "306, ''",
        "418, ''",
        "299, ''"
    })
    void reasonIsTheRegisteredPhrase(int code, String reason) {
        assertEquals(reason, Status.of(code).reason());
    }

    @Test
    void codesBelongToTheClassOfTheirFirstDigit() {
        for (int code = 100; code <= 599; code++) {
            Status status = Status.of(code);
            assertEquals(code / 100 == 1, status.isInformational(), "informational " + code);
            assertEquals(code / 100 == 2, status.isSuccessful(), "successful " + code);
            assertEquals(code / 100 == 3, status.isRedirection(), "redirection " + code);
            assertEquals(code / 100 == 4, status.isClientError(), "client error " + code);
            assertEquals(code / 100 == 5, status.isServerError(), "server error " + code);
            assertEquals(code / 100 >= 4, status.isError(), "error " + code);
        }
    }

    @Test
    void allButInterimResetAndNotModifiedAllowContent() {
        Set<Integer> without = Set.of(204, 205, 304);
        for (int code = 100; code <= 599; code++) {
            assertEquals(code >= 200 && !without.contains(code), Status.of(code).allowsContent(), "status " + code);
        }
    }

    @Test
    void toStringIsCodeAndPhrase() {
        assertEquals("404 Not Found", Status.NOT_FOUND.toString());
        assertEquals("299", Status.of(299).toString());
    }
}
