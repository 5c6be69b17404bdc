package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViolationTest {

    /** Found by the connection and not by a parser; tested over live sockets. */
    private static final Set<Violation> OF_THE_CONNECTION = EnumSet.of(
            Violation.INCOMPLETE_CONTENT,
            Violation.SECURE_TARGET_IN_THE_CLEAR,
            Violation.TUNNEL_WANTED,
            Violation.UNKNOWN_EXPECTATION);

    @Test
    void everyViolationOfAParserHasATestThatTripsIt() {
        Set<Violation> untested = EnumSet.complementOf(EnumSet.copyOf(OF_THE_CONNECTION));
        RequestHeadParserTest.refusals().forEach(refusal -> untested.remove(refusal.violation()));
        ChunkedDecoderTest.refusals().forEach(refusal -> untested.remove(refusal.violation()));
        assertEquals(Set.of(), untested);
    }

    @ParameterizedTest
    @EnumSource
    void isAnsweredWithAnErrorStatus(Violation violation) {
        assertTrue(violation.status().code() >= 400, () -> violation + " " + violation.status());
    }

    @ParameterizedTest
    @EnumSource
    void namesTheSectionOfAnRfc(Violation violation) {
        assertTrue(violation.section().matches("RFC \\d{4} section \\d+(\\.\\d+)*"), violation::section);
    }

    @ParameterizedTest
    @EnumSource
    void hasOneSentenceForTheClient(Violation violation) {
        assertTrue(violation.text().matches("[A-Z][ -~]*\\."), violation::text);
    }

    @ParameterizedTest
    @EnumSource
    void throwsAlwaysTheSameException(Violation violation) {
        assertSame(violation.exception(), violation.exception());
    }

    @ParameterizedTest
    @EnumSource
    void itsExceptionKnowsIt(Violation violation) {
        assertSame(violation, violation.exception().violation());
    }

    @Test
    void itsExceptionHasNoStackTrace() {
        assertEquals(0, Violation.BARE_CR.exception().getStackTrace().length);
    }
}
