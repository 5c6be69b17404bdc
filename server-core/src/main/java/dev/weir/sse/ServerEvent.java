package dev.weir.sse;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One server-sent event. Immutable; {@code with…} gives a changed copy.
 *
 * <pre>{@code
 * ServerEvent.of("{\"id\":7}").withName("changed").withId("42")
 * }</pre>
 *
 * @param data what the client's script gets, of as many lines as it likes; line breaks of all kinds arrive as LF
 * @param id what the client says it has last seen, in a Last-Event-ID field, when it connects anew; empty text forgets it
 * @param name kind of event, for which the script listens; {@code message} if there is none
 * @param retry how long the client is to wait before it connects anew
 */
public record ServerEvent(String data, Optional<String> id, Optional<String> name, Optional<Duration> retry) {

    /** Checks that all of it can be sent. */
    public ServerEvent {
        Objects.requireNonNull(data, "data");
        id.ifPresent(text -> check("id", text));
        name.ifPresent(text -> check("name", text));
        if (name.isPresent() && name.get().isEmpty()) {
            throw new IllegalArgumentException("name: empty (expected: a name, or none at all)");
        }
        if (retry.isPresent() && retry.get().isNegative()) {
            throw new IllegalArgumentException("retry: " + retry.get() + " (expected: 0 or longer)");
        }
    }

    private static void check(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == 0) {
                throw new IllegalArgumentException(
                        what + ": character " + (int) c + " at " + i + " (expected: no line break and no NUL)");
            }
        }
    }

    /** An event with data alone. */
    public static ServerEvent of(String data) {
        return new ServerEvent(data, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** This event with an id. */
    public ServerEvent withId(String other) {
        return new ServerEvent(data, Optional.of(other), name, retry);
    }

    /** This event with a name. */
    public ServerEvent withName(String other) {
        return new ServerEvent(data, id, Optional.of(other), retry);
    }

    /** This event, telling the client how long to wait before it connects anew. */
    public ServerEvent withRetry(Duration other) {
        return new ServerEvent(data, id, name, Optional.of(other));
    }

    /** The event as it is sent, in UTF-8: its lines, and the empty line that ends it. */
    public String toText() {
        StringBuilder text = new StringBuilder(data.length() + 16);
        name.ifPresent(value -> text.append("event: ").append(value).append('\n'));
        id.ifPresent(value -> text.append("id: ").append(value).append('\n'));
        retry.ifPresent(value -> text.append("retry: ").append(value.toMillis()).append('\n'));
        appendData(text);
        return text.append('\n').toString();
    }

    /** A line for each line of the data; one blank after the colon is not part of it. */
    private void appendData(StringBuilder text) {
        text.append("data: ");
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            if (c == '\r' && i + 1 < data.length() && data.charAt(i + 1) == '\n') {
                continue; // CRLF is one line break
            }
            if (c == '\n' || c == '\r') {
                text.append("\ndata: ");
            } else {
                text.append(c);
            }
        }
        text.append('\n');
    }
}
