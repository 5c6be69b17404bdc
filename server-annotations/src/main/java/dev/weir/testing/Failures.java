package dev.weir.testing;

import dev.weir.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What an application threw while it was tested; added to by the server's threads. */
final class Failures {

    private record Failure(String request, Throwable thrown) {}

    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

    void add(Request request, Throwable thrown) {
        failures.add(new Failure(request.method() + " " + request.target(), thrown));
    }

    /** All up to now, which are forgotten. */
    List<Throwable> take() {
        List<Throwable> taken = new ArrayList<>();
        for (Failure failure = failures.poll(); failure != null; failure = failures.poll()) {
            taken.add(failure.thrown);
        }
        return taken;
    }

    /** Fails if there is any. */
    void check() {
        Failure first = failures.poll();
        if (first != null) {
            AssertionError error = new AssertionError(
                    "the application failed at " + first.request + " (expected: no failure that takeFailures() has not"
                            + " taken): " + first.thrown,
                    first.thrown);
            take().forEach(error::addSuppressed);
            throw error;
        }
    }
}
