package dev.weir;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A process that a test starts, with all the lines it writes to either output.
 *
 * <p>Every wait has a deadline and fails with what was written until then. Closing it ends the process.
 */
final class ChildProcess implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 30;

    private final Process process;
    private final Thread reader;
    private final ReentrantLock lock = new ReentrantLock();

    /** Signalled for each line, and at the end. */
    private final Condition changed = lock.newCondition();

    /** What was written so far; guarded by {@code lock}. */
    private final List<String> lines = new ArrayList<>();

    /** Whether no more will be written; guarded by {@code lock}. */
    private boolean hasEnded;

    private ChildProcess(Process process) {
        this.process = process;
        reader = new Thread(this::readLines, "lines of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a command. */
    static ChildProcess start(List<String> command) throws IOException {
        return new ChildProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The command for a program of the tests in a JVM like this one. */
    static List<String> java(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", TestJar.path().toString(), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Whether a tool is installed. */
    static boolean isInstalled(String tool) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, tool))) {
                return true;
            }
        }
        // Not on everybody's path, but where servers are installed.
        return Files.isExecutable(Path.of("/usr/sbin", tool));
    }

    private void readLines() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line, false);
            }
        } catch (IOException e) {
            add("(its output broke: " + e + ")", false);
        } finally {
            add("(end of output)", true);
        }
    }

    private void add(String line, boolean isLast) {
        lock.lock();
        try {
            lines.add(line);
            hasEnded = isLast;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was written so far. */
    List<String> lines() {
        lock.lock();
        try {
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }

    /** The number of lines so far that contain that text. */
    long count(String text) {
        return lines().stream().filter(line -> line.contains(text)).count();
    }

    /** Waits for so many lines that contain that text, those written already included; the last of them. */
    String await(String text, int count) throws InterruptedException {
        long remaining = TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        Predicate<String> isWanted = line -> line.contains(text);
        lock.lock();
        try {
            while (true) {
                List<String> found = lines.stream().filter(isWanted).toList();
                if (found.size() >= count) {
                    return found.get(count - 1);
                }
                if (hasEnded || remaining <= 0) {
                    throw new AssertionError("\"" + text + "\" was not written " + count + " times, but " + lines);
                }
                remaining = changed.awaitNanos(remaining);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Its id. */
    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end: SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Sends the signal that Ctrl-C sends. */
    void interrupt() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill: " + kill.exitValue() + " (expected: 0)");
        }
    }

    /** Waits for its end; its exit value. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end, and wrote " + lines());
        }
        reader.join(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
