package dev.weir.forms;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a submitted form, in the order they were sent; a name may come more than once.
 *
 * <pre>
 *   title=Moby+Dick&amp;tag=sea&amp;tag=whale    title: Moby Dick, tag: sea, tag: whale
 * </pre>
 *
 * <p>A form is the content of its request, which is read once: keep the form rather than ask for it again.
 */
public final class Form implements Iterable<Form.Field> {

    private static final Form EMPTY = new Form(List.of());
    private static final String TYPE = MediaType.APPLICATION_FORM_URLENCODED.essence();

    private final List<Field> fields;

    private Form(List<Field> fields) {
        this.fields = fields;
    }

    /**
     * One field.
     *
     * @param name its name, decoded
     * @param value its value, decoded; empty if nothing was entered
     */
    public record Field(String name, String value) {

        /** The name alone: values may be passwords, and this text ends up in logs. */
        @Override
        public String toString() {
            return "Field[name=" + name + "]";
        }
    }

    /** No field at all. */
    public static Form empty() {
        return EMPTY;
    }

    /**
     * Reads the form that a request brings, up to 1000 fields and the limit that its content has.
     *
     * @throws HttpException with 415 if the content is something else, 413 if it is too long, 400 if it is malformed or
     *     has too many fields
     */
    public static Form of(Request request) throws IOException {
        return of(request, FormLimits.defaults().withOctets(request.content().limit()));
    }

    /**
     * Reads the form that a request brings. Content that names no media type is taken for a form, and no content for one
     * without fields.
     *
     * @throws HttpException with 415 if the content is something else, 413 if it is too long, 400 if it is malformed or
     *     has too many fields
     */
    public static Form of(Request request, FormLimits limits) throws IOException {
        if (request.content().isEmpty()) {
            return EMPTY;
        }
        if (!isForm(request)) {
            throw new HttpException(
                            Status.UNSUPPORTED_MEDIA_TYPE, "The content has to be a form in UTF-8: " + TYPE + ".")
                    .withHeader(FieldNames.ACCEPT, TYPE);
        }
        // Each octet becomes a character; those that are not ASCII are refused, whatever charset they would be in.
        String text = request.content().limitedTo(limits.octets()).text(StandardCharsets.ISO_8859_1);
        return parse(text, limits.fields());
    }

    private static boolean isForm(Request request) {
        Optional<String> type = request.headers().first(FieldNames.CONTENT_TYPE);
        return type.isEmpty()
                || type.get().equals(TYPE)
                || MediaType.parse(type.get()).filter(Form::isForm).isPresent();
    }

    private static boolean isForm(MediaType type) {
        String charset = type.parameter("charset").orElse("utf-8");
        return type.essence().equals(TYPE) && charset.equalsIgnoreCase("utf-8");
    }

    static Form parse(String text, int most) {
        List<Field> fields = new FormParser(text, most).fields();
        return fields.isEmpty() ? EMPTY : new Form(fields);
    }

    /** Value of the first field of that name; names are case-sensitive. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** Values of all fields of that name, in order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** All names, each once, in order of first appearance. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        fields.forEach(field -> names.add(field.name()));
        return names;
    }

    /** All fields in order; the list can't be changed. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether there is no field. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    @Override
    public Iterator<Field> iterator() {
        return fields.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Form that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** The names alone. */
    @Override
    public String toString() {
        return "Form" + names();
    }
}
