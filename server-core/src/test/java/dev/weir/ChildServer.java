package dev.weir;

import dev.weir.config.DrainSettings;
import dev.weir.config.Limits;
import dev.weir.config.ListenerSettings;
import dev.weir.config.ThreadSettings;
import dev.weir.config.Timeouts;
import dev.weir.files.StaticFiles;
import dev.weir.http.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server in a JVM of its own, for tests that limit, measure or end its process; it drains on SIGTERM. */
final class ChildServer implements AutoCloseable {

    private static final String READY = "listening on port ";

    private final ChildProcess process;
    private final int port;

    private ChildServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** How a server is to be started. */
    record Plan(ThreadSettings threads, int port, int backlog, List<String> options, String shell) {

        /** On any free port, with a small heap. */
        static Plan with(ThreadSettings threads) {
            return new Plan(threads, 0, 1024, List.of("-Xmx128m", "-XX:+UseSerialGC"), "");
        }

        Plan withPort(int port) {
            return new Plan(threads, port, backlog, options, shell);
        }

        Plan withBacklog(int backlog) {
            return new Plan(threads, port, backlog, options, shell);
        }

        /** With other options of the JVM. */
        Plan withOptions(String... options) {
            return new Plan(threads, port, backlog, List.of(options), shell);
        }

        /** Behind a shell command that limits the process: {@code ulimit -n 256}, say. */
        Plan withLimit(String command) {
            return new Plan(threads, port, backlog, options, command);
        }

        ChildServer start() throws IOException, InterruptedException {
            List<String> command = new ArrayList<>();
            if (!shell.isEmpty()) {
                command.addAll(List.of("bash", "-c", shell + "; exec \"$@\"", "bash"));
            }
            command.addAll(ChildProcess.java(
                    options,
                    Program.class,
                    threads.kind().name(),
                    Integer.toString(threads.poolSize()),
                    Integer.toString(port),
                    Integer.toString(backlog)));
            ChildProcess process = ChildProcess.start(command);
            try {
                String ready = process.await(READY, 1);
                return new ChildServer(process, Integer.parseInt(ready.substring(READY.length())));
            } catch (InterruptedException | RuntimeException | Error e) {
                process.close();
                throw e;
            }
        }
    }

    /** Its port. */
    int port() {
        return port;
    }

    /** Its process. */
    ChildProcess process() {
        return process;
    }

    /** Connects to it. */
    RawClient connect() throws IOException {
        return RawClient.to("127.0.0.1", port);
    }

    @Override
    public void close() {
        process.close();
    }

    /** What runs in the other JVM. */
    static final class Program {

        /** What was allocated for {@code /memory}; a field, so that it is really allocated. */
        private static volatile List<byte[]> hoard = List.of();

        private Program() {}

        /** Starts the server: kind of threads, size of the pool, port, backlog. */
        public static void main(String[] arguments) {
            HttpServerBuilder builder = HttpServer.builder();
            if (System.getProperty("files") != null) {
                builder.mount("/files", StaticFiles.of(Path.of(System.getProperty("files"))));
            }
            HttpServer server = builder.listener(ListenerSettings.defaults()
                            .withHost("127.0.0.1")
                            .withPort(Integer.parseInt(arguments[2]))
                            .withBacklog(Integer.parseInt(arguments[3])))
                    .threads(new ThreadSettings(
                            ThreadSettings.Kind.valueOf(arguments[0]), Integer.parseInt(arguments[1])))
                    .limits(Limits.defaults().withConnections(20_000))
                    .timeouts(Timeouts.defaults().withKeepAlive(Duration.ofMinutes(10)))
                    .health("/health")
                    .drainOnShutdown(DrainSettings.defaults())
                    .get("/", request -> Response.text("hello"))
                    .post("/echo", request -> Response.text(request.content().text()))
                    .get("/memory", request -> {
                        hoardAll();
                        return Response.text("there was room for everything");
                    })
                    .start();
            System.out.println(READY + server.port());
        }

        private static void hoardAll() {
            List<byte[]> taken = new ArrayList<>();
            hoard = taken;
            try {
                for (int size = 1 << 20; true; ) {
                    taken.add(new byte[size]);
                }
            } finally {
                hoard = List.of();
            }
        }
    }
}
