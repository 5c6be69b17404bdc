package dev.weir.sample;

import dev.weir.authentication.Authentication;
import dev.weir.routing.Filter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Lets only one user at the files. Name and password are in a file, for options can be seen by all users of a machine.
 */
final class FileAccess {

    private FileAccess() {}

    /**
     * A filter for that user.
     *
     * @param file has the user's name, a colon and the password as its first line
     */
    static Filter of(Path file) throws IOException {
        String line;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            line = reader.readLine();
        }
        int colon = line == null ? -1 : line.indexOf(':');
        if (colon < 1 || colon == line.length() - 1) {
            throw new IOException("password file " + file + ": its first line is not NAME:PASSWORD");
        }
        String name = line.substring(0, colon);
        String password = line.substring(colon + 1);
        return Authentication.basic(
                        "files",
                        credentials -> credentials.matches(name, password) ? Optional.of(name) : Optional.empty())
                .under("/files");
    }
}
