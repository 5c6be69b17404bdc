package dev.weir.testing;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request to be: fields and content are added, then it is sent, once or more often. Used by one thread. */
public final class TestRequest {

    private static final int LONGEST_EXCERPT = 200;

    private final TestClient client;
    private final Method method;
    private final String target;
    private Headers headers;

    /** Null for none. */
    private byte[] content;

    private boolean isChunked;
    private boolean isExpecting;

    TestRequest(TestClient client, Method method, String target) {
        if (target.isEmpty() || !target.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "target: \"" + target + "\" (expected: visible ASCII characters, others percent-encoded)");
        }
        this.client = client;
        this.method = method;
        this.target = target;
        this.headers = client.headers();
    }

    /** Adds a field line. Host, Content-Length and Transfer-Encoding are added when sent, unless they are there. */
    public TestRequest header(String name, String value) {
        headers = headers.plus(name, value);
        return this;
    }

    /** Adds a cookie. */
    public TestRequest cookie(String name, String value) {
        String pair = name + "=" + value;
        headers = headers.with(
                FieldNames.COOKIE,
                headers.first(FieldNames.COOKIE)
                        .map(others -> others + "; " + pair)
                        .orElse(pair));
        return this;
    }

    /** Sets the content, whose media type is that of a field line added before or after, or not told. */
    public TestRequest content(byte[] octets) {
        content = octets.clone();
        return this;
    }

    /** Sets content and media type. */
    public TestRequest content(MediaType type, byte[] octets) {
        headers = headers.with(FieldNames.CONTENT_TYPE, type.toString());
        return content(octets);
    }

    /** Sets content and media type; the text is sent in the type's charset, or in UTF-8. */
    public TestRequest content(MediaType type, String text) {
        return content(type, text.getBytes(type.charset().orElse(StandardCharsets.UTF_8)));
    }

    /** Sets a value as JSON content. */
    public TestRequest json(Object value) {
        return content(MediaType.APPLICATION_JSON, client.json().write(value));
    }

    /** Sets JSON content as it is written here, be it JSON or not. */
    public TestRequest jsonText(String text) {
        return content(MediaType.APPLICATION_JSON, text);
    }

    /** Sets fields of a form as content, each name followed by its value. */
    public TestRequest form(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "form: " + namesAndValues.length + " strings (expected: a value for each name)");
        }
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return content(MediaType.APPLICATION_FORM_URLENCODED, form.toString());
    }

    /** Sends the content in chunks instead of telling its length. */
    public TestRequest inChunks() {
        isChunked = true;
        return this;
    }

    /** Sends the content only once the server has asked for it with 100 (Continue). */
    public TestRequest expectingContinue() {
        isExpecting = true;
        return this;
    }

    /**
     * Sends it, and reads the whole response.
     *
     * @throws ExchangeFailedException if there is none in time, or not all of it
     */
    public TestResponse send() {
        try (StreamedResponse response = new Exchange(client, this).begin()) {
            return response.readRest();
        }
    }

    /**
     * Sends it, and returns once the response has begun, for content that comes bit by bit.
     *
     * @throws ExchangeFailedException if it does not begin in time
     */
    public StreamedResponse open() {
        return new Exchange(client, this).begin();
    }

    Method method() {
        return method;
    }

    String target() {
        return target;
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    byte[] content() {
        return content == null ? new byte[0] : content;
    }

    boolean isChunked() {
        return isChunked;
    }

    boolean awaitsContinue() {
        return isExpecting;
    }

    /** All field lines as they are sent. */
    Headers fieldLines() {
        Headers all = headers.contains(FieldNames.HOST)
                ? headers
                : Headers.of(FieldNames.HOST, client.authority()).plusAll(headers);
        Optional<String> kept = client.cookies().flatMap(jar -> jar.fieldValue(path()));
        if (kept.isPresent()) {
            all = all.with(
                    FieldNames.COOKIE,
                    headers.first(FieldNames.COOKIE)
                            .map(own -> kept.get() + "; " + own)
                            .orElse(kept.get()));
        }
        if (isExpecting) {
            all = all.plus(FieldNames.EXPECT, "100-continue");
        }
        if (isChunked) {
            return all.plus(FieldNames.TRANSFER_ENCODING, "chunked");
        }
        boolean isFramed = all.contains(FieldNames.CONTENT_LENGTH) || all.contains(FieldNames.TRANSFER_ENCODING);
        return content == null || isFramed
                ? all
                : all.plus(FieldNames.CONTENT_LENGTH, Integer.toString(content.length));
    }

    /** The request line's first two words, and the content as far as it is not too long. */
    @Override
    public String toString() {
        String line = method + " " + target;
        Optional<MediaType> type = headers.first(FieldNames.CONTENT_TYPE).flatMap(MediaType::parse);
        return content == null
                ? line
                : line + " with " + type.map(known -> known + " ").orElse("")
                        + Excerpt.of(content, type, LONGEST_EXCERPT);
    }
}
