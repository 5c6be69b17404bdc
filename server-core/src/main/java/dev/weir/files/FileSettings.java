package dev.weir.files;

import dev.weir.http.MediaType;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How files are served.
 *
 * @param index name of the file that stands for a directory
 * @param names which names may be asked for
 * @param cacheRules what Cache-Control says, the first rule that takes a path decides
 * @param mediaTypes those of extensions, in lower case, that differ from the usual
 * @param hasListing whether a directory without index is listed
 * @param memory octets of memory for files
 * @param checkInterval how long a file in memory is not looked at
 */
record FileSettings(
        Optional<String> index,
        NameRule names,
        List<CacheRule> cacheRules,
        Map<String, MediaType> mediaTypes,
        boolean hasListing,
        long memory,
        Duration checkInterval) {

    /**
     * What caches may do with some files.
     *
     * @param paths which files, by path from the root
     * @param value of Cache-Control; empty for no such field
     */
    record CacheRule(Predicate<String> paths, String value) {}

    private static final String DEFAULT_CACHE_CONTROL = "no-cache";
    private static final long DEFAULT_MEMORY = 16 << 20;

    static FileSettings defaults() {
        boolean isWindows = File.separatorChar == '\\';
        return new FileSettings(
                Optional.of("index.html"),
                new NameRule(isWindows, false, Set.of()),
                List.of(),
                Map.of(),
                false,
                DEFAULT_MEMORY,
                Duration.ofSeconds(1));
    }

    FileSettings withIndex(Optional<String> name) {
        return new FileSettings(name, names, cacheRules, mediaTypes, hasListing, memory, checkInterval);
    }

    FileSettings withNames(NameRule rule) {
        return new FileSettings(index, rule, cacheRules, mediaTypes, hasListing, memory, checkInterval);
    }

    FileSettings plusCacheRule(CacheRule rule) {
        List<CacheRule> more = new ArrayList<>(cacheRules);
        more.add(rule);
        return new FileSettings(index, names, List.copyOf(more), mediaTypes, hasListing, memory, checkInterval);
    }

    FileSettings withMediaType(String extension, MediaType type) {
        Map<String, MediaType> more = new HashMap<>(mediaTypes);
        more.put(extension.toLowerCase(Locale.ROOT), type);
        return new FileSettings(index, names, cacheRules, Map.copyOf(more), hasListing, memory, checkInterval);
    }

    FileSettings withListing() {
        return new FileSettings(index, names, cacheRules, mediaTypes, true, memory, checkInterval);
    }

    FileSettings withMemory(long octets) {
        return new FileSettings(index, names, cacheRules, mediaTypes, hasListing, octets, checkInterval);
    }

    FileSettings withCheckInterval(Duration interval) {
        return new FileSettings(index, names, cacheRules, mediaTypes, hasListing, memory, interval);
    }

    /** Media type of a file of that name. */
    MediaType mediaType(String name) {
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        MediaType own = dot < 0 ? null : mediaTypes.get(extension);
        return own == null ? MediaType.ofFileName(name) : own;
    }

    /** Cache-Control of a file at that path; empty for none. */
    String cacheControl(String path) {
        for (CacheRule rule : cacheRules) {
            if (rule.paths.test(path)) {
                return rule.value;
            }
        }
        return DEFAULT_CACHE_CONTROL;
    }
}
