package dev.weir.files;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a file and its coded siblings in a tree, reads the small ones, and prepares the fields of their responses. */
final class FileFinder {

    /** The longest file of which the octets are kept in memory. */
    static final long LONGEST_KEPT = 128 << 10;

    /** How often a small file is read anew that changes at that very moment. */
    private static final int TRIES = 3;

    private final Tree tree;
    private final FileSettings settings;

    FileFinder(Tree tree, FileSettings settings) {
        this.tree = tree;
        this.settings = settings;
    }

    /** The file there; empty if there is none. */
    Optional<ServedFile> find(List<String> names) throws IOException {
        long now = System.nanoTime(); // before the look, so that what is found is no newer than it says
        Optional<Version> version = version(names);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Map<Coding, Optional<Version>> seen = new EnumMap<>(Coding.class);
        List<Coding> served = new ArrayList<>();
        for (Coding coding : Coding.values()) {
            Optional<Version> sibling = version(Siblings.names(names, coding));
            seen.put(coding, sibling);
            if (sibling.isPresent() && Siblings.standsFor(sibling.get(), version.get())) {
                served.add(coding);
            }
        }
        Headers headers = headers(names, !served.isEmpty());
        List<Variant> coded = new ArrayList<>();
        for (Coding coding : served) {
            Headers codedHeaders = headers.with(FieldNames.CONTENT_ENCODING, coding.token());
            List<String> sibling = Siblings.names(names, coding);
            coded.add(variant(sibling, Optional.of(coding), seen.get(coding).orElseThrow(), codedHeaders));
        }
        Variant plain = variant(names, Optional.empty(), version.get(), headers);
        return Optional.of(new ServedFile(plain, coded, seen, now));
    }

    private Optional<Version> version(List<String> names) throws IOException {
        return tree.look(names).flatMap(Tree.Node::version);
    }

    private Headers headers(List<String> names, boolean isCoded) {
        String name = names.get(names.size() - 1);
        Headers headers =
                Headers.of(FieldNames.CONTENT_TYPE, settings.mediaType(name).toString());
        String cacheControl = settings.cacheControl(String.join("/", names));
        if (!cacheControl.isEmpty()) {
            headers = headers.plus(FieldNames.CACHE_CONTROL, cacheControl);
        }
        return isCoded ? headers.plus(FieldNames.VARY, FieldNames.ACCEPT_ENCODING) : headers;
    }

    /** With the octets if the file is small and holds still. */
    private Variant variant(List<String> names, Optional<Coding> coding, Version found, Headers headers)
            throws IOException {
        Version version = found;
        for (int i = 0; i < TRIES && settings.memory() > 0 && version.size() <= LONGEST_KEPT; i++) {
            Optional<byte[]> octets = tree.read(names, version);
            if (octets.isPresent()) {
                return new Variant(names, coding, version, octets, headers);
            }
            version = version(names).orElse(version);
        }
        return new Variant(names, coding, version, Optional.empty(), headers);
    }
}
