package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.config.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds what the README shows against the project. */
final class ReadmeTest {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void theFirstExampleHasTwelveLines() throws IOException {
        assertEquals(12, blocks("java").get(0).strip().lines().count());
    }

    @Test
    void theDependencyIsTheVersionThatIsBuilt() throws IOException {
        String version = firstMatch("<version>([^<]+)</version>", Files.readString(ROOT.resolve("pom.xml")));
        assertEquals(
                version, firstMatch("<version>([^<]+)</version>", blocks("xml").get(0)));
    }

    @Test
    void theTestCommandIsWhatContinuousIntegrationRuns() throws IOException {
        assertEquals("mvn verify", blocks("sh").get(1).strip());
        assertTrue(Files.readString(ROOT.resolve(".ci/run")).contains("mvn -B -ntp clean verify"));
    }

    @Test
    void everyPackageOfTheMapExists() throws IOException {
        Matcher rows = Pattern.compile("(?m)^\\| `(dev\\.weir[a-z0-9.]*)`").matcher(readme());
        int count = 0;
        while (rows.find()) {
            Path source = ROOT.resolve("server-core/src/main/java")
                    .resolve(rows.group(1).replace('.', '/'))
                    .resolve("package-info.java");
            assertTrue(Files.exists(source), rows.group(1));
            count++;
        }
        assertTrue(count > 5, "rows in the map of packages");
    }

    @Test
    void theLimitsAreTheDefaults() throws IOException {
        Limits limits = Limits.defaults();
        Timeouts timeouts = Timeouts.defaults();
        for (String row : List.of(
                "| request line | " + limits.requestLine() + " octets |",
                "| field section | " + limits.fieldSection() + " octets, " + limits.fieldLines() + " lines |",
                "| content | " + limits.content() + " octets, or what a route allows |",
                "| whole head | " + timeouts.head().toSeconds() + " s |",
                "| pace of content and response | " + timeouts.minimumRate() + " octets/s after "
                        + timeouts.minimumRateGrace().toSeconds() + " s, no pause over "
                        + timeouts.idle().toSeconds() + " s |",
                "| idle connection | " + timeouts.keepAlive().toSeconds() + " s |",
                "| PROXY header, where expected | " + timeouts.handshake().toSeconds() + " s, 4096 octets |",
                "| connections | " + limits.connections() + " |",
                "| requests in progress | " + limits.requestsInProgress() + ", and " + limits.requestsWaiting()
                        + " waiting for " + limits.longestWait().toSeconds() + " s |")) {
            assertTrue(readme().contains(row), row);
        }
    }

    /** What stands between the fences for that language, in the README's order. */
    static List<String> blocks(String language) throws IOException {
        Matcher fences =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```").matcher(readme());
        List<String> blocks = new ArrayList<>();
        while (fences.find()) {
            blocks.add(fences.group(1));
        }
        return blocks;
    }

    static String firstMatch(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertTrue(matcher.find(), regex);
        return matcher.group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
