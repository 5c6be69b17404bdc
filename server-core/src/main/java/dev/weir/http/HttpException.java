package dev.weir.http;

import java.util.Objects;

/**
 * A handler's answer when it can't go on: thrown, it becomes the response that {@link #problem()} describes.
 *
 * <p>The detail is sent to the client, so it says nothing that the client may not know. Stack traces are not filled in:
 * this is an answer and no fault.
 */
public final class HttpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Headers headers;

    /** An answer of that status with no more to say. */
    public HttpException(Status status) {
        this(Problem.of(status));
    }

    /** An answer of that status and a sentence for the client. */
    public HttpException(Status status, String detail) {
        this(Problem.of(status, detail));
    }

    /** An answer with a whole problem document. */
    public HttpException(Problem problem) {
        this(problem, Headers.empty());
    }

    private HttpException(Problem problem, Headers headers) {
        super(problem.status().code() + " " + problem.detail().orElse(problem.title()), null, false, false);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.headers = headers;
    }

    /** This answer with one more field line, {@code WWW-Authenticate} say. */
    public HttpException withHeader(String name, String value) {
        return new HttpException(problem, headers.plus(name, value));
    }

    /** The status to answer with. */
    public Status status() {
        return problem.status();
    }

    /** The document to answer with. */
    public Problem problem() {
        return problem;
    }

    /** Field lines for the response besides those that content needs. */
    public Headers headers() {
        return headers;
    }
}
