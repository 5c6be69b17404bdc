package dev.weir;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sends one case over one connection, collects what comes back, and compares that with the acceptable outcomes. */
final class ConformanceReplay {

    private final ConformanceCase testCase;
    private final int port;
    private final long patienceMillis;
    private final StringBuilder received = new StringBuilder();
    private final ByteBuffer space = ByteBuffer.allocate(256 << 10);
    private boolean isClosed;

    private ConformanceReplay(ConformanceCase testCase, int port, long patienceMillis) {
        this.testCase = testCase;
        this.port = port;
        this.patienceMillis = patienceMillis;
    }

    /** What was wrong, in words; empty if nothing. */
    static String replay(ConformanceCase testCase, int port) throws IOException {
        String first = new ConformanceReplay(testCase, port, 1500).run();
        // One retry guards against the scheduling of a busy machine.
        return first.isEmpty() ? first : new ConformanceReplay(testCase, port, 3000).run();
    }

    private String run() throws IOException {
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                Selector selector = Selector.open()) {
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            for (Object part : testCase.parts()) {
                if (part instanceof Integer pause) {
                    collect(key, pause);
                } else {
                    send(key, ByteBuffer.wrap(((String) part).getBytes(StandardCharsets.ISO_8859_1)));
                }
            }
            if (testCase.has("shut") && !isClosed) {
                channel.shutdownOutput();
            }
            collectResponses(key);
        }
        ReceivedResponses responses = responses();
        List<String> problems = new ArrayList<>(responses.lint);
        if (testCase.outcomes().stream().noneMatch(outcome -> isOutcome(outcome, responses))) {
            problems.add("got " + described(responses) + ", expected one of " + testCase.outcomes());
        }
        return String.join("; ", problems);
    }

    private ReceivedResponses responses() {
        return new ReceivedResponses(received.toString(), testCase.methods(), isClosed);
    }

    private static long in(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void send(SelectionKey key, ByteBuffer octets) throws IOException {
        long end = in(8000);
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        while (octets.hasRemaining() && !isClosed && System.nanoTime() < end) {
            boolean hasMoved = select(key, 300);
            if (key.isWritable() && !isClosed) {
                try {
                    ((SocketChannel) key.channel()).write(octets);
                } catch (IOException e) {
                    isClosed = true;
                }
            } else if (!hasMoved && !received.isEmpty()) {
                break; // answered early, and the rest is not read any more
            }
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    /** Collects for that long, or until the server closes. */
    private void collect(SelectionKey key, long millis) throws IOException {
        long end = in(millis);
        while (!isClosed && System.nanoTime() < end) {
            select(key, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1);
        }
    }

    private void collectResponses(SelectionKey key) throws IOException {
        boolean waitsOnly = testCase.outcomes().contains("wait") || testCase.anyOutcomeHas("interim_only");
        long settle = testCase.anyOutcomeHas("then", "close") ? 500 : 150;
        long end = in(waitsOnly ? 600 : patienceMillis);
        while (!isClosed && System.nanoTime() < end) {
            List<ReceivedResponses.Final> finals = responses().finals;
            if (finals.size() >= testCase.mostResponses() && finals.get(finals.size() - 1).isComplete) {
                collect(key, settle);
                return;
            }
            if (select(key, 200)) {
                end = Math.max(end, in(500));
            }
        }
    }

    /** Reads what is there within that time; whether anything came. */
    private boolean select(SelectionKey key, long millis) throws IOException {
        key.selector().select(millis);
        key.selector().selectedKeys().clear();
        if (!key.isReadable()) {
            return false;
        }
        try {
            if (((SocketChannel) key.channel()).read(space.clear()) < 0) {
                isClosed = true;
                return false;
            }
        } catch (IOException e) {
            isClosed = true; // reset
            return false;
        }
        received.append(StandardCharsets.ISO_8859_1.decode(space.flip()));
        return true;
    }

    private boolean isOutcome(Object outcome, ReceivedResponses got) {
        if (outcome.equals("close")) {
            return isClosed && received.isEmpty();
        }
        if (outcome.equals("wait")) {
            return !isClosed && got.finals.isEmpty() && got.interims.isEmpty();
        }
        boolean mayBeMore = testCase.has("multi");
        if (got.error != null && !mayBeMore) {
            return false;
        }
        if (outcome instanceof Map<?, ?> map) {
            return isOutcome(map, got, mayBeMore);
        }
        return !got.finals.isEmpty()
                && isStatus(outcome, got.finals.get(0).status)
                && (got.finals.size() == 1 || mayBeMore);
    }

    private boolean isOutcome(Map<?, ?> outcome, ReceivedResponses got, boolean mayBeMore) {
        if (outcome.containsKey("interim_only")) {
            return got.finals.isEmpty() && got.interims.equals(outcome.get("interim_only")) && !isClosed;
        }
        List<?> statuses = outcome.get("statuses") instanceof List<?> list ? list : List.of(outcome.get("status"));
        if (got.finals.size() < statuses.size() || got.finals.size() > statuses.size() && !mayBeMore) {
            return false;
        }
        for (int i = 0; i < statuses.size(); i++) {
            if (!isStatus(statuses.get(i), got.finals.get(i).status)) {
                return false;
            }
        }
        return isContent(outcome, got)
                && isEnd(outcome)
                && (!outcome.containsKey("interim") || got.interims.equals(outcome.get("interim")))
                && (!outcome.containsKey("hdr") || isFields((Map<?, ?>) outcome.get("hdr"), got.finals.get(0)));
    }

    private static boolean isContent(Map<?, ?> outcome, ReceivedResponses got) {
        ReceivedResponses.Final first = got.finals.get(0);
        if (outcome.get("bodies") instanceof List<?> bodies) {
            for (int i = 0; i < Math.min(bodies.size(), got.finals.size()); i++) {
                if (bodies.get(i) instanceof String body
                        && !got.finals.get(i).content.equals(ConformanceCase.unescape(body))) {
                    return false;
                }
            }
        }
        boolean isSameLength = first.field("content-length") == null
                || !outcome.containsKey("same_cl")
                || first.field("content-length").equals(got.finals.get(1).field("content-length"));
        return isSameLength
                && (!(outcome.get("body") instanceof String body)
                        || first.content.equals(ConformanceCase.unescape(body)))
                && (!(outcome.get("body_len") instanceof Integer length) || first.content.length() == length)
                && (!(outcome.get("body_not") instanceof String part) || !first.content.contains(part))
                && (!outcome.containsKey("nobody") || first.content.isEmpty() && got.error == null);
    }

    private boolean isEnd(Map<?, ?> outcome) {
        Object then = outcome.get("then");
        return then == null || then.equals("close") == isClosed;
    }

    private static boolean isFields(Map<?, ?> wanted, ReceivedResponses.Final response) {
        for (Map.Entry<?, ?> entry : wanted.entrySet()) {
            String value = null;
            for (String name : ((String) entry.getKey()).split("\\|")) {
                value = value == null ? response.field(name) : value;
            }
            if (entry.getValue() == null ? value != null : value == null || !value.matches((String) entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStatus(Object wanted, int status) {
        if (wanted instanceof List<?> list) {
            return list.stream().anyMatch(one -> isStatus(one, status));
        }
        return wanted instanceof String range && range.endsWith("xx")
                ? status / 100 == range.charAt(0) - '0'
                : wanted.equals(status);
    }

    private String described(ReceivedResponses got) {
        List<Integer> statuses =
                got.finals.stream().map(response -> response.status).toList();
        return got.interims + " " + statuses + (isClosed ? " closed" : " open")
                + (got.error == null ? "" : " (" + got.error + ")");
    }
}
