package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.internal.wire.Outcome.Accepted;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for requests that come one behind the other. */
class MessageSequenceFuzzTest {

    /** A request as far as its head says it. */
    private record Meant(
            String method, String target, List<Headers.Field> fields, String content, List<Headers.Field> trailers) {

        static Meant of(SentRequest sent) {
            return new Meant(sent.method(), sent.target(), sent.fields(), sent.content(), sent.trailers());
        }

        static Meant of(SeenMessage seen) {
            SeenHead head = seen.head();
            return new Meant(
                    head.method().name(), head.target().toString(), head.fields(), seen.content(), seen.trailers());
        }
    }

    @Provide
    Arbitrary<SentRequest> requests() {
        return SentRequests.all();
    }

    @Provide
    Arbitrary<Octets> streams() {
        return SentRequests.streams();
    }

    @Provide
    Arbitrary<Octets> messages() {
        return Mutations.of(SentRequests.all().map(SentRequest::octets));
    }

    @Provide
    Arbitrary<Octets> behind() {
        return Mutations.behind();
    }

    @Provide
    Arbitrary<List<Integer>> pieces() {
        return Mutations.pieces();
    }

    @Property
    void eachRequestEndsWhereTheNextBegins(
            @ForAll @Size(min = 1, max = 4) List<@From("requests") SentRequest> sent,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind) {
        StringBuilder octets = new StringBuilder();
        sent.forEach(request -> octets.append(request.octets()));
        Outcome<List<SeenMessage>> outcome = outcome(octets.toString(), sent.size(), pieces, behind);
        if (!(outcome instanceof Accepted<List<SeenMessage>> accepted)) {
            throw new AssertionError("not accepted: " + outcome);
        }
        assertEquals(octets.length(), accepted.used());
        assertEquals(
                sent.stream().map(Meant::of).toList(),
                accepted.value().stream().map(Meant::of).toList());
    }

    @Property
    void anyStreamIsUnderstoodOrRefusedHoweverItArrives(
            @ForAll("streams") Octets stream,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind,
            @ForAll @IntRange(min = 1, max = 4) int count) {
        outcome(stream.text(), count, pieces, behind);
    }

    @Property
    void noRequestDependsOnTheOneBefore(
            @ForAll("requests") SentRequest before,
            @ForAll("messages") Octets message,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind) {
        Outcome<List<SeenMessage>> alone = outcome(message.text(), 1, pieces, behind);
        Outcome<List<SeenMessage>> second = outcome(before.octets() + message.text(), 2, pieces, behind);
        int length = before.octets().length();
        if (alone instanceof Accepted<List<SeenMessage>> one) {
            Accepted<?> two = assertInstanceOf(Accepted.class, second);
            assertEquals(one.value(), ((List<?>) two.value()).subList(1, 2));
        } else {
            assertEquals(alone.getClass(), second.getClass());
        }
        if (alone instanceof Outcome.Refused<?> one && second instanceof Outcome.Refused<?> two) {
            assertEquals(one.violation(), two.violation());
        }
        if (alone.certainAfter() <= message.length()) {
            assertEquals(length + alone.certainAfter(), second.certainAfter());
        }
    }

    @Property
    void whatIsAcceptedMeansTheSameWhenItIsSentAgain(
            @ForAll("streams") Octets stream,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind,
            @ForAll @IntRange(min = 1, max = 3) int count,
            @ForAll @IntRange(min = 1, max = 20) int size) {
        if (outcome(stream.text(), count, pieces, behind) instanceof Accepted<List<SeenMessage>> accepted) {
            StringBuilder again = new StringBuilder();
            accepted.value().forEach(message -> again.append(message.octets(size)));
            assertEquals(
                    new Accepted<>(accepted.value(), again.length()), outcome(again.toString(), count, pieces, behind));
        }
    }

    private static Outcome<List<SeenMessage>> outcome(String octets, int count, List<Integer> pieces, Octets behind) {
        return Deliveries.outcome(
                () -> SeenMessage.reader(Limits.defaults(), count), new Octets(octets), pieces, behind);
    }
}
