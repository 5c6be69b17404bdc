package dev.weir.annotations.internal.result;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.BaseStream;

/**
 * Values that come one by one, of a stream or an iterator; used by one thread.
 *
 * @param all the values
 * @param source what is to be closed afterwards
 */
record Elements(Iterator<?> all, Optional<AutoCloseable> source) implements AutoCloseable {

    /** Those of what a method returned. */
    static Elements of(Object value) {
        if (value instanceof BaseStream<?, ?> stream) {
            return of(stream);
        }
        Optional<AutoCloseable> source =
                value instanceof AutoCloseable closeable ? Optional.of(closeable) : Optional.empty();
        return new Elements((Iterator<?>) value, source);
    }

    private static Elements of(BaseStream<?, ?> stream) {
        try {
            return new Elements(stream.iterator(), Optional.of(stream));
        } catch (RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (source.isPresent()) {
            try {
                source.get().close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("the source of a result did not close well", e);
            }
        }
    }

    /** Closes after a failure, which goes before what closing throws. */
    void closeAfter(Throwable failure) {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
