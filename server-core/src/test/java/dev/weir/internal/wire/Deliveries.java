package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.internal.wire.FeedModes.Reader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Hands octets to a parser as a network may: in pieces of any size, each time in another array, among octets that are
 * none of its business. Checks that the pieces make no difference.
 */
final class Deliveries {

    /** What stands around the octets in their array: a parser that looks there is likely to stumble over it. */
    private static final byte[] SURROUNDINGS = {'\n', '\r', 'x', ':', '0', ' '};

    private Deliveries() {}

    /**
     * What a parser makes of the octets: the same whatever the pieces, and whatever comes behind once it is certain.
     *
     * @param pieces sizes of the pieces, over and over
     * @param behind what follows on the connection
     */
    static <T> Outcome<T> outcome(Supplier<Reader<T>> readers, Octets octets, List<Integer> pieces, Octets behind) {
        Outcome<T> outcome = octetByOctet(readers.get(), octets);
        check(outcome, readers.get(), octets, List.of(Math.max(1, octets.length())));
        check(outcome, readers.get(), octets, pieces);
        if (outcome.certainAfter() <= octets.length()) {
            Octets followed = new Octets(octets.text().substring(0, outcome.certainAfter()) + behind.text());
            check(outcome, readers.get(), followed, List.of(Math.max(1, followed.length())));
            check(outcome, readers.get(), followed, pieces);
        }
        return outcome;
    }

    private static <T> Outcome<T> octetByOctet(Reader<T> reader, Octets octets) {
        Delivery delivery = new Delivery(octets);
        for (int end = 1; end <= octets.length(); end++) {
            try {
                if (delivery.upTo(end, reader)) {
                    assertEquals(end, delivery.used, "octets used, of which the last was needed");
                    return new Outcome.Accepted<>(reader.result(), end);
                }
            } catch (ProtocolException e) {
                return new Outcome.Refused<>(e.violation(), end);
            }
        }
        return new Outcome.Unfinished<>();
    }

    /** Asserts that it makes the same of them in those pieces, in the very piece that makes it certain. */
    private static <T> void check(Outcome<T> expected, Reader<T> reader, Octets octets, List<Integer> pieces) {
        Delivery delivery = new Delivery(octets);
        int end = 0;
        for (int i = 0; end < octets.length(); i++) {
            end = Math.min(octets.length(), end + pieces.get(i % pieces.size()));
            boolean isComplete;
            try {
                isComplete = delivery.upTo(end, reader);
            } catch (ProtocolException e) {
                assertEquals(expected, new Outcome.Refused<>(e.violation(), expected.certainAfter()), "in pieces");
                assertTrue(end >= expected.certainAfter(), "refused too early");
                return;
            }
            if (isComplete) {
                assertEquals(expected, new Outcome.Accepted<>(reader.result(), delivery.used), "in pieces");
                return;
            }
            assertTrue(end < expected.certainAfter(), "certain too late");
        }
    }

    /** Octets on their way to one parser. */
    private static final class Delivery {

        private final byte[] octets;
        private int used;
        private int round;

        Delivery(Octets octets) {
            this.octets = octets.bytes();
        }

        /** Delivers all up to there that was not used before; whether the message is complete. */
        boolean upTo(int end, Reader<?> reader) throws ProtocolException {
            int before = ++round % 5;
            byte[] moved = new byte[before + end - used + 4];
            Arrays.fill(moved, SURROUNDINGS[round % SURROUNDINGS.length]);
            System.arraycopy(octets, used, moved, before, end - used);
            ByteBuffer in = ByteBuffer.wrap(moved).position(before).limit(before + end - used);
            boolean isComplete = reader.read(in);
            assertEquals(before + end - used, in.limit(), "the limit is left alone");
            assertTrue(in.position() >= before, "the position moves forward");
            used += in.position() - before;
            return isComplete;
        }
    }
}
