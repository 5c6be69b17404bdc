package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Content as it is, whatever its media type.
 *
 * @param reader how to take it
 */
public record RawContent(Reader reader) implements Argument {

    private static final Map<Class<?>, Argument> BY_TYPE = Map.of(
            byte[].class, new RawContent(request -> request.content().bytes()),
            String.class, new RawContent(request -> request.content().text()),
            InputStream.class, new RawContent(request -> request.content().stream()));

    /** Takes content out of a request. */
    @FunctionalInterface
    interface Reader {
        Object read(Request request) throws IOException;
    }

    /** The argument for that type, if content can be had as it. */
    public static Optional<Argument> find(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    @Override
    public Object from(Request request) throws IOException {
        return reader.read(request);
    }

    @Override
    public boolean readsContent() {
        return true;
    }
}
