package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import dev.weir.multipart.MultipartReader;
import dev.weir.multipart.ReceivedPart;
import dev.weir.multipart.Upload;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a form that the arguments of one request are made of. It travels with the request, and is closed when nothing
 * can read from them any more.
 */
public final class KeptParts implements Closeable {

    /** Holds the parts; named so that no filter's attribute is in the way. */
    private static final String PARTS = "dev.weir.annotations.parts";

    private final Map<String, List<Upload>> byName = new HashMap<>();

    /** Those that travel with a request, if any do. */
    public static Optional<KeptParts> of(Request request) {
        return request.attribute(PARTS, KeptParts.class);
    }

    /** The request with these. */
    public Request with(Request request) {
        return request.withAttribute(PARTS, this);
    }

    /**
     * Reads the parts that are wanted, and passes over all others.
     *
     * @throws dev.weir.http.HttpException with 415 if the content is something else, 400 if it is malformed, 413 if there is
     *     too much of something
     */
    public void read(Request request, WantedParts wanted, PartSettings settings) throws IOException {
        if (request.content().isEmpty()) {
            return;
        }
        MultipartReader reader = settings.reader(request);
        for (Optional<ReceivedPart> next = reader.next(); next.isPresent(); next = reader.next()) {
            ReceivedPart part = next.get();
            if (wanted.has(part.name())) {
                add(wanted.mayBeInFile(part.name()) ? part.keepIn(settings.directory()) : part.keep());
            }
        }
    }

    private void add(Upload upload) {
        // What browsers send for a field whose file was not chosen.
        boolean isNoFile = upload.isFile() && upload.filename().isEmpty() && upload.size() == 0;
        if (!isNoFile) {
            byName.computeIfAbsent(upload.name(), name -> new ArrayList<>(1)).add(upload);
        }
    }

    /** The parts of that name, in the order sent. */
    static List<Upload> all(Request request, String name) {
        KeptParts parts = of(request)
                .orElseThrow(() -> new IllegalStateException("parts: not read (expected: before they are asked for)"));
        return parts.byName.getOrDefault(name, List.of());
    }

    /** Whether there is nothing to close. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Closes all, also when one fails to. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (List<Upload> uploads : byName.values()) {
            for (Upload upload : uploads) {
                try {
                    upload.close();
                } catch (IOException e) {
                    failure = e;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
