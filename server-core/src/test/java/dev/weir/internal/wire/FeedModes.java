package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Feeds the same octets to a parser in all the ways in which a network may deliver them: whole, octet by octet, split in
 * two at every place, and with the next message behind. Between two deliveries the octets move to another array.
 */
final class FeedModes {

    /** A parser under test and what it made of its input, comparable by equals. */
    interface Reader<T> {

        /** Reads on; whether the message is complete. */
        boolean read(ByteBuffer in) throws ProtocolException;

        T result();
    }

    private static final String NEXT_MESSAGE = "GET /next HTTP/1.1\r\nHost: next.test\r\n\r\n";

    private FeedModes() {}

    /** The result of a message that is accepted, the same in every mode. */
    static <T> T accept(Supplier<Reader<T>> readers, String message) throws ProtocolException {
        byte[] octets = octets(message);
        T whole = new Feed<>(readers.get()).upTo(octets.length, octets).complete(octets.length);
        Feed<T> single = new Feed<>(readers.get());
        for (int end = 1; end <= octets.length; end++) {
            single.upTo(end, octets);
        }
        assertEquals(whole, single.complete(octets.length), "octet by octet");
        for (int cut = 1; cut < octets.length; cut++) {
            Feed<T> split = new Feed<>(readers.get()).upTo(cut, octets).upTo(octets.length, octets);
            assertEquals(whole, split.complete(octets.length), "split at " + cut);
        }
        byte[] withNext = octets(message + NEXT_MESSAGE);
        Feed<T> followed = new Feed<>(readers.get()).upTo(withNext.length, withNext);
        assertEquals(whole, followed.complete(octets.length), "with the next message behind");
        return whole;
    }

    /**
     * Asserts that a message is refused in every mode.
     *
     * @param start the message up to and with the first octet that proves the violation
     */
    static <T> void refuse(Violation violation, Supplier<Reader<T>> readers, String start) {
        byte[] octets = octets(start);
        Feed<T> single = new Feed<>(readers.get());
        for (int end = 1; end < octets.length; end++) {
            int place = end;
            Feed<T> before = single;
            assertDoesNotThrow(() -> before.upTo(place, octets), () -> "refused already after octet " + place);
        }
        assertRefused(violation, single, octets.length, octets, "octet by octet");
        assertRefused(violation, new Feed<>(readers.get()), octets.length, octets, "whole");
        for (int cut = 1; cut < octets.length; cut++) {
            Feed<T> split = new Feed<>(readers.get());
            int place = cut;
            assertDoesNotThrow(() -> split.upTo(place, octets));
            assertRefused(violation, split, octets.length, octets, "split at " + cut);
        }
        byte[] withNext = octets(start + NEXT_MESSAGE);
        assertRefused(violation, new Feed<>(readers.get()), withNext.length, withNext, "with octets behind");
    }

    private static void assertRefused(Violation violation, Feed<?> feed, int end, byte[] octets, String mode) {
        ProtocolException refusal = assertThrows(ProtocolException.class, () -> feed.upTo(end, octets), mode);
        assertEquals(violation, refusal.violation(), mode);
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One message on its way to one parser. */
    private static final class Feed<T> {

        private final Reader<T> reader;
        private int used;
        private int deliveries;
        private boolean isComplete;

        Feed(Reader<T> reader) {
            this.reader = reader;
        }

        /** Delivers what is there up to that place, together with what was not used before. */
        Feed<T> upTo(int end, byte[] octets) throws ProtocolException {
            assertTrue(!isComplete, () -> "complete too early, after " + used + " octets");
            int offset = ++deliveries % 7;
            byte[] moved = new byte[offset + end - used + 3];
            Arrays.fill(moved, (byte) 'x');
            System.arraycopy(octets, used, moved, offset, end - used);
            ByteBuffer in = ByteBuffer.wrap(moved);
            in.position(offset).limit(offset + end - used);
            isComplete = reader.read(in);
            used += in.position() - offset;
            return this;
        }

        T complete(int length) {
            assertTrue(isComplete, "incomplete");
            assertEquals(length, used, "octets used");
            return reader.result();
        }
    }
}
