package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Memory is taken in proportion to what has arrived, and not to what is announced. */
class AllocationFuzzTest {

    /** Enough for the objects of a head, for a field section of their own and for every String made of it. */
    private static final long FIXED = 16 << 10;

    private static final long FOR_EACH_OCTET = 64;

    @Provide
    Arbitrary<Octets> messages() {
        return Mutations.of(SentRequests.all().map(SentRequest::octets));
    }

    /** Announcements of much, with a little of it behind. */
    @Provide
    Arbitrary<Octets> announcements() {
        return Combinators.combine(
                        Arbitraries.of("2147483647", "2147483648", "9223372036854775807", "1000000000"),
                        Arbitraries.of("7fffffff", "80000000", "7fffffffffffffff", "3b9aca00"),
                        Arbitraries.strings().withChars("ab").ofMaxLength(50),
                        Arbitraries.of(true, false))
                .as((length, size, data, isChunked) -> "POST / HTTP/1.1\r\nHost: a\r\n"
                        + (isChunked
                                ? "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n"
                                : "Content-Length: " + length + "\r\n\r\n")
                        + data)
                .map(Octets::new);
    }

    @Property
    void whatAMessageTakesIsProportionalToItsOctets(@ForAll("messages") Octets octets) {
        assertModest(octets);
    }

    @Property
    void announcingCostsNothing(@ForAll("announcements") Octets octets) {
        assertModest(octets);
    }

    private static void assertModest(Octets octets) {
        // Whatever runs for the first time loads classes, which counts too: the least of three is what it takes.
        long taken = Math.min(taken(octets), Math.min(taken(octets), taken(octets)));
        assertTrue(taken > 0, "nothing was measured");
        assertTrue(taken <= FIXED + FOR_EACH_OCTET * octets.length(), () -> taken + " octets for " + octets);
    }

    private static long taken(Octets octets) {
        ByteBuffer in = ByteBuffer.wrap(octets.bytes());
        long before = AllocatedOctets.ofThisThread();
        try {
            SeenMessage.reader(Limits.defaults(), 1).read(in);
        } catch (ProtocolException e) {
            // what was taken until then counts too
        }
        return AllocatedOctets.ofThisThread() - before;
    }

    @Property(tries = 20)
    void manyEmptyFieldLinesTakeNoMoreThanTheirLimitAllows(@ForAll("counts") int lines) {
        assertModest(new Octets("GET / HTTP/1.1\r\nHost: a\r\n" + "A:\r\n".repeat(lines)));
    }

    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.of(List.of(98, 99, 100, 101, 1000, 8000));
    }
}
