package dev.weir.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.Request;
import dev.weir.http.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessLogTest {

    private static final ServedRequest SERVED =
            new ServedRequest(Request.get("/"), Status.OK, 5, Instant.EPOCH, Duration.ZERO, true);

    @Test
    void closingWritesWhatIsWaiting() {
        StringWriter written = new StringWriter();
        AccessLog log = AccessLog.to(written, AccessLogFormat.COMMON);
        for (int i = 0; i < 100; i++) {
            log.responded(SERVED);
        }
        log.close();
        assertEquals(100, written.toString().lines().count());
    }

    @Test
    void aFileIsAppendedTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("access.log");
        for (int i = 0; i < 2; i++) {
            try (AccessLog log = AccessLog.to(file, AccessLogFormat.JSON)) {
                log.responded(SERVED);
            }
        }
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("no/such/folder");
        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> AccessLog.to(file, AccessLogFormat.JSON));
        assertTrue(failure.getMessage().contains(file.toString()));
    }

    @Test
    void aWriterThatBlocksMakesNobodyWaitAndDropsAreCounted() throws InterruptedException {
        CountDownLatch isWriting = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        AccessLog log = AccessLog.to(new BlockedWriter(isWriting, mayGoOn), AccessLogFormat.COMMON);
        log.responded(SERVED);
        isWriting.await();
        for (int i = 0; i < 10_000; i++) {
            log.responded(SERVED);
        }
        long dropped = log.dropped();
        mayGoOn.countDown();
        log.close();
        assertEquals(10_000 - 8192, dropped);
    }

    private static final class BlockedWriter extends Writer {

        private final CountDownLatch isWriting;
        private final CountDownLatch mayGoOn;

        BlockedWriter(CountDownLatch isWriting, CountDownLatch mayGoOn) {
            this.isWriting = isWriting;
            this.mayGoOn = mayGoOn;
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            isWriting.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
