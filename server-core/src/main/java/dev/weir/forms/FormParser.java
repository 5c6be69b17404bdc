package dev.weir.forms;

import dev.weir.http.HttpException;
import dev.weir.http.PercentEncoding;
import dev.weir.http.Status;
import java.util.ArrayList;
import java.util.List;

/** Takes the text of a form apart, strictly. */
final class FormParser {

    private final String text;
    private final int most;

    FormParser(String text, int most) {
        this.text = text;
        this.most = most;
    }

    // form = field *( "&" field )
    // field = [ name [ "=" value ] ], where nothing at all is no field
    List<Form.Field> fields() {
        List<Form.Field> fields = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int ampersand = text.indexOf('&', start);
            int end = ampersand < 0 ? text.length() : ampersand;
            if (end > start) {
                if (fields.size() == most) {
                    throw malformed("The form has more than " + most + " fields.");
                }
                fields.add(field(start, end, fields.size() + 1));
            }
            start = end + 1;
        }
        return List.copyOf(fields);
    }

    private Form.Field field(int start, int end, int number) {
        int equals = text.indexOf('=', start);
        int nameEnd = equals < 0 || equals > end ? end : equals;
        return new Form.Field(decoded(start, nameEnd, number), nameEnd == end ? "" : decoded(nameEnd + 1, end, number));
    }

    private String decoded(int start, int end, int number) {
        return PercentEncoding.decode(text.substring(start, end).replace('+', ' '))
                .orElseThrow(() -> malformed("The form is not percent-encoded UTF-8: see field " + number
                        + ", what begins at octet " + start + "."));
    }

    private static HttpException malformed(String detail) {
        return new HttpException(Status.BAD_REQUEST, detail);
    }
}
