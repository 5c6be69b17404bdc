package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.rfc.PreconditionOracle.Asked;
import dev.weir.rfc.PreconditionOracle.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Asks for targets of {@link PreconditionOracle} in all ways that are of interest, and holds each answer against it. */
final class PreconditionCases {

    static final String CONTENT = content();

    /** Media type of all of it. */
    static final String TYPE = "text/plain; charset=utf-8";

    private static final int AT_RANDOM = 6_000;
    private static final int PIPELINED = 40;

    private final List<Target> targets;
    private final List<String> methods;

    /** What the target's entity tag really is. */
    private final String tag;

    PreconditionCases(List<Target> targets, List<String> methods, String tag) {
        this.targets = targets;
        this.methods = methods;
        this.tag = tag;
    }

    private static String content() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < PreconditionOracle.LENGTH; i++) {
            text.append(i).append(' ');
        }
        return text.substring(0, PreconditionOracle.LENGTH);
    }

    /** Asks all of it; which statuses there were. */
    Set<Integer> ask(RawClient client) throws IOException {
        List<Asked> cases = cases();
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
        return statuses;
    }

    private String real(String text) {
        return text.replace(PreconditionOracle.TAG, tag);
    }

    /** All values of each field alone for each target and method, and many put together at random. */
    private List<Asked> cases() {
        List<Asked> cases = new ArrayList<>();
        for (Target target : targets) {
            for (String method : new TreeSet<>(methods)) {
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
        for (int i = 0; i < AT_RANDOM; i++) {
            cases.add(new Asked(
                    methods.get(random.nextInt(methods.size())),
                    targets.get(random.nextInt(targets.size())),
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

    private String request(Asked asked) {
        List<String> lines = new ArrayList<>();
        if (asked.range() != null) {
            lines.add("Range: " + asked.range().text());
        }
        if (asked.ifRange() != null) {
            lines.add("If-Range: " + real(asked.ifRange().text()));
        }
        if (asked.ifModifiedSince() != null) {
            lines.add("If-Modified-Since: " + asked.ifModifiedSince().text());
        }
        if (asked.ifNoneMatch() != null) {
            lines.add("If-None-Match: " + real(asked.ifNoneMatch().text()));
        }
        if (asked.ifUnmodifiedSince() != null) {
            lines.add("If-Unmodified-Since: " + asked.ifUnmodifiedSince().text());
        }
        if (asked.ifMatch() != null) {
            lines.add("If-Match: " + real(asked.ifMatch().text()));
        }
        return RawClient.request(asked.method(), asked.target().path(), lines.toArray(String[]::new));
    }

    private void assertAnswer(Asked asked, RawClient.Reply reply) {
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
                assertEquals(real(target.tag()), reply.field("ETag").orElse(""), shown);
                assertEquals(Optional.empty(), reply.field("Content-Length"), shown);
                boolean needsDate = target.isDated() && target.tag().isEmpty();
                assertEquals(needsDate, reply.field("Last-Modified").isPresent(), shown);
            }
            default -> assertEquals(Optional.empty(), reply.field("Content-Range"), shown);
        }
    }

    private void assertParts(Asked asked, RawClient.Reply reply, boolean isHead, String shown) {
        List<String> parts = asked.range().parts();
        assertEquals(real(asked.target().tag()), reply.field("ETag").orElse(""), shown);
        StringBuilder expected = new StringBuilder();
        if (parts.size() == 1) {
            assertEquals(Optional.of("bytes " + parts.get(0) + "/1000"), reply.field("Content-Range"), shown);
            expected.append(octets(parts.get(0)));
        } else {
            assertEquals(Optional.empty(), reply.field("Content-Range"), shown);
            String boundary =
                    reply.field("Content-Type").orElseThrow().replaceFirst("multipart/byteranges; boundary=", "");
            for (String part : parts) {
                expected.append("\r\n--" + boundary + "\r\nContent-Type: " + TYPE + "\r\nContent-Range: bytes " + part
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
