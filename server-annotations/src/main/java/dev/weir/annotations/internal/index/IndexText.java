package dev.weir.annotations.internal.index;

import java.util.ArrayList;
import java.util.List;

/**
 * One index as text. Several may stand behind each other in one file, as in a jar that was made of others.
 *
 * <pre>
 * packages com.acme.web com.acme.api
 * classes 42 8c1f03aa
 * controller com.acme.web.TodoController
 * </pre>
 *
 * @param packages the packages that were scanned, each with those below
 * @param classes what the class files there were
 * @param controllers names of classes
 */
public record IndexText(List<String> packages, String classes, List<String> controllers) {

    /** Where it stands in a directory or jar of classes. */
    public static final String PATH = "META-INF/weir/controllers";

    private static final String TITLE = "# Controllers, for dev.weir.controllers.Controllers.indexed()";

    /** Copies the lists. */
    public IndexText {
        packages = List.copyOf(packages);
        controllers = List.copyOf(controllers);
    }

    /** The text. */
    public String text() {
        StringBuilder text = new StringBuilder(TITLE)
                .append("\npackages ")
                .append(String.join(" ", packages))
                .append("\nclasses ")
                .append(classes)
                .append('\n');
        controllers.forEach(name -> text.append("controller ").append(name).append('\n'));
        return text.toString();
    }

    /**
     * Reads all that are in a file.
     *
     * @throws IllegalArgumentException if it is malformed; the text is the line
     */
    static List<IndexText> parse(String text) {
        List<IndexText> found = new ArrayList<>();
        List<String> packages = List.of();
        String classes = "";
        List<String> controllers = new ArrayList<>();
        for (String line : text.split("\n")) {
            int space = line.indexOf(' ');
            String key = space < 0 ? line : line.substring(0, space);
            String value = line.substring(space + 1);
            switch (key) {
                case "packages" -> {
                    add(found, packages, classes, controllers);
                    packages = List.of(value.split(" "));
                    classes = "";
                    controllers = new ArrayList<>();
                }
                case "classes" -> classes = value;
                case "controller" -> controllers.add(value);
                default -> {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        throw new IllegalArgumentException(line);
                    }
                }
            }
        }
        add(found, packages, classes, controllers);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return found;
    }

    private static void add(List<IndexText> to, List<String> packages, String classes, List<String> controllers) {
        if (!packages.isEmpty()) {
            to.add(new IndexText(packages, classes, controllers));
        } else if (!controllers.isEmpty()) {
            throw new IllegalArgumentException("controller " + controllers.get(0));
        }
    }
}
