package dev.weir.observe;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line for each response, written by a thread of its own.
 *
 * <p>A request never waits for the log: when more than {@value #LONGEST_QUEUE} lines are waiting, further ones are dropped
 * and counted. Lines are made by the log's thread too. Close it after the server, so that nothing is lost.
 */
public final class AccessLog implements ServerObserver, AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(AccessLog.class.getName());
    private static final int LONGEST_QUEUE = 8192;

    private final AccessLogFormat format;
    private final Writer writer;
    private final BlockingQueue<ServedRequest> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    private AccessLog(AccessLogFormat format, Writer writer) {
        this.format = Objects.requireNonNull(format, "format");
        this.writer = writer;
        this.thread = new Thread(this::run, "weir-access-log");
        thread.setDaemon(true);
    }

    /** A log to any writer, which is closed with it. */
    public static AccessLog to(Writer writer, AccessLogFormat format) {
        AccessLog log = new AccessLog(format, new BufferedWriter(writer));
        log.thread.start();
        return log;
    }

    /** A log at the end of a file, which is made if it is not there. */
    public static AccessLog to(Path file, AccessLogFormat format) {
        try {
            return to(
                    Files.newBufferedWriter(
                            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    format);
        } catch (IOException e) {
            throw new UncheckedIOException("access log: " + file + " (expected: a file that can be written)", e);
        }
    }

    @Override
    public void responded(ServedRequest served) {
        if (closed || !queue.offer(served)) {
            dropped.incrementAndGet();
        }
    }

    /** Number of lines that were dropped because too many were waiting, or the log was closed. */
    public long dropped() {
        return dropped.get();
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                ServedRequest next = queue.poll(200, TimeUnit.MILLISECONDS);
                if (next != null) {
                    write(next);
                }
            }
        } catch (InterruptedException e) {
            LOGGER.log(Level.WARNING, "The access log was interrupted; it ends");
        } finally {
            closeWriter();
        }
    }

    private void write(ServedRequest first) {
        try {
            for (ServedRequest next = first; next != null; next = queue.poll()) {
                writer.write(format.line(next));
                writer.write('\n');
            }
            writer.flush();
        } catch (IOException e) {
            dropped.incrementAndGet();
            LOGGER.log(Level.ERROR, "A line of the access log could not be written", e);
        }
    }

    private void closeWriter() {
        try {
            writer.close();
        } catch (IOException e) {
            LOGGER.log(Level.ERROR, "The access log did not close well", e);
        }
    }

    /** Writes what is waiting, and closes the writer. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
