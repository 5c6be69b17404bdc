package dev.weir.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes request targets that try to leave a directory: known tricks, and what comes of putting their pieces together. */
final class PathTricks {

    /** Ways to write the name of the parent directory, or what some reader once took for it. */
    private static final String[] UP = {
        "..",
        "%2e%2e",
        "%2E%2E",
        ".%2e",
        "%2e.",
        "%252e%252e",
        "%25252e%25252e",
        "%c0%ae%c0%ae",
        "%c0%2e%c0%2e",
        "%e0%80%ae%e0%80%ae",
        "%f0%80%80%ae%f0%80%80%ae",
        "%uff0e%uff0e",
        "%u002e%u002e",
        "%ef%bc%8e%ef%bc%8e",
        "%ef%b9%92%ef%b9%92",
        "%e3%80%82%e3%80%82",
        ".%cc%87.",
        "+AC4-+AC4-",
        "%ef%bb%bf..",
        "%e2%80%a4%e2%80%a4",
        "...",
        "....",
        "..%00",
        "..%20",
        "..;",
        "..;x=1",
        "..%09",
        "..%0d%0a",
        "%2e%2e%00",
        ".%00.",
        "%c2%2e%c2%2e",
        "..%c0%80",
        "%e2%80%a5",
        "..%ef%bf%bd",
        ".%e2%80%8b.",
        "%fe%fe",
        ".",
        "%2e",
        "~",
        "~root",
        "%7e",
        ".%2e%2f",
        "..::$DATA",
        "..%3a%3a$INDEX_ALLOCATION",
        "a%2f..",
        "a/..",
        "nowhere/..",
        "..%5c",
        "%2e%2e%5c"
    };

    /** Ways to write what stands between names, or what some reader once took for it. */
    private static final String[] SEPARATORS = {
        "/",
        "//",
        "/./",
        "%2f",
        "%2F",
        "%252f",
        "%25252f",
        "\\",
        "%5c",
        "%5C",
        "%255c",
        "%c0%af",
        "%c1%9c",
        "%e0%80%af",
        "%f0%80%80%af",
        "%u2215",
        "%u2216",
        "%uff0f",
        "%ef%bc%8f",
        "%ef%bc%bc",
        "%e2%88%95",
        "%e2%81%84",
        "%e2%88%96",
        "%e2%a7%b8",
        "%e2%a7%b5",
        "%ef%b9%a8",
        "+AC8-",
        "/%2f",
        "%2f/",
        "/;/",
        ";/",
        "/%00/",
        ":",
        "%3a",
        "%c0%5c",
        "/%20/",
        "%0a",
        "%bg%qf",
        "%c2%af",
        "/\\/",
        "\\/"
    };

    /** What begins the whole path somewhere else. */
    private static final String[] STARTS = {
        "", "/", "//", "C:", "C:/", "C%3a/", "c|/", "file:", "file:///", "file%3a%2f%2f", "\\\\localhost\\c$\\",
                "%5c%5clocalhost%5cc$",
        "//./", "//?/C:/", "%2f", "%2f%2f", "%00/", ".%00/", "jar:file:/", "link/", "links/", "dir/", "dir/link/",
                "dir%2flinks/",
        ".hidden/", "a.txt/", "a.txt%00/", "/proc/self/root/", "proc/self/cwd/", "dev/fd/", "%25", "%", "%2", "%zz",
                "~/", "etc/",
        "%ff%fe", "%c3%28", "%ed%a0%80"
    };

    /** What lies outside, or is refused inside. */
    private static final String[] TARGETS = {
        "secret.txt",
        "outside/secret.txt",
        "etc/passwd",
        "secret.txt%00.html",
        "secret.txt%20",
        "secret.txt.",
        "secret.txt::$DATA",
        "secret%2etxt",
        "SECRET.TXT",
        "secret.txt%23",
        "secret.txt%3f",
        "secret.txt/",
        "secret.txt%2f",
        "secret.txt;.js",
        ".hidden/secret.txt",
        "links/secret.txt",
        "dir/links/secret.txt",
        "link.txt",
        "dir/link.txt",
        "%e2%80%aesecret.txt",
        "secret.txt%e2%80%8b",
        "s%c3%a9cret.txt",
        "se%cc%81cret.txt",
        "%c5%bfecret.txt",
        "%ef%bd%93ecret.txt",
        "META-INF/MANIFEST.MF",
        "dev/weir/HttpServer.class",
        "secret.txt.gz",
        "proc/self/environ",
        "",
        "boot.ini",
        "NUL",
        "CON",
        "SECRET~1.TXT"
    };

    private PathTricks() {}

    /** So many different targets, each below that prefix, the same each time. */
    static List<String> below(String prefix, int count) {
        Set<String> tricks = new LinkedHashSet<>();
        for (String start : STARTS) {
            for (String target : TARGETS) {
                tricks.add(prefix + start + target);
            }
        }
        for (String up : UP) {
            for (String separator : SEPARATORS) {
                tricks.add(prefix + up + separator + "secret.txt");
                tricks.add(prefix + "dir/" + up + separator + up + separator + "outside" + separator + "secret.txt");
            }
        }
        Random random = new Random(4);
        while (tricks.size() < count) {
            StringBuilder trick = new StringBuilder(prefix).append(any(STARTS, random));
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                trick.append(any(UP, random)).append(any(SEPARATORS, random));
            }
            tricks.add(trick.append(any(TARGETS, random)).toString());
        }
        return new ArrayList<>(tricks).subList(0, count);
    }

    private static String any(String[] pieces, Random random) {
        return pieces[random.nextInt(pieces.length)];
    }
}
