package dev.weir.files;

import java.util.Locale;
import java.util.Set;

/**
 * Which names of a request's path may be names of files: none that a file system could read in another way, and no hidden
 * ones.
 *
 * @param isWindows whether names are refused that Windows reads in its own way, {@code NUL}, {@code a::$DATA} or {@code
 *     PROGRA~1} say
 * @param showsAll whether hidden names are allowed too
 * @param shown hidden names that are allowed in any case
 */
record NameRule(boolean isWindows, boolean showsAll, Set<String> shown) {

    /** Longer than names of any usual file system. */
    private static final int LONGEST = 1024;

    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$");

    boolean allows(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.equals(".") || name.equals("..")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == 0x7F || c == '/' || c == '\\' || Character.isSurrogate(c) && isLone(name, i)) {
                return false;
            }
        }
        // Some file systems skip invisible characters: what begins with one may be a hidden name to them.
        boolean isInvisible = Character.getType(name.codePointAt(0)) == Character.FORMAT;
        boolean isHidden = name.charAt(0) == '.' && !showsAll && !shown.contains(name);
        return !isInvisible && !isHidden && !(isWindows && isSpecialToWindows(name));
    }

    private static boolean isLone(String name, int at) {
        return Character.isHighSurrogate(name.charAt(at))
                ? at + 1 == name.length() || !Character.isLowSurrogate(name.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(name.charAt(at - 1));
    }

    private static boolean isSpecialToWindows(String name) {
        char last = name.charAt(name.length() - 1);
        if (last == '.' || last == ' ') {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            if ("<>:\"|?*~".indexOf(name.charAt(i)) >= 0) {
                return true;
            }
        }
        int dot = name.indexOf('.');
        String base = (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
        return DEVICES.contains(base) || base.matches("(COM|LPT).");
    }
}
