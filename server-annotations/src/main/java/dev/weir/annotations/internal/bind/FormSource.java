package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.List;

/**
 * A field of a submitted form, which has to have been read before.
 *
 * @param name its name
 */
public record FormSource(String name) implements ValueSource {

    @Override
    public String in() {
        return "form";
    }

    @Override
    public List<String> all(Request request) {
        return FormContent.form(request).all(name);
    }

    @Override
    public boolean isForm() {
        return true;
    }
}
