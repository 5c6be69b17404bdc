package dev.weir.annotations.internal.bind;

import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.multipart.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a form, which has to have been read before.
 *
 * @param name its name
 */
public record PartSource(String name) implements ValueSource {

    @Override
    public String in() {
        return "part";
    }

    @Override
    public List<String> all(Request request) throws InvalidArgumentException {
        List<Upload> parts = KeptParts.all(request, name);
        List<String> texts = new ArrayList<>(parts.size());
        for (Upload part : parts) {
            texts.add(text(part));
        }
        return texts;
    }

    private String text(Upload part) throws InvalidArgumentException {
        try {
            return part.text();
        } catch (HttpException e) {
            throw new InvalidArgumentException(ArgumentError.malformed(this, "not text in its charset"));
        } catch (IOException e) {
            throw new UncheckedIOException("a part in memory cannot be read", e);
        }
    }
}
