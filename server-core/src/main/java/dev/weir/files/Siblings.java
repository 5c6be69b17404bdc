package dev.weir.files;

import java.util.ArrayList;
import java.util.List;

/** Where the coded forms of a file are, and whether they may stand for it. */
final class Siblings {

    private Siblings() {}

    /** Names of the file that holds another in that coding. */
    static List<String> names(List<String> names, Coding coding) {
        List<String> sibling = new ArrayList<>(names);
        int last = sibling.size() - 1;
        sibling.set(last, sibling.get(last) + coding.suffix());
        return List.copyOf(sibling);
    }

    /** Whether it is shorter, and not from before the file's last change: one that was forgotten there. */
    static boolean standsFor(Version coded, Version file) {
        boolean isOlder = coded.validators()
                .lastModified()
                .flatMap(time -> file.validators().lastModified().map(time::isBefore))
                .orElse(false);
        return coded.size() < file.size() && !isOlder;
    }
}
