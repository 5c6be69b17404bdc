package dev.weir.annotations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the order of this module's packages: each imports only what the table lets it. */
class LayersTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?([a-z_]+(?:\\.[a-z][A-Za-z_]*)*)\\.[A-Z]");

    private static final String INTERNAL = "dev.weir.annotations.internal.";

    /** What each package may import, besides the JDK; all but the last line's own are listed above it. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("dev.weir.annotations", Set.of("dev.weir.routing")),
            Map.entry("dev.weir.json", Set.of()),
            Map.entry(INTERNAL + "convert", Set.of()),
            Map.entry(INTERNAL + "reflect", Set.of()),
            Map.entry(INTERNAL + "faults", Set.of()),
            Map.entry(
                    INTERNAL + "bind",
                    Set.of(
                            "dev.weir.forms",
                            "dev.weir.http",
                            "dev.weir.json",
                            "dev.weir.multipart",
                            INTERNAL + "convert",
                            INTERNAL + "reflect")),
            Map.entry(
                    INTERNAL + "result",
                    Set.of("dev.weir.http", "dev.weir.json", "dev.weir.representation", "dev.weir.sse")),
            Map.entry(
                    INTERNAL + "jackson",
                    Set.of(
                            "dev.weir.http",
                            "dev.weir.json",
                            INTERNAL + "reflect",
                            "com.fasterxml.jackson.annotation",
                            "tools.jackson.core",
                            "tools.jackson.core.exc",
                            "tools.jackson.databind",
                            "tools.jackson.databind.cfg",
                            "tools.jackson.databind.deser",
                            "tools.jackson.databind.deser.std",
                            "tools.jackson.databind.exc",
                            "tools.jackson.databind.introspect",
                            "tools.jackson.databind.json",
                            "tools.jackson.databind.module",
                            "tools.jackson.databind.type")),
            Map.entry(
                    INTERNAL + "schema",
                    Set.of(
                            "com.fasterxml.jackson.annotation",
                            "dev.weir.json",
                            "tools.jackson.core",
                            "tools.jackson.databind",
                            "tools.jackson.databind.annotation",
                            "tools.jackson.databind.deser",
                            "tools.jackson.databind.deser.bean",
                            "tools.jackson.databind.introspect",
                            "tools.jackson.databind.json",
                            "tools.jackson.databind.jsonFormatVisitors",
                            "tools.jackson.databind.jsontype",
                            "tools.jackson.databind.ser",
                            "tools.jackson.databind.ser.bean",
                            "tools.jackson.databind.type",
                            INTERNAL + "jackson",
                            INTERNAL + "reflect")),
            Map.entry(INTERNAL + "description", Set.of("dev.weir.http", "dev.weir.routing")),
            Map.entry(INTERNAL + "scan", Set.of("dev.weir.annotations", "io.github.classgraph", INTERNAL + "reflect")),
            Map.entry(INTERNAL + "index", Set.of(INTERNAL + "faults", INTERNAL + "reflect")),
            Map.entry(
                    INTERNAL + "endpoint",
                    Set.of(
                            "dev.weir.annotations",
                            "dev.weir.http",
                            "dev.weir.json",
                            "dev.weir.multipart",
                            "dev.weir.representation",
                            "dev.weir.routing",
                            "dev.weir.sse",
                            INTERNAL + "bind",
                            INTERNAL + "convert",
                            INTERNAL + "description",
                            INTERNAL + "faults",
                            INTERNAL + "reflect",
                            INTERNAL + "result")),
            Map.entry(
                    INTERNAL + "validation",
                    Set.of(
                            "dev.weir.http",
                            "dev.weir.json",
                            "jakarta.validation",
                            "jakarta.validation.constraints",
                            "jakarta.validation.metadata",
                            "jakarta.validation.valueextraction",
                            INTERNAL + "bind",
                            INTERNAL + "endpoint",
                            INTERNAL + "faults",
                            INTERNAL + "reflect")),
            Map.entry(
                    INTERNAL + "openapi",
                    Set.of(
                            "dev.weir.http",
                            "dev.weir.routing",
                            INTERNAL + "bind",
                            INTERNAL + "description",
                            INTERNAL + "endpoint",
                            INTERNAL + "reflect",
                            INTERNAL + "schema")),
            Map.entry("dev.weir.openapi", Set.of("dev.weir.routing", INTERNAL + "jackson", INTERNAL + "openapi")),
            Map.entry(
                    "dev.weir.controllers",
                    Set.of(
                            "dev.weir.json",
                            "dev.weir.multipart",
                            "dev.weir.routing",
                            "jakarta.validation",
                            INTERNAL + "bind",
                            INTERNAL + "convert",
                            INTERNAL + "endpoint",
                            INTERNAL + "faults",
                            INTERNAL + "index",
                            INTERNAL + "jackson",
                            INTERNAL + "scan",
                            INTERNAL + "validation")),
            Map.entry(
                    "dev.weir.testing",
                    Set.of(
                            "dev.weir",
                            "dev.weir.config",
                            "dev.weir.http",
                            "dev.weir.json",
                            "dev.weir.observe",
                            "org.junit.jupiter.api.extension",
                            INTERNAL + "jackson")));

    @Test
    void everyPackageImportsOnlyLowerLayers() throws IOException {
        List<String> breaches = new ArrayList<>();
        imports().forEach((name, imported) -> {
            Set<String> allowed = ALLOWED.getOrDefault(name, Set.of());
            imported.stream()
                    .filter(each -> !each.startsWith("java.") && !allowed.contains(each))
                    .forEach(each -> breaches.add(name + " imports " + each));
        });
        assertEquals(List.of(), breaches);
    }

    @Test
    void everyPackageIsInTheTable() throws IOException {
        assertEquals(new TreeSet<>(ALLOWED.keySet()), imports().keySet());
    }

    @Test
    void everyPackageSaysWhatIsInIt() throws IOException {
        for (String name : imports().keySet()) {
            assertTrue(Files.exists(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java")), name);
        }
    }

    @Test
    void theTableHasNoCycles() {
        Set<String> below = new TreeSet<>();
        boolean grows = true;
        while (grows) {
            Set<String> next = new TreeSet<>(below);
            ALLOWED.forEach((name, allowed) -> {
                if (allowed.stream().allMatch(each -> !ALLOWED.containsKey(each) || below.contains(each))) {
                    next.add(name);
                }
            });
            grows = below.addAll(next);
        }
        assertEquals(new TreeSet<>(ALLOWED.keySet()), below);
    }

    private static Map<String, Set<String>> imports() throws IOException {
        Map<String, Set<String>> imports = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(LayersTest::isClass).toList()) {
                String name = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
                Set<String> imported = imports.computeIfAbsent(name, key -> new TreeSet<>());
                IMPORT.matcher(Files.readString(file)).results().forEach(found -> imported.add(found.group(1)));
            }
        }
        return imports;
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("module-info.java");
    }
}
