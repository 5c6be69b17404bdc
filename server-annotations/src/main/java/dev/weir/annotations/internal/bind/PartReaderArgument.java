package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.io.IOException;

/**
 * The reader of a form's parts, for a method that takes them as they arrive.
 *
 * @param settings the limits
 */
public record PartReaderArgument(PartSettings settings) implements Argument {

    @Override
    public Object from(Request request) throws IOException {
        return settings.reader(request);
    }

    @Override
    public boolean readsContent() {
        return true;
    }
}
