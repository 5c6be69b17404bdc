package dev.weir.annotations.internal.bind;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Status;
import dev.weir.json.JsonReadException;
import dev.weir.json.JsonReader;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Content that is JSON. Without Content-Type it is taken for JSON; any other media type is refused with 415. */
public final class JsonContent implements Argument {

    private static final String JSON = "application/json";

    private final JsonReader reader;
    private final boolean isRequired;
    private final Function<Optional<Object>, Object> shape;

    private JsonContent(JsonReader reader, boolean isRequired, Function<Optional<Object>, Object> shape) {
        this.reader = reader;
        this.isRequired = isRequired;
        this.shape = shape;
    }

    /** Content that has to be there and to be more than {@code null}. */
    public static Argument required(JsonReader reader) {
        return new JsonContent(reader, true, Optional::orElseThrow);
    }

    /** Content, or null if there is none. */
    public static Argument nullable(JsonReader reader) {
        return new JsonContent(reader, false, value -> value.orElse(null));
    }

    /** Content in an {@code Optional}. */
    public static Argument optional(JsonReader reader) {
        return new JsonContent(reader, false, value -> value);
    }

    @Override
    public boolean readsContent() {
        return true;
    }

    @Override
    public boolean readsJson() {
        return true;
    }

    @Override
    public Object from(Request request) throws IOException {
        Optional<Object> value = request.content().isEmpty() ? Optional.empty() : read(request);
        if (value.isEmpty() && isRequired) {
            throw BindingProblem.ofContent(
                    request, JsonReadException.mismatch("#", "missing", "JSON content is required"));
        }
        return shape.apply(value);
    }

    private Optional<Object> read(Request request) throws IOException {
        if (!isJson(request)) {
            throw new HttpException(Status.UNSUPPORTED_MEDIA_TYPE, "The content has to be JSON.")
                    .withHeader(FieldNames.ACCEPT, JSON);
        }
        byte[] text = request.content().bytes();
        if (text.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reader.read(text));
        } catch (JsonReadException e) {
            throw BindingProblem.ofContent(request, e);
        }
    }

    private static boolean isJson(Request request) {
        Optional<String> type = request.headers().first(FieldNames.CONTENT_TYPE);
        return type.isEmpty()
                || type.get().equals(JSON)
                || MediaType.parse(type.get()).filter(JsonContent::isJson).isPresent();
    }

    /** Whether a media type is JSON, or one built upon it (RFC 6839 section 3.1). */
    public static boolean isJson(MediaType type) {
        return type.essence().equals(JSON) || type.subtype().endsWith("+json");
    }
}
