package dev.weir.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a path is from a pattern, and what is different, in words that quote the pattern alone.
 *
 * @param distance 0 if the pattern matches; what somebody may mistype counts little
 * @param isNear whether enough is alike that somebody may have meant the pattern
 * @param failed the first two differences
 */
record PathDifference(int distance, boolean isNear, String failed) {

    private static final int SLASH = 1;
    private static final int CASE = 2;
    private static final int EMPTY = 3;
    private static final int SHAPE = 5;
    private static final int OTHER = 10;

    /** Longer text is not compared letter by letter. */
    private static final int LONGEST = 40;

    boolean isNone() {
        return distance == 0;
    }

    static PathDifference of(PathPattern pattern, List<String> path) {
        return new Comparison(pattern.segments(), path).difference();
    }

    /** One comparison, segment by segment. */
    private static final class Comparison {

        private final List<Segment> pattern;
        private final List<String> path;
        private final List<String> failed = new ArrayList<>();
        private int distance;
        private int alike;

        Comparison(List<Segment> pattern, List<String> path) {
            this.pattern = pattern;
            this.path = path;
        }

        PathDifference difference() {
            boolean hasRest = !pattern.isEmpty() && pattern.get(pattern.size() - 1) instanceof Segment.Rest;
            int fixed = hasRest ? pattern.size() - 1 : pattern.size();
            int common = Math.min(fixed, path.size());
            for (int i = 0; i < common - 1; i++) {
                compare(i);
            }
            boolean isSlashAlone = !hasRest && comparesEnds(fixed);
            if (!isSlashAlone) {
                if (common > 0) {
                    compare(common - 1);
                }
                length(fixed, hasRest);
            }
            boolean isNear = distance == 0 || alike > 0 || isSlashAlone;
            String text = String.join(", ", failed.subList(0, Math.min(2, failed.size())));
            return new PathDifference(distance, isNear, text);
        }

        /** Looks for a slash too many or too few at the end. */
        private boolean comparesEnds(int fixed) {
            boolean isTooMany = path.size() == fixed + 1 && path.get(fixed).isEmpty();
            boolean isMissing = fixed == path.size() + 1
                    && pattern.get(fixed - 1) instanceof Segment.Literal last
                    && last.text().isEmpty();
            if (isTooMany || isMissing) {
                int last = Math.min(fixed, path.size()) - 1;
                if (last >= 0) {
                    compare(last);
                }
                fails(SLASH, isTooMany ? "the slash at the end is too many" : "the slash at the end is missing");
            }
            return isTooMany || isMissing;
        }

        private void length(int fixed, boolean hasRest) {
            int more = path.size() - fixed;
            if (more < 0) {
                fails(OTHER * -more, counted(-more) + " missing at the end");
            } else if (more > 0 && !hasRest) {
                fails(OTHER * more, counted(more) + " too many");
            }
        }

        private static String counted(int segments) {
            return segments == 1 ? "1 segment is" : segments + " segments are";
        }

        private void compare(int index) {
            Segment expected = pattern.get(index);
            String found = path.get(index);
            String name = "segment " + (index + 1);
            if (matches(expected, found)) {
                // That a variable takes something says little.
                alike += expected instanceof Segment.Variable || found.isEmpty() ? 0 : 1;
            } else if (found.isEmpty()) {
                fails(EMPTY, name + " is empty");
            } else if (expected instanceof Segment.Literal literal) {
                literal(name, literal.text(), found);
            } else if (expected instanceof Segment.Matching matching) {
                fails(SHAPE, name + " does not match " + matching.regex().pattern());
            } else {
                fails(SHAPE, name + " is not of the form " + expected.erased());
            }
        }

        private static boolean matches(Segment expected, String found) {
            if (expected instanceof Segment.Literal literal) {
                return literal.text().equals(found);
            }
            if (expected instanceof Segment.Matching matching) {
                return matching.matches(found);
            }
            if (expected instanceof Segment.Affixed affixed) {
                return affixed.matches(found);
            }
            return !found.isEmpty();
        }

        private void literal(String name, String expected, String found) {
            if (expected.equalsIgnoreCase(found)) {
                alike++;
                fails(CASE, name + " is \"" + expected + "\" but for upper and lower case");
                return;
            }
            int edits = edits(expected, found);
            boolean isTypo = edits <= Math.max(1, expected.length() / 3);
            alike += isTypo ? 1 : 0;
            fails(isTypo ? CASE + edits : OTHER, name + " is not \"" + expected + "\"");
        }

        private void fails(int cost, String what) {
            distance += cost;
            failed.add(what);
        }

        /** Levenshtein's distance; large for text that is long. */
        private static int edits(String a, String b) {
            if (a.length() > LONGEST || b.length() > LONGEST) {
                return LONGEST;
            }
            int[] row = new int[b.length() + 1];
            for (int j = 0; j < row.length; j++) {
                row[j] = j;
            }
            for (int i = 1; i <= a.length(); i++) {
                int diagonal = row[0];
                row[0] = i;
                for (int j = 1; j < row.length; j++) {
                    int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    diagonal = row[j];
                    row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
                }
            }
            return row[b.length()];
        }
    }
}
