package dev.weir.internal.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RepetitionTest {

    private final List<String> logged = new ArrayList<>();

    /** Number of the step, from 1. */
    private int step;

    /** A logger of one's own, that may fail as any part of an application may. */
    private final class Log implements System.Logger {

        private final boolean isBroken;

        private Log(boolean isBroken) {
            this.isBroken = isBroken;
        }

        @Override
        public String getName() {
            return "log";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            log(level, bundle, message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            if (isBroken) {
                throw new NoClassDefFoundError("the log's time needs a file");
            }
            logged.add(level + " " + format);
        }
    }

    private Repetition repetition(boolean hasBrokenLog) {
        return new Repetition(() -> new Log(hasBrokenLog), Level.WARNING, "Cannot count");
    }

    @Test
    void goesOnAfterAnError() {
        repetition(false)
                .run(
                        () -> {
                            step++;
                            throw new StackOverflowError();
                        },
                        () -> step == 3);
        assertEquals(3, logged.size());
    }

    @Test
    void goesOnWhereTheFailureCannotBeLogged() {
        repetition(true)
                .run(
                        () -> {
                            step++;
                            throw new IOException("Too many open files");
                        },
                        () -> step == 3);
        assertEquals(3, step);
    }

    @Test
    void waitsLongerAfterEachFailureAndBrieflyAgainAfterASuccess() {
        repetition(false)
                .run(
                        () -> {
                            step++;
                            if (step != 3) {
                                throw new IOException("no");
                            }
                        },
                        () -> step == 4);
        assertEquals(
                List.of(
                        "WARNING Cannot count: java.io.IOException: no; next try in 5 ms",
                        "WARNING Cannot count: java.io.IOException: no; next try in 10 ms",
                        "WARNING Cannot count: java.io.IOException: no; next try in 5 ms"),
                logged);
    }

    @Test
    void doesNothingOnceItIsStopped() {
        repetition(false).run(() -> step++, () -> true);
        assertEquals(0, step);
    }
}
