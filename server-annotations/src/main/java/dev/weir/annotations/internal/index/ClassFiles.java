package dev.weir.annotations.internal.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * Sums up the class files of some packages by their names and sizes, which a directory and a jar of it have in common and
 * tell without reading a file. A class that becomes a controller, or is one no more, changes its size. Plain loops, for
 * every lambda costs time at a start.
 */
public final class ClassFiles {

    private static final String SUFFIX = ".class";

    /** Sizes by name, as in a jar. */
    private final Map<String, Long> sizes = new TreeMap<>();

    private ClassFiles() {}

    /** A sum of those in a directory: their number, and a checksum. */
    public static String sum(Path directory, List<String> packages) throws IOException {
        ClassFiles files = new ClassFiles();
        for (String name : packages) {
            Path folder = directory.resolve(name.replace('.', '/'));
            if (Files.isDirectory(folder)) {
                files.addAll(directory, folder);
            }
        }
        return files.sum();
    }

    private void addAll(Path directory, Path folder) throws IOException {
        // A visitor is handed the sizes; a stream of paths would ask for each again.
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(SUFFIX)) {
                    sizes.put(directory.relativize(file).toString().replace('\\', '/'), attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A sum of those in a jar, the same as if it was a directory. */
    static String sum(JarFile jar, List<String> packages) {
        ClassFiles files = new ClassFiles();
        List<String> folders = new ArrayList<>();
        for (String name : packages) {
            folders.add(name.replace('.', '/') + "/");
        }
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (name.endsWith(SUFFIX) && isInOne(folders, name)) {
                files.sizes.put(name, entry.getSize());
            }
        }
        return files.sum();
    }

    private static boolean isInOne(List<String> folders, String name) {
        for (String folder : folders) {
            if (name.startsWith(folder)) {
                return true;
            }
        }
        return false;
    }

    private String sum() {
        CRC32 checksum = new CRC32();
        for (Map.Entry<String, Long> each : sizes.entrySet()) {
            checksum.update((each.getKey() + " " + each.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return sizes.size() + " " + Long.toHexString(checksum.getValue());
    }
}
