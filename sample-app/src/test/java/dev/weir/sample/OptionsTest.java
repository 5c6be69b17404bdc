package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.sample.Options.Purpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void hasDefaults() throws UsageException {
        assertEquals(Options.DEFAULTS, Options.parse());
    }

    @Test
    void readsValuesBehindASpace() throws UsageException {
        Options options =
                Options.parse("--port", "0", "--host", "127.0.0.1", "--directory", "d", "--database", "jdbc:h2:mem:x");
        assertEquals(
                new Options(
                        "127.0.0.1",
                        0,
                        Path.of("d"),
                        Optional.empty(),
                        "jdbc:h2:mem:x",
                        Optional.empty(),
                        Purpose.SERVE),
                options);
    }

    @Test
    void readsValuesBehindAnEqualsSign() throws UsageException {
        Options options = Options.parse("--port=65535", "--database=jdbc:h2:mem:x;A=B");
        assertEquals(65535, options.port());
        assertEquals("jdbc:h2:mem:x;A=B", options.database());
    }

    @Test
    void readsAPublicDirectory() throws UsageException {
        assertEquals(Optional.empty(), Options.DEFAULTS.publicDirectory());
        assertEquals(
                Optional.of(Path.of("src")), Options.parse("--public", "src").publicDirectory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "no-such-directory"})
    void wantsAPublicDirectoryThatIsThere(String path) {
        UsageException e = assertThrows(UsageException.class, () -> Options.parse("--public=" + path));
        assertTrue(e.getMessage().contains("a directory that can be read"), e.getMessage());
    }

    @Test
    void readsProxies() throws UsageException {
        assertEquals(Optional.empty(), Options.DEFAULTS.proxies());
        assertTrue(Options.parse("--proxies", "10.0.0.0/8,::1").proxies().isPresent());
    }

    @Test
    void takesTheLastOfAnOptionThatIsGivenTwice() throws UsageException {
        assertEquals(2, Options.parse("--port", "1", "--port", "2").port());
    }

    @Test
    void readsThatRoutesAreToBeListed() throws UsageException {
        assertEquals(Purpose.ROUTES, Options.parse("--routes").purpose());
    }

    @Test
    void readsHelp() throws UsageException {
        assertEquals(Purpose.HELP, Options.parse("--port", "1", "--help").purpose());
        assertEquals(Purpose.HELP, Options.parse("--training-run", "--help").purpose());
        assertEquals(Purpose.SERVE, Options.parse("--port", "1").purpose());
    }

    @Test
    void readsATrainingRun() throws UsageException {
        assertEquals(Purpose.TRAINING_RUN, Options.parse("--training-run").purpose());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--host",
                "--port",
                "--directory",
                "--public",
                "--database",
                "--proxies",
                "--training-run",
                "--help",
                "8080",
                "localhost"
            })
    void helpTellsOfEveryOptionAndItsDefault(String text) {
        assertTrue(Options.HELP.contains(text));
        assertTrue(Options.HELP.contains(Options.DEFAULTS.database()));
        assertTrue(Options.HELP.contains(Options.DEFAULTS.directory().toString().replace('\\', '/')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port -1          | --port: -1 (expected: 0 to 65535)",
                "--port 65536       | --port: 65536 (expected: 0 to 65535)",
                "--port 99999999999 | --port: 99999999999 (expected: 0 to 65535)",
                "--port +80         | --port: +80 (expected: 0 to 65535)",
                "--port http        | --port: http (expected: 0 to 65535)",
                "--port=            | --port: empty (expected: 0 to 65535)",
                "--port             | --port: no value (expected: 0 to 65535)",
                "--port --host      | --port: no value (expected: 0 to 65535)",
                "--host             | --host: no value (expected: a name or address)",
                "--host no.invalid  | --host: no.invalid (expected: a name or address of this machine)",
                "--database x.db    | --database: x.db (expected: a JDBC URL for a driver on the class path,"
                        + " like jdbc:h2:./weir-sample/todos)",
                "--proxies 10.0.0.0/99 | --proxies: 10.0.0.0/99 (expected: CIDR blocks, with commas between them,"
                        + " like 10.0.0.0/8,::1)",
                "--training-run --port 0 | --training-run: not alone (expected: no other option)",
                "--database jdbc:h2:mem:x --training-run | --training-run: not alone (expected: no other option)",
                "--training-run=yes | --training-run=yes: unknown option (expected: --host, --port, --directory, --public,"
                        + " --database, --proxies, --training-run, --routes or --help)",
                "--prot 80          | --prot: unknown option (expected: --host, --port, --directory, --public, --database,"
                        + " --proxies, --training-run, --routes or --help)",
                "-p 80              | -p: unknown option (expected: --host, --port, --directory, --public, --database,"
                        + " --proxies, --training-run, --routes or --help)",
                "8080               | 8080: unknown option (expected: --host, --port, --directory, --public, --database,"
                        + " --proxies, --training-run, --routes or --help)",
            })
    void saysWhatIsExpectedInsteadOfAWrongOption(String arguments, String message) {
        UsageException e = assertThrows(UsageException.class, () -> Options.parse(arguments.split(" ")));
        assertEquals(message, e.getMessage());
    }

    @Test
    void keepsTheMessageOnOneLine() {
        UsageException e = assertThrows(UsageException.class, () -> Options.parse("--a\nb"));
        assertFalse(e.getMessage().contains("\n"));
    }

    @Test
    void refusesADirectoryThatIsAFile(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        UsageException e = assertThrows(UsageException.class, () -> Options.parse("--directory", file.toString()));
        assertTrue(e.getMessage().endsWith("(expected: a directory, and this is none)"), e.getMessage());
    }
}
