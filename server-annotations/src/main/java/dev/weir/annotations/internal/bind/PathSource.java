package dev.weir.annotations.internal.bind;

import dev.weir.http.HttpException;
import dev.weir.http.Request;
import java.util.List;
import java.util.Optional;

/**
 * A variable of the path pattern.
 *
 * @param name the variable
 */
public record PathSource(String name) implements ValueSource {

    @Override
    public String in() {
        return "path";
    }

    /** The segments that {@code {*name}} stands for, or the one value of any other variable. */
    @Override
    public List<String> all(Request request) {
        return request.pathParameters().segments(name);
    }

    /** The value, which for {@code {*name}} is its segments joined, unless that would lose where one ends. */
    @Override
    public Optional<String> single(Request request) throws InvalidArgumentException {
        try {
            return request.pathParameters().first(name);
        } catch (HttpException e) { // to be told together with what else is wrong
            throw new InvalidArgumentException(
                    ArgumentError.malformed(this, "a segment holds an encoded slash or backslash"));
        }
    }
}
