package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.KeptParts;
import dev.weir.http.ContentOutput;
import dev.weir.http.ResponseContent;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Content that may read from parts of a form while it writes itself; the parts are closed after it.
 *
 * @param content what is written
 * @param parts what was kept for the request
 */
record ContentOfParts(ResponseContent content, KeptParts parts) implements ResponseContent {

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
        return content.region(position, count).map(region -> new ContentOfParts(region, parts));
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            content.close();
        }
    }
}
