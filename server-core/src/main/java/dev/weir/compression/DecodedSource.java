package dev.weir.compression;

import dev.weir.http.ContentSource;
import dev.weir.http.Headers;
import dev.weir.http.RequestContent;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** The content of one request, decoded while it is read; used by the thread that handles the request. */
final class DecodedSource implements ContentSource, Closeable {

    private final RequestContent coded;
    private final Deque<ContentCoding> codings;
    private final GrowthLimit growth;

    /** The stages, in the order in which octets pass; the last is what handlers read. */
    private final Deque<DecodingInput> stages = new ArrayDeque<>();

    private boolean isClosed;

    /** @param codings the last applied first */
    DecodedSource(RequestContent coded, Deque<ContentCoding> codings, GrowthLimit growth) {
        this.coded = coded;
        this.codings = codings;
        this.growth = growth;
    }

    /** This as content, with the limit that the coded content had. */
    RequestContent content() {
        return RequestContent.of(this, coded.limit());
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public InputStream stream() throws IOException {
        if (isClosed) {
            throw new IOException("the request has been answered");
        }
        if (stages.isEmpty()) {
            // How much of it is read is bounded by what comes out, which has the limit.
            InputStream stream = coded.limitedTo(Long.MAX_VALUE).stream();
            for (ContentCoding coding : codings) {
                stages.addLast(new DecodingInput(stream, coding, growth));
                stream = stages.getLast();
            }
        }
        return stages.getLast();
    }

    @Override
    public Headers trailers() {
        return coded.trailers();
    }

    /** Whether all of it has been read. */
    boolean isRead() {
        return !stages.isEmpty() && stages.getLast().isEnded();
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        for (DecodingInput stage : stages) {
            stage.close();
        }
    }
}
