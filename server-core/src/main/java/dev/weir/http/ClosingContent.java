package dev.weir.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Other content, with something closed behind it.
 *
 * @param content what is written
 * @param more what is closed after it
 */
record ClosingContent(ResponseContent content, Closeable more) implements ResponseContent {

    @Override
    public OptionalLong length() {
        return content.length();
    }

    @Override
    public void writeTo(ContentOutput output) throws IOException {
        content.writeTo(output);
    }

    @Override
    public Optional<ResponseContent> region(long position, long count) {
        return content.region(position, count).map(region -> region.closing(more));
    }

    @Override
    public void close() throws IOException {
        try (more) {
            content.close();
        }
    }
}
