package dev.weir.files;

import dev.weir.http.ResponseContent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where files come from. Names lead from the root to a file, each one allowed by a {@link NameRule}; called by many threads
 * at once.
 */
interface Tree {

    /** What stands at a place. */
    enum Kind {
        FILE,
        DIRECTORY
    }

    /**
     * What stands at a place.
     *
     * @param kind a file or a directory
     * @param version of the file; empty for a directory
     */
    record Node(Kind kind, Optional<Version> version) {

        static final Node DIRECTORY = new Node(Kind.DIRECTORY, Optional.empty());

        static Node file(Version version) {
            return new Node(Kind.FILE, Optional.of(version));
        }
    }

    /**
     * A file opened for one response.
     *
     * @param content all of it, to be closed
     * @param version of that content
     */
    record Opened(ResponseContent content, Version version) {}

    /** What is there; empty for nothing, and for what must not be reached. */
    Optional<Node> look(List<String> names) throws IOException;

    /** Whether what was found there is still there, told as cheaply as can be; with no version, whether no file is. */
    boolean isStill(List<String> names, Optional<Version> version) throws IOException;

    /** Opens a file, which may have another version by now than {@code known}; empty if there is none any more. */
    Optional<Opened> open(List<String> names, Version known) throws IOException;

    /**
     * All octets of a file of that version, which was found a moment ago; empty if there is another version by now, or
     * none.
     */
    Optional<byte[]> read(List<String> names, Version version) throws IOException;
}
