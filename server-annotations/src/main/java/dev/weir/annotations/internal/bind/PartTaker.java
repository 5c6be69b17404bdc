package dev.weir.annotations.internal.bind;

import dev.weir.json.JsonReadException;
import dev.weir.json.JsonReader;
import dev.weir.multipart.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Makes a value of one part of a form. */
@FunctionalInterface
public interface PartTaker {

    /** How parts are had as they are, by type. */
    Map<Class<?>, PartTaker> AS_THEY_ARE = Map.of(
            Upload.class, part -> Optional.of(part),
            InputStream.class, part -> Optional.of(part.stream()),
            byte[].class, part -> Optional.of(part.bytes()));

    /**
     * The value; empty if the part holds none.
     *
     * @throws InvalidArgumentException if the part is wrong
     */
    Optional<Object> take(Upload part) throws InvalidArgumentException, IOException;

    /**
     * Reads JSON from parts that say that they are.
     *
     * @param source the parts
     * @param reader of one
     */
    record Json(PartSource source, JsonReader reader) implements PartTaker {

        @Override
        public Optional<Object> take(Upload part) throws InvalidArgumentException, IOException {
            if (!JsonContent.isJson(part.mediaType())) {
                throw new InvalidArgumentException(ArgumentError.notJson(source));
            }
            byte[] text = part.bytes();
            if (text.length == 0) {
                return Optional.empty();
            }
            try {
                return Optional.ofNullable(reader.read(text));
            } catch (JsonReadException e) {
                throw new InvalidArgumentException(ArgumentError.invalid(source, e));
            }
        }
    }
}
