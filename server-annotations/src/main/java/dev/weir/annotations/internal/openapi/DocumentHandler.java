package dev.weir.annotations.internal.openapi;

import dev.weir.http.FieldNames;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Handler;
import dev.weir.routing.PathPattern;
import dev.weir.routing.Route;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Answers with an OpenAPI document, which is made when somebody first asks for it; called by many threads. */
public final class DocumentHandler implements Handler {

    private final ReentrantLock lock = new ReentrantLock();

    /** Used while the lock is held. */
    private final Supplier<byte[]> document;

    /** Null until it is made. */
    private volatile Response response;

    private DocumentHandler(Supplier<byte[]> document) {
        this.document = document;
    }

    /** A route to the document, which is the same each time. */
    public static Route route(String path, Supplier<byte[]> document) {
        return new Route(
                Optional.of(Method.GET), PathPattern.parse(path), new DocumentHandler(document), "OpenAPI document");
    }

    @Override
    public Response handle(Request request) {
        Response known = response;
        return known == null ? made() : known;
    }

    private Response made() {
        lock.lock();
        try {
            if (response == null) {
                response = Response.bytes(MediaType.APPLICATION_JSON, document.get())
                        .withHeader(FieldNames.CACHE_CONTROL, "no-cache");
            }
            return response;
        } finally {
            lock.unlock();
        }
    }
}
