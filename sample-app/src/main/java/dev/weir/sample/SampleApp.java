package dev.weir.sample;

import com.zaxxer.hikari.HikariDataSource;
import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.StartException;
import dev.weir.compression.Compression;
import dev.weir.compression.Decompression;
import dev.weir.proxies.TrustedProxies;
import dev.weir.routing.Filter;
import dev.weir.routing.RouteListing;
import dev.weir.security.Cors;
import dev.weir.security.SecurityFields;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** The running sample application: an HTTP server, a directory of files and a pool of database connections. */
public final class SampleApp implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Pages of all sites may use the to-dos: nothing there depends on cookies. Old browsers want Content-Type by name. */
    static final Filter LIST_FOR_ALL_PAGES = Cors.anyOrigin()
            .withMethodsOfRoutes()
            .withRequestFields("Content-Type", "*")
            .withMaxAge(Duration.ofMinutes(10))
            .under("/todos");

    private final String host;
    private final HikariDataSource database;
    private final HttpServer server;

    private SampleApp(String host, HikariDataSource database, HttpServer server) {
        this.host = host;
        this.database = database;
        this.server = server;
    }

    /** Starts it with options from the command line; it runs until the process is told to end. */
    public static void main(String... arguments) {
        logOneLineForEachRecord();
        try {
            Options options = Options.parse(arguments);
            switch (options.purpose()) {
                case SERVE -> serve(options);
                case TRAINING_RUN -> TrainingRun.run();
                case ROUTES -> printRoutes(options);
                case HELP -> System.out.print(Options.HELP);
            }
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (StartException | IOException | SQLException e) {
            System.err.println("Cannot start: " + oneLine(e.getMessage()));
            System.exit(1);
        }
    }

    /** Starts it, says where it listens, and has it closed at the end of the process if that has not been done before. */
    static SampleApp serve(Options options) throws IOException, SQLException {
        SampleApp app = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
        System.out.println("Listening on " + app.url());
        return app;
    }

    private static SampleApp start(Options options) throws IOException, SQLException {
        FileStore files = FileStore.in(options.directory());
        HikariDataSource database = Database.open(options.database());
        try {
            HttpServerBuilder builder = HttpServer.builder();
            options.proxies()
                    .ifPresent(proxies ->
                            builder.rewrite(TrustedProxies.xForwarded(proxies).withForwardedHost()));
            HttpServer server = builder.host(options.host())
                    .port(options.port())
                    .health("/health")
                    .filter(SecurityFields.strict())
                    .filter(LIST_FOR_ALL_PAGES)
                    .filter(Compression.defaults())
                    .filter(Decompression.defaults())
                    .routes(SampleRoutes.of(new TodoStore(database), files, options.publicDirectory()))
                    .start();
            return new SampleApp(options.host(), database, server);
        } catch (RuntimeException | SQLException e) {
            database.close();
            throw e;
        }
    }

    /** Makes routes, of a directory that is empty and a database in memory, for the sake of a listing. */
    private static void printRoutes(Options options) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("weir-routes");
        try (HikariDataSource database = Database.open("jdbc:h2:mem:")) {
            System.out.print(RouteListing.of(
                    SampleRoutes.of(new TodoStore(database), FileStore.in(directory), options.publicDirectory())));
        } finally {
            Files.delete(directory);
        }
    }

    /** Where a browser finds it: under the name it was given, on this machine if it listens on all addresses. */
    String url() {
        boolean isOnAll = ((InetSocketAddress) server.address()).getAddress().isAnyLocalAddress();
        String name = isOnAll ? "localhost" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + server.port() + "/";
    }

    /** Lets requests in progress finish, then closes the database. */
    @Override
    public void close() {
        server.stop(GRACE);
        database.close();
    }

    private static void logOneLineForEachRecord() {
        String format = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(format) == null) {
            System.setProperty(format, "%1$tF %1$tT %4$-7s %3$s: %5$s%6$s%n");
        }
    }

    private static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s*\\R\\s*", " ");
    }
}
