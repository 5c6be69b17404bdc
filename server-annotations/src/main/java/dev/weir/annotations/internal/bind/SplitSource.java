package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where one text may hold several values.
 *
 * @param whole the place
 * @param separator what stands between two values; not empty
 */
public record SplitSource(ValueSource whole, String separator) implements ValueSource {

    /** More values than that are refused: a form has room for a million. */
    private static final int MOST = 1000;

    @Override
    public String in() {
        return whole.in();
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public boolean isForm() {
        return whole.isForm();
    }

    @Override
    public List<String> all(Request request) throws InvalidArgumentException {
        List<String> values = new ArrayList<>();
        for (String text : whole.all(request)) {
            if (!split(text, separator, values)) {
                throw new InvalidArgumentException(ArgumentError.tooMany(this, MOST));
            }
        }
        return values;
    }

    /** The values in a text, without blanks around them and without empty ones. */
    public static List<String> split(String text, String separator) {
        List<String> values = new ArrayList<>();
        split(text, separator, values);
        return values;
    }

    /** Adds the values in a text; false if they become too many. */
    private static boolean split(String text, String separator, List<String> values) {
        int start = 0;
        while (start <= text.length()) {
            int found = text.indexOf(separator, start);
            int end = found < 0 ? text.length() : found;
            String value = text.substring(start, end).strip();
            if (!value.isEmpty()) {
                if (values.size() == MOST) {
                    return false;
                }
                values.add(value);
            }
            start = end + separator.length();
        }
        return true;
    }
}
