package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.representation.ConditionalRequests;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Preconditions;
import dev.weir.representation.Validators;
import dev.weir.rfc.PreconditionOracle.Asked;
import dev.weir.rfc.PreconditionOracle.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 sections 13.2.2 and 14.2: Precedence of Preconditions, with Ranges")
class Rfc9110Section13PrecedenceTest extends LiveServer {

    private static final int CASES = 12_000;
    private static final int PIPELINED = 40;

    private static final String CONTENT = content();

    private static String content() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < PreconditionOracle.LENGTH; i++) {
            text.append(i).append(' ');
        }
        return text.substring(0, PreconditionOracle.LENGTH);
    }

    /** Reads and changes the targets, as a handler that was written by the book. */
    private static Response answer(Request request) throws IOException {
        Target target = PreconditionOracle.TARGETS.stream()
                .filter(one -> one.path().equals(request.path()))
                .findFirst()
                .orElseThrow();
        Method method = request.method();
        if (method.equals(Method.OPTIONS)) {
            return Response.noContent();
        }
        if (!target.exists() && !method.equals(Method.PUT)) {
            return Response.problem(Problem.of(Status.NOT_FOUND));
        }
        Validators validators = validators(target);
        if (method.equals(Method.GET) || method.equals(Method.HEAD)) {
            Response full = target.hasRanges()
                    ? Response.bytes(MediaType.TEXT_PLAIN, CONTENT.getBytes(StandardCharsets.US_ASCII))
                    : streamed(CONTENT);
            return ConditionalRequests.answer(request, validators.addTo(full));
        }
        Preconditions.check(request, validators);
        return Response.of(target.exists() ? Status.NO_CONTENT : Status.CREATED);
    }

    private static Validators validators(Target target) {
        if (!target.exists()) {
            return Validators.absent();
        }
        if (target.tag().isEmpty()) {
            return target.isDated() ? Validators.of(PreconditionOracle.CHANGED) : Validators.none();
        }
        EntityTag tag = EntityTag.parse(target.tag()).orElseThrow();
        return target.isDated() ? Validators.of(tag, PreconditionOracle.CHANGED) : Validators.of(tag);
    }

    @Test
    @DisplayName("13.2.2: whatever conditions, ranges, methods and validators come together, the six steps decide")
    void everyCombination() throws Exception {
        List<Asked> cases = cases();
        RawClient client = client(Rfc9110Section13PrecedenceTest::answer);
        Set<Integer> statuses = new TreeSet<>();
        for (int from = 0; from < cases.size(); from += PIPELINED) {
            List<Asked> some = cases.subList(from, Math.min(cases.size(), from + PIPELINED));
            StringBuilder requests = new StringBuilder();
            some.forEach(asked -> requests.append(request(asked)));
            client.send(requests.toString());
            for (Asked asked : some) {
                RawClient.Reply reply = asked.method().equals("HEAD") ? client.readToHead() : client.read();
                assertAnswer(asked, reply);
                statuses.add(reply.status());
            }
        }
        assertEquals(Set.of(200, 201, 204, 206, 304, 404, 412, 416), statuses);
    }

    /** All values of each field alone for each target and method, and many put together at random. */
    private static List<Asked> cases() {
        List<Asked> cases = new ArrayList<>();
        for (Target target : PreconditionOracle.TARGETS) {
            for (String method : new TreeSet<>(PreconditionOracle.METHODS)) {
                for (PreconditionOracle.Tags tags : PreconditionOracle.TAG_LISTS) {
                    cases.add(new Asked(method, target, tags, null, null, null, null, null));
                    cases.add(new Asked(method, target, null, null, tags, null, null, null));
                }
                for (PreconditionOracle.Date date : PreconditionOracle.DATES) {
                    cases.add(new Asked(method, target, null, date, null, null, null, null));
                    cases.add(new Asked(method, target, null, null, null, date, null, null));
                }
                for (PreconditionOracle.Range range : PreconditionOracle.RANGES) {
                    cases.add(new Asked(method, target, null, null, null, null, range, null));
                    for (PreconditionOracle.IfRange ifRange : PreconditionOracle.IF_RANGES) {
                        cases.add(new Asked(method, target, null, null, null, null, range, ifRange));
                    }
                }
            }
        }
        Random random = new Random(13);
        for (int i = 0; i < CASES; i++) {
            cases.add(new Asked(
                    PreconditionOracle.METHODS.get(random.nextInt(PreconditionOracle.METHODS.size())),
                    PreconditionOracle.TARGETS.get(random.nextInt(PreconditionOracle.TARGETS.size())),
                    anyOrNone(PreconditionOracle.TAG_LISTS, random),
                    anyOrNone(PreconditionOracle.DATES, random),
                    anyOrNone(PreconditionOracle.TAG_LISTS, random),
                    anyOrNone(PreconditionOracle.DATES, random),
                    anyOrNone(PreconditionOracle.RANGES, random),
                    anyOrNone(PreconditionOracle.IF_RANGES, random)));
        }
        return cases;
    }

    private static <T> T anyOrNone(List<T> values, Random random) {
        return random.nextBoolean() ? null : values.get(random.nextInt(values.size()));
    }

    private static String request(Asked asked) {
        List<String> lines = new ArrayList<>();
        if (asked.range() != null) {
            lines.add("Range: " + asked.range().text());
        }
        if (asked.ifRange() != null) {
            lines.add("If-Range: " + asked.ifRange().text());
        }
        if (asked.ifModifiedSince() != null) {
            lines.add("If-Modified-Since: " + asked.ifModifiedSince().text());
        }
        if (asked.ifNoneMatch() != null) {
            lines.add("If-None-Match: " + asked.ifNoneMatch().text());
        }
        if (asked.ifUnmodifiedSince() != null) {
            lines.add("If-Unmodified-Since: " + asked.ifUnmodifiedSince().text());
        }
        if (asked.ifMatch() != null) {
            lines.add("If-Match: " + asked.ifMatch().text());
        }
        return RawClient.request(asked.method(), asked.target().path(), lines.toArray(String[]::new));
    }

    private static void assertAnswer(Asked asked, RawClient.Reply reply) {
        String shown = request(asked);
        int status = PreconditionOracle.status(asked);
        assertEquals(status, reply.status(), shown);
        boolean isHead = asked.method().equals("HEAD");
        switch (status) {
            case 200 -> assertEquals(isHead ? "" : CONTENT, reply.content(), shown);
            case 206 -> assertParts(asked, reply, isHead, shown);
            case 416 -> assertEquals(Optional.of("bytes */1000"), reply.field("Content-Range"), shown);
            case 304 -> {
                Target target = asked.target();
                assertEquals(target.tag(), reply.field("ETag").orElse(""), shown);
                assertEquals(Optional.empty(), reply.field("Content-Length"), shown);
                boolean needsDate = target.isDated() && target.tag().isEmpty();
                assertEquals(needsDate, reply.field("Last-Modified").isPresent(), shown);
            }
            default -> assertEquals(Optional.empty(), reply.field("Content-Range"), shown);
        }
    }

    private static void assertParts(Asked asked, RawClient.Reply reply, boolean isHead, String shown) {
        List<String> parts = asked.range().parts();
        assertEquals(asked.target().tag(), reply.field("ETag").orElse(""), shown);
        StringBuilder expected = new StringBuilder();
        if (parts.size() == 1) {
            assertEquals(Optional.of("bytes " + parts.get(0) + "/1000"), reply.field("Content-Range"), shown);
            expected.append(octets(parts.get(0)));
        } else {
            assertEquals(Optional.empty(), reply.field("Content-Range"), shown);
            String boundary =
                    reply.field("Content-Type").orElseThrow().replaceFirst("multipart/byteranges; boundary=", "");
            for (String part : parts) {
                expected.append("\r\n--" + boundary + "\r\nContent-Type: text/plain\r\nContent-Range: bytes " + part
                        + "/1000\r\n\r\n" + octets(part));
            }
            expected.delete(0, 2).append("\r\n--" + boundary + "--\r\n");
        }
        assertEquals(Optional.of(String.valueOf(expected.length())), reply.field("Content-Length"), shown);
        assertEquals(isHead ? "" : expected.toString(), reply.content(), shown);
    }

    private static String octets(String part) {
        String[] ends = part.split("-");
        return CONTENT.substring(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1);
    }
}
