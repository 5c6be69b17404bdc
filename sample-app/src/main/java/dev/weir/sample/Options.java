package dev.weir.sample;

import dev.weir.config.PeerAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param host name or address to listen on
 * @param port port to listen on; 0 for any free one
 * @param directory where files are kept; it need not exist yet
 * @param publicDirectory whose files are served under {@code /public/}, if any are
 * @param database JDBC URL of the database for to-dos
 * @param proxies whose X-Forwarded-… fields are believed, if anybody's are
 * @param purpose what the process is to do
 */
record Options(
        String host,
        int port,
        Path directory,
        Optional<Path> publicDirectory,
        String database,
        Optional<PeerAddresses> proxies,
        Purpose purpose) {

    /** What the process is to do. */
    enum Purpose {
        /** Answer requests until it is told to end. */
        SERVE,
        /** Answer its own requests, and end. */
        TRAINING_RUN,
        /** Print all routes, and end. */
        ROUTES,
        /** Print the help. */
        HELP
    }

    static final Options DEFAULTS = new Options(
            "localhost",
            8080,
            Path.of("weir-sample", "files"),
            Optional.empty(),
            "jdbc:h2:./weir-sample/todos",
            Optional.empty(),
            Purpose.SERVE);

    static final String HELP = """
            Usage: java -jar sample-app.jar [options]

            A small web application on the Weir HTTP server.

              --host HOST          name or address to listen on (default: localhost; 0.0.0.0 for all)
              --port PORT          port to listen on, 0 for any free one (default: 8080)
              --directory DIR      where /files are kept; made if it does not exist
                                   (default: weir-sample/files)
              --public DIR         serves the files of that directory under /public/, which is off otherwise
              --database JDBC-URL  database of the to-dos
                                   (default: jdbc:h2:./weir-sample/todos, a file that is made if it does not exist)
              --proxies BLOCKS     addresses of proxies whose X-Forwarded-For, -Proto and -Host are believed, such as
                                   10.0.0.0/8,::1 (default: none)
              --training-run       for an archive of classes, which makes the next start faster: starts on a free port and
                                   in a temporary directory, asks itself for everything once, and ends;
                                   no other option goes with it
              --routes             prints all routes: method, path, media types, handler and source; nothing is started
              --help               this text

            It prints the URL that it listens on, and stops when the process is told to end (Ctrl-C, SIGTERM).
            """;

    private static final String PROXIES = "CIDR blocks, with commas between them, like 10.0.0.0/8,::1";

    private static final String NAMES =
            "--host, --port, --directory, --public, --database, --proxies, --training-run, --routes or --help";

    /** Reads {@code --name value} and {@code --name=value}; of an option given twice the last counts. */
    static Options parse(String... arguments) throws UsageException {
        Options options = DEFAULTS;
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (argument.equals("--help")) {
                return options.withPurpose(Purpose.HELP);
            }
            if (argument.equals("--routes")) {
                options = options.withPurpose(Purpose.ROUTES);
                continue;
            }
            if (argument.equals("--training-run")) {
                options = options.withPurpose(Purpose.TRAINING_RUN);
                continue;
            }
            options = switch (name) {
                case "--host" -> options.withHost(value(name, argument, equals, rest, "a name or address"));
                case "--port" -> options.withPort(value(name, argument, equals, rest, "0 to 65535"));
                case "--directory" -> options.withDirectory(value(name, argument, equals, rest, "a directory"));
                case "--public" -> options.withPublic(value(name, argument, equals, rest, "a directory"));
                case "--database" -> options.withDatabase(value(name, argument, equals, rest, "a JDBC URL"));
                case "--proxies" -> options.withProxies(value(name, argument, equals, rest, PROXIES));
                default -> throw new UsageException(argument, "unknown option", NAMES);
            };
        }
        if (options.purpose == Purpose.TRAINING_RUN && arguments.length > 1) {
            throw new UsageException("--training-run", "not alone", "no other option");
        }
        return options;
    }

    private static String value(String name, String argument, int equals, Iterator<String> rest, String expected)
            throws UsageException {
        if (equals < 0 && !rest.hasNext()) {
            throw new UsageException(name, "no value", expected);
        }
        String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
        if (value.isBlank() || equals < 0 && value.startsWith("--")) {
            throw new UsageException(name, value.isBlank() ? "empty" : "no value", expected);
        }
        return value;
    }

    private Options withPurpose(Purpose value) {
        return new Options(host, port, directory, publicDirectory, database, proxies, value);
    }

    private Options withHost(String value) throws UsageException {
        try {
            InetAddress.getByName(value);
        } catch (UnknownHostException e) {
            throw new UsageException("--host", value, "a name or address of this machine");
        }
        return new Options(value, port, directory, publicDirectory, database, proxies, purpose);
    }

    private Options withPort(String value) throws UsageException {
        // At most five ASCII digits: parseInt alone would take a sign, digits of other scripts and too much.
        int number = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : -1;
        if (number < 0 || number > 65535) {
            throw new UsageException("--port", value, "0 to 65535");
        }
        return new Options(host, number, directory, publicDirectory, database, proxies, purpose);
    }

    private Options withDirectory(String value) throws UsageException {
        try {
            Path path = Path.of(value);
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new UsageException("--directory", value, "a directory, and this is none");
            }
            return new Options(host, port, path, publicDirectory, database, proxies, purpose);
        } catch (InvalidPathException e) {
            throw new UsageException("--directory", value, "a directory");
        }
    }

    private Options withPublic(String value) throws UsageException {
        try {
            Path path = Path.of(value);
            if (!Files.isDirectory(path) || !Files.isReadable(path)) {
                throw new UsageException("--public", value, "a directory that can be read");
            }
            return new Options(host, port, directory, Optional.of(path), database, proxies, purpose);
        } catch (InvalidPathException e) {
            throw new UsageException("--public", value, "a directory");
        }
    }

    private Options withDatabase(String value) throws UsageException {
        try {
            DriverManager.getDriver(value);
        } catch (SQLException e) {
            throw new UsageException(
                    "--database", value, "a JDBC URL for a driver on the class path, like " + DEFAULTS.database);
        }
        return new Options(host, port, directory, publicDirectory, value, proxies, purpose);
    }

    private Options withProxies(String value) throws UsageException {
        try {
            PeerAddresses addresses = PeerAddresses.of(value.split(",", -1));
            return new Options(host, port, directory, publicDirectory, database, Optional.of(addresses), purpose);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--proxies", value, PROXIES);
        }
    }
}
