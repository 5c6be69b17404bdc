package dev.weir.files;

import dev.weir.http.ContentOutput;
import dev.weir.http.ResponseContent;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Files below a place on the class path, in a jar or not. They are taken to never change; their entity tags are made of
 * their octets, because times in jars are often the same for all files and all builds.
 */
final class ClassPathTree implements Tree {

    private final String root;
    private final Function<String, URL> lookup;

    /** Of every file that was found, by its path below the root: no more than there are files. */
    private final Map<String, Version> versions = new ConcurrentHashMap<>();

    private ClassPathTree(String root, Function<String, URL> lookup) {
        this.root = root;
        this.lookup = lookup;
    }

    /**
     * Files below that place.
     *
     * @param lookup gives null for what is not there
     */
    static ClassPathTree of(String place, Function<String, URL> lookup) {
        String root = place.replaceAll("^/+|/+$", "");
        if (root.isEmpty()) {
            throw new IllegalArgumentException(
                    "place: \"" + place + "\" (expected: not the root, where classes and settings are)");
        }
        return new ClassPathTree(root, lookup);
    }

    private Optional<URL> url(List<String> names) {
        return Optional.ofNullable(lookup.apply(name(names)));
    }

    private String name(List<String> names) {
        return names.isEmpty() ? root : root + '/' + String.join("/", names);
    }

    @Override
    public Optional<Node> look(List<String> names) throws IOException {
        String path = String.join("/", names);
        Version known = versions.get(path);
        if (known != null) {
            return Optional.of(Node.file(known));
        }
        Optional<URL> url = url(names);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (url.get().getProtocol().equals("file")) {
            Path file = path(url.get());
            if (isBehindLink(file, names.size())) {
                return Optional.empty();
            }
            if (!Files.isRegularFile(file)) {
                return Optional.of(Node.DIRECTORY);
            }
        } else if (isDirectory(names, url.get())) {
            return Optional.of(Node.DIRECTORY);
        }
        Version version = read(url.get());
        versions.put(path, version);
        return Optional.of(Node.file(version));
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("resource at " + url, e);
        }
    }

    /** Whether one of so many last names is a symbolic link's. */
    private static boolean isBehindLink(Path file, int names) {
        Path step = file;
        for (int i = 0; i < names; i++) {
            if (Files.isSymbolicLink(step)) {
                return true;
            }
            step = step.getParent();
        }
        return false;
    }

    /** A stream of a directory would be a list of its files, which is nobody's business. */
    private boolean isDirectory(List<String> names, URL url) throws IOException {
        URLConnection connection = url.openConnection();
        return connection instanceof JarURLConnection jar && jar.getJarEntry().isDirectory()
                || lookup.apply(name(names) + '/') != null;
    }

    private static Version read(URL url) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(url.openStream(), digest)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            EntityTag tag = EntityTag.ofDigest(digest.digest());
            return new Version(size, tag, Validators.of(tag), true);
        }
    }

    @Override
    public boolean isStill(List<String> names, Optional<Version> version) {
        return true;
    }

    @Override
    public Optional<Opened> open(List<String> names, Version known) {
        return url(names).map(url -> new Opened(new Resource(url, 0, known.size()), known));
    }

    @Override
    public Optional<byte[]> read(List<String> names, Version version) throws IOException {
        Optional<URL> url = url(names);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = url.get().openStream()) {
            byte[] octets = in.readAllBytes();
            return octets.length == version.size() ? Optional.of(octets) : Optional.empty();
        }
    }

    /** A part of a resource, read when it is written. */
    private record Resource(URL url, long position, long count) implements ResponseContent {

        @Override
        public OptionalLong length() {
            return OptionalLong.of(count);
        }

        @Override
        public void writeTo(ContentOutput output) throws IOException {
            byte[] buffer = new byte[(int) Math.min(count, 16 << 10)];
            try (InputStream in = url.openStream()) {
                in.skipNBytes(position);
                for (long left = count; left > 0; ) {
                    int length = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                    if (length == 0) {
                        throw new IOException("resource ended " + left + " octets early");
                    }
                    output.write(buffer, 0, length);
                    left -= length;
                }
            }
        }

        @Override
        public Optional<ResponseContent> region(long from, long length) {
            Objects.checkFromIndexSize(from, length, count);
            return Optional.of(new Resource(url, position + from, length));
        }
    }
}
