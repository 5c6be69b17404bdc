package dev.weir.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A response as a handler returns it: status, field lines and content. Immutable; {@code with…} gives a changed copy.
 *
 * <p>Content-Length, Transfer-Encoding, Connection and Date are the server's business: it sets them after the handler
 * has returned, from the content's length and the request.
 */
public final class Response {

    private static final Supplier<Headers> NO_TRAILERS = Headers::empty;

    private final Status status;
    private final Headers headers;
    private final ResponseContent content;
    private final Supplier<Headers> trailers;

    /** Null unless made by {@link #problem}. */
    private final Problem problem;

    /** Null unless made by {@link #upgrade}. */
    private final Upgrade upgrade;

    private Response(
            Status status,
            Headers headers,
            ResponseContent content,
            Supplier<Headers> trailers,
            Problem problem,
            Upgrade upgrade) {
        this.status = status;
        this.headers = headers;
        this.content = content;
        this.trailers = trailers;
        this.problem = problem;
        this.upgrade = upgrade;
    }

    /** A response of that status without content. */
    public static Response of(Status status) {
        if (status.isInformational()) {
            throw new IllegalArgumentException("status: " + status.code()
                    + " (expected: a final one; see Request.sendInterim and Response.upgrade)");
        }
        return new Response(status, Headers.empty(), ResponseContent.empty(), NO_TRAILERS, null, null);
    }

    /** 200 (OK) with text in UTF-8. */
    public static Response text(String text) {
        return ok(MediaType.TEXT_PLAIN_UTF_8, text.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 (OK) with a page in UTF-8. */
    public static Response html(String page) {
        return ok(MediaType.TEXT_HTML_UTF_8, page.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 (OK) with JSON text, sent as it is. */
    public static Response json(String json) {
        return ok(MediaType.APPLICATION_JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 (OK) with those octets; the array is not copied and must not change any more. */
    public static Response bytes(MediaType type, byte[] octets) {
        return ok(type, octets);
    }

    /** 200 (OK) with what the writer writes, of unknown length. */
    public static Response stream(MediaType type, ResponseContent.Writer writer) {
        return of(Status.OK).withContent(type, ResponseContent.written(writer));
    }

    /** 200 (OK) with all of a stream, which is closed afterwards. */
    public static Response stream(MediaType type, InputStream stream) {
        return of(Status.OK).withContent(type, ResponseContent.of(stream));
    }

    /**
     * 200 (OK) with a whole file; the media type is told by the file's name.
     *
     * @throws IOException if it can't be opened or is no regular file
     */
    public static Response file(Path file) throws IOException {
        MediaType type = MediaType.ofFileName(String.valueOf(file.getFileName()));
        return of(Status.OK).withContent(type, ResponseContent.of(file));
    }

    /** 204 (No Content). */
    public static Response noContent() {
        return of(Status.NO_CONTENT);
    }

    /** 201 (Created) at that place. */
    public static Response created(String location) {
        return of(Status.CREATED).withHeader(FieldNames.LOCATION, asReference(location));
    }

    /** 303 (See Other): the client is to GET that place instead. */
    public static Response seeOther(String location) {
        return redirect(Status.SEE_OTHER, location);
    }

    /**
     * A redirection.
     *
     * @param status one of 301, 302, 303, 307 and 308
     * @param location absolute or relative; characters outside ASCII are escaped
     */
    public static Response redirect(Status status, String location) {
        switch (status.code()) {
            case 301, 302, 303, 307, 308 -> {
                return of(status).withHeader(FieldNames.LOCATION, asReference(location));
            }
            default ->
                throw new IllegalArgumentException(
                        "redirection: " + status.code() + " (expected: 301, 302, 303, 307 or 308)");
        }
    }

    /** A problem document as JSON; a server may render it differently for the request at hand (RFC 9457). */
    public static Response problem(Problem problem) {
        Response json = of(problem.status())
                .withContent(
                        MediaType.APPLICATION_PROBLEM_JSON, problem.toJson().getBytes(StandardCharsets.UTF_8));
        return new Response(json.status, json.headers, json.content, NO_TRAILERS, problem, null);
    }

    /**
     * 101 (Switching Protocols): the connection goes to {@code upgrade} once this response is out.
     *
     * @param protocol as in the request's Upgrade field
     */
    public static Response upgrade(String protocol, Upgrade upgrade) {
        return new Response(
                Status.SWITCHING_PROTOCOLS,
                Headers.of(FieldNames.UPGRADE, protocol),
                ResponseContent.empty(),
                NO_TRAILERS,
                null,
                Objects.requireNonNull(upgrade, "upgrade"));
    }

    private static Response ok(MediaType type, byte[] octets) {
        return of(Status.OK).withContent(type, octets);
    }

    private static String asReference(String location) {
        try {
            return URI.create(location).toASCIIString();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "location: \"" + Printable.of(location) + "\" (expected: a URI reference)", e);
        }
    }

    /** The status. */
    public Status status() {
        return status;
    }

    /** The header section as far as the handler decides it. */
    public Headers headers() {
        return headers;
    }

    /** Value of the first field line of that name. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** The content, not yet written. */
    public ResponseContent content() {
        return content;
    }

    /** Media type of the content; absent if there is none. */
    public Optional<MediaType> contentType() {
        return headers.first(FieldNames.CONTENT_TYPE).flatMap(MediaType::parse);
    }

    /** The trailer section, asked for after all content is written (RFC 9110 section 6.5). */
    public Headers trailers() {
        return FieldLines.copyOf(trailers.get());
    }

    /** Whether a trailer section was announced with {@link #withTrailers}. */
    public boolean hasTrailers() {
        return trailers != NO_TRAILERS;
    }

    /** The problem that this response tells of, as long as nothing gave it other content. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Who takes the connection over, for status 101. */
    public Optional<Upgrade> upgrade() {
        return Optional.ofNullable(upgrade);
    }

    /** This response with another final status; a problem becomes one of that status, and no upgrade is left. */
    public Response withStatus(Status other) {
        Status last = of(other).status;
        if (problem == null) {
            return new Response(last, headers, content, trailers, null, null);
        }
        Response changed = problem(problem.withStatus(last));
        return new Response(last, headers, changed.content, trailers, changed.problem, null);
    }

    /** This response with one field line of that name. */
    public Response withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    /** This response with one more field line. */
    public Response plusHeader(String name, String value) {
        return withHeaders(headers.plus(name, value));
    }

    /** This response, telling caches that it depends on that field of the request (Vary, RFC 9110 section 12.5.5). */
    public Response varyingOn(String fieldName) {
        if (headers.containsToken(FieldNames.VARY, fieldName) || headers.containsToken(FieldNames.VARY, "*")) {
            return this;
        }
        List<String> members = new ArrayList<>(headers.all(FieldNames.VARY));
        members.removeIf(String::isEmpty);
        members.add(fieldName);
        return withHeader(FieldNames.VARY, String.join(", ", members));
    }

    /** This response with another header section. */
    public Response withHeaders(Headers others) {
        return new Response(status, FieldLines.copyOf(others), content, trailers, problem, upgrade);
    }

    /** This response with a cookie for the client to keep. */
    public Response withCookie(SetCookie cookie) {
        return plusHeader(FieldNames.SET_COOKIE, cookie.toFieldValue());
    }

    /** This response with those octets; the array is not copied and must not change any more. */
    public Response withContent(MediaType type, byte[] octets) {
        return withContent(type, ResponseContent.of(octets));
    }

    /** This response with other content. */
    public Response withContent(MediaType type, ResponseContent other) {
        return new Response(
                status, headers.with(FieldNames.CONTENT_TYPE, type.toString()), other, trailers, null, upgrade);
    }

    /** This response with other content of the same media type: coded by a filter, say. */
    public Response withContent(ResponseContent other) {
        return new Response(status, headers, Objects.requireNonNull(other, "content"), trailers, null, upgrade);
    }

    /**
     * This response with a trailer section, made when all content is written; without fields that may not stand there,
     * Content-Length say (RFC 9110 section 6.5.1). In HTTP/1.1 such content is sent in chunks, and its length is not told
     * beforehand; in HTTP/1.0 there are no trailers.
     */
    public Response withTrailers(Supplier<Headers> made) {
        return new Response(status, headers, content, Objects.requireNonNull(made, "trailers"), problem, upgrade);
    }

    /**
     * The same announced in the header section by a Trailer field, which is sent only where the trailer section is (RFC
     * 9110 section 6.6.2).
     *
     * @param names the field names that the trailer section will have
     * @throws IllegalArgumentException if there are none, or one is no token
     */
    public Response withTrailers(List<String> names, Supplier<Headers> made) {
        if (names.isEmpty() || !names.stream().allMatch(Grammar::isToken)) {
            throw new IllegalArgumentException("trailer fields: " + Printable.of(names.toString())
                    + " (expected: the names of one or more fields)");
        }
        return withHeader(FieldNames.TRAILER, String.join(", ", names)).withTrailers(made);
    }

    @Override
    public String toString() {
        return status + "\n" + headers;
    }
}
