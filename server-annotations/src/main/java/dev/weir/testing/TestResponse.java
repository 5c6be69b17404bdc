package dev.weir.testing;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Problem;
import dev.weir.http.Status;
import dev.weir.json.JsonReadException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A whole response, with its content as octets, text, JSON or a problem. */
public final class TestResponse {

    private static final int LONGEST_EXCERPT = 1000;

    private final ResponseHead head;
    private final byte[] content;
    private final Headers trailers;
    private final Supplier<Json> json;

    TestResponse(ResponseHead head, byte[] content, Headers trailers, Supplier<Json> json) {
        this.head = head;
        this.content = content;
        this.trailers = trailers;
        this.json = json;
    }

    /** The status. */
    public Status status() {
        return head.status();
    }

    /** The header section. */
    public Headers headers() {
        return head.headers();
    }

    /** Value of the first field line of that name. */
    public Optional<String> header(String name) {
        return headers().first(name);
    }

    /** The media type of the content, if one is told that can be read. */
    public Optional<MediaType> contentType() {
        return header(FieldNames.CONTENT_TYPE).flatMap(MediaType::parse);
    }

    /** The trailer section. */
    public Headers trailers() {
        return trailers;
    }

    /** Status of each interim response that came before, 100 and 103 for example. */
    public List<Status> interim() {
        return head.interim();
    }

    /** The content as octets. */
    public byte[] bytes() {
        return content.clone();
    }

    /** The content as text, in the charset of its media type or in UTF-8. */
    public String text() {
        return Excerpt.text(content, contentType());
    }

    /**
     * Goes on if the response has that status, as most tests have to know first.
     *
     * @throws AssertionError if it has another; it shows request, response and the beginning of their contents
     */
    public TestResponse expect(int status) {
        if (status() != Status.of(status)) {
            throw new AssertionError(describedWith("expected: " + Status.of(status)));
        }
        return this;
    }

    /**
     * The content as a value of that class.
     *
     * @throws AssertionError if it is not told to be JSON or can't be read as such a value
     */
    public <T> T json(Class<T> type) {
        @SuppressWarnings("unchecked") // what is read for a class is of that class, or of the one that boxes it
        T value = (T) read((Type) type);
        return value;
    }

    /**
     * The content as a value of a type with arguments: {@code json(new JsonType<List<Todo>>() {})}.
     *
     * @throws AssertionError if it is not told to be JSON or can't be read as such a value
     */
    public <T> T json(JsonType<T> type) {
        @SuppressWarnings("unchecked") // what is read for a type is of that type
        T value = (T) read(type.type());
        return value;
    }

    private Object read(Type type) {
        boolean isJson = contentType()
                .filter(told -> told.subtype().equals("json") || told.subtype().endsWith("+json"))
                .isPresent();
        if (!isJson) {
            throw new AssertionError(describedWith("expected: JSON of " + type.getTypeName()));
        }
        try {
            return json.get().read(content, type);
        } catch (JsonReadException e) {
            String place = e.pointer().map(pointer -> " at " + pointer).orElse("");
            throw new AssertionError(
                    describedWith("expected: JSON of " + type.getTypeName() + ", but " + e.detail() + place), e);
        }
    }

    /**
     * The content as a problem (RFC 9457); members that are null are left out.
     *
     * @throws AssertionError if it is none
     */
    public Problem problem() {
        if (!contentType().map(MediaType::essence).equals(Optional.of("application/problem+json"))) {
            throw new AssertionError(describedWith("expected: a problem"));
        }
        Problem problem = Problem.of(status());
        for (Map.Entry<String, Object> member :
                json(new JsonType<Map<String, Object>>() {}).entrySet()) {
            Object value = member.getValue();
            problem = value == null ? problem : with(problem, member.getKey(), value);
        }
        return problem;
    }

    private static Problem with(Problem problem, String name, Object value) {
        return switch (name) {
            case "type" -> problem.withType(value.toString());
            case "title" -> problem.withTitle(value.toString());
            case "detail" -> problem.withDetail(value.toString());
            case "instance" -> problem.withInstance(value.toString());
            case "status" -> problem; // the response's own counts
            default -> problem.with(name, value);
        };
    }

    private String describedWith(String expectation) {
        return head + " (" + expectation + ")\n" + headers() + Excerpt.of(content, contentType(), LONGEST_EXCERPT);
    }

    /** What was sent, and what came. */
    @Override
    public String toString() {
        return head + "\n" + headers() + Excerpt.of(content, contentType(), LONGEST_EXCERPT);
    }
}
