package dev.weir.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What went wrong with a request, for programs and people to read (problem details, RFC 9457).
 *
 * <pre>
 *   Problem.of(Status.FORBIDDEN, "Your balance is 30, but that costs 50.")
 *           .withType("https://example.com/probs/out-of-credit")
 *           .with("balance", 30)
 * </pre>
 *
 * <p>All of it goes to the client: nothing in it should tell about the inside of the server.
 */
public final class Problem {
    private static final String ABOUT_BLANK = "about:blank";

    private static final Set<String> STANDARD_MEMBERS = Set.of("type", "title", "status", "detail", "instance");

    private final Status status;

    /** The members that are strings, by name; type and title are always there. Never changed. */
    private final Map<String, String> texts;

    /** The other members in the order they were added. Never changed, nor is anything in it. */
    private final Map<String, Object> extensions;

    private Problem(Status status, Map<String, String> texts, Map<String, Object> extensions) {
        if (status.isInformational()) {
            throw new IllegalArgumentException("status of a problem: " + status.code() + " (expected: a final one)");
        }
        this.status = status;
        this.texts = texts;
        this.extensions = Collections.unmodifiableMap(extensions);
    }

    /** A problem of which the status says all there is: type {@code about:blank}, titled with the phrase. */
    public static Problem of(Status status) {
        String title = status.reason().isEmpty() ? "Status " + status.code() : status.reason();
        return new Problem(status, Map.of("type", ABOUT_BLANK, "title", title), Map.of());
    }

    /** The same of another status; a title that was only the status's phrase becomes that of the other. */
    public Problem withStatus(Status other) {
        Problem changed = new Problem(other, texts, extensions);
        return title().equals(of(status).title()) ? changed.withTitle(of(other).title()) : changed;
    }

    /** As {@link #of(Status)}, with a sentence about this occurrence of it. */
    public static Problem of(Status status, String detail) {
        return of(status).withDetail(detail);
    }

    /**
     * The same of another type.
     *
     * @param type a URI reference, best an absolute one under which the type is described
     * @throws IllegalArgumentException if it is not one
     */
    public Problem withType(String type) {
        return withText("type", reference("type", type));
    }

    /** The same with another title: a short text that is the same for all problems of a type. */
    public Problem withTitle(String title) {
        return withText("title", title);
    }

    /** The same with another detail: a text about this occurrence, to help the client set it right. */
    public Problem withDetail(String detail) {
        return withText("detail", detail);
    }

    /**
     * The same with an identifier of this occurrence.
     *
     * @param instance a URI reference
     * @throws IllegalArgumentException if it is not one
     */
    public Problem withInstance(String instance) {
        return withText("instance", reference("instance", instance));
    }

    /**
     * The same with an extension member set (RFC 9457 section 3.2).
     *
     * @param value a String, Boolean, number of java.lang or java.math, or a List or Map (with String keys) of such
     *     values; lists and maps are copied
     * @throws IllegalArgumentException if the name is empty or a standard member's, or JSON cannot write the value
     */
    public Problem with(String name, Object value) {
        if (name.isEmpty() || STANDARD_MEMBERS.contains(name)) {
            throw new IllegalArgumentException("extension member: \"" + name + "\""
                    + " (expected: a name other than type, title, status, detail, instance)");
        }
        Map<String, Object> changed = new LinkedHashMap<>(extensions);
        changed.put(name, JsonText.copy(value));
        return new Problem(status, texts, changed);
    }

    private Problem withText(String member, String text) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(member, Objects.requireNonNull(text, member));
        return new Problem(status, changed, extensions);
    }

    private static String reference(String member, String text) {
        try {
            return new URI(text).toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    member + ": \"" + Printable.of(text) + "\" (expected: a URI reference)", e);
        }
    }

    /** Identifier of the kind of problem; {@code about:blank} if the status says it all. */
    public String type() {
        return texts.get("type");
    }

    /** Short text that is the same for all problems of a type. */
    public String title() {
        return texts.get("title");
    }

    /** The status that the response has as well. */
    public Status status() {
        return status;
    }

    /** Text about this occurrence. */
    public Optional<String> detail() {
        return Optional.ofNullable(texts.get("detail"));
    }

    /** Identifier of this occurrence. */
    public Optional<String> instance() {
        return Optional.ofNullable(texts.get("instance"));
    }

    /** The extension members in the order they were added; cannot be changed. */
    public Map<String, Object> extensions() {
        return extensions;
    }

    /**
     * The problem as JSON text, for {@link MediaType#APPLICATION_PROBLEM_JSON}. Characters with a meaning in HTML are
     * escaped, so that a client that takes it for a page shows it and nothing more.
     */
    public String toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type());
        members.put("title", title());
        members.put("status", status.code());
        detail().ifPresent(detail -> members.put("detail", detail));
        instance().ifPresent(instance -> members.put("instance", instance));
        members.putAll(extensions);
        return JsonText.of(members);
    }

    /** Title and detail as a complete HTML page, for {@link MediaType#TEXT_HTML_UTF_8}. */
    public String toHtml() {
        return ProblemPage.html(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Problem that
                        && status == that.status
                        && texts.equals(that.texts)
                        && extensions.equals(that.extensions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, texts, extensions);
    }

    /** The {@linkplain #toJson() JSON text}. */
    @Override
    public String toString() {
        return toJson();
    }
}
