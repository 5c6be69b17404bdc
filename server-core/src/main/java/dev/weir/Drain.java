package dev.weir;

import dev.weir.config.DrainSettings;
import dev.weir.internal.flight.FlightEvents;
import dev.weir.internal.net.LazyLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** How a server stops, step by step; run once. */
final class Drain {

    private static final LazyLogger LOGGER = new LazyLogger(Drain.class);

    private final HttpServer server;

    Drain(HttpServer server) {
        this.server = server;
    }

    /** Goes through the steps; returns when nothing of the server is left but what ignores that it ends. */
    DrainReport run(DrainSettings settings) throws InterruptedException {
        long start = System.nanoTime();
        FlightEvents.Drain recorded = FlightEvents.drain();
        server.readiness.leave(settings.delay(), settings.window());
        Thread.sleep(settings.delay().toMillis());
        server.readiness.close();
        stopListeners();
        server.deadlines.hurry();
        int open = server.connections.count();
        server.connections.awaitNone(settings.linger().toNanos());
        server.connections.stopSoon();
        int interrupted = 0;
        int cut = 0;
        if (!server.connections.awaitNone(settings.deadline().toNanos())) {
            interrupted = server.connections.cutAll();
            if (interrupted > 0) {
                LOGGER.get()
                        .log(Level.INFO, "Busy connections cut off after {0}: {1}", settings.deadline(), interrupted);
            }
            server.connections.awaitNone(settings.lastWait().toNanos());
            cut = server.connections.count();
        }
        stopParking();
        server.watcher.stop();
        server.threads.stop();
        server.deadlines.stop();
        DrainReport report = new DrainReport(open, interrupted, cut, Duration.ofNanos(System.nanoTime() - start));
        recorded.ended(report.connections(), report.interrupted(), report.cut());
        return report;
    }

    private void stopListeners() throws InterruptedException {
        server.memoryListener.stop();
        try {
            if (server.listener.isPresent()) {
                server.listener.get().stop();
            }
        } catch (IOException e) {
            LOGGER.get().log(Level.WARNING, "The listener did not close well", e);
        }
    }

    private void stopParking() throws InterruptedException {
        if (server.parking != null) {
            try {
                server.parking.stop();
            } catch (IOException e) {
                LOGGER.get().log(Level.WARNING, "The parking's selector did not close well", e);
            }
        }
    }
}
