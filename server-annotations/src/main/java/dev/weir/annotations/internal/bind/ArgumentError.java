package dev.weir.annotations.internal.bind;

import dev.weir.annotations.internal.convert.InvalidValueException;
import dev.weir.json.JsonReadException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with one parameter of a request.
 *
 * @param in {@code path}, {@code query}, {@code header}, {@code cookie}, {@code form} or {@code part}; {@code request} for
 *     several
 * @param name the name on the wire, or several with commas between them
 * @param code the kind of fault, for programs
 * @param detail what is wrong, for people
 * @param expected name of the type asked for, or empty
 * @param allowed the values allowed, or empty
 * @param place where within the value the fault is, or empty
 */
public record ArgumentError(
        String in,
        String name,
        String code,
        String detail,
        String expected,
        List<String> allowed,
        Map<String, Object> place) {

    private ArgumentError(String in, String name, String code, String detail, String expected, List<String> allowed) {
        this(in, name, code, detail, expected, allowed, Map.of());
    }

    static ArgumentError malformed(ValueSource source, String detail) {
        return new ArgumentError(source.in(), source.name(), "malformed", detail, "", List.of());
    }

    static ArgumentError notJson(ValueSource source) {
        return new ArgumentError(
                source.in(), source.name(), "not-json", "has to be of the media type application/json", "", List.of());
    }

    static ArgumentError invalid(ValueSource source, JsonReadException reason) {
        Map<String, Object> place = new LinkedHashMap<>();
        reason.pointer()
                .filter(pointer -> pointer.length() <= BindingProblem.LONGEST_POINTER)
                .ifPresent(pointer -> place.put("pointer", pointer));
        reason.line().ifPresent(line -> place.put("line", line));
        reason.column().ifPresent(column -> place.put("column", column));
        return new ArgumentError(
                source.in(),
                source.name(),
                reason.code(),
                reason.detail(),
                reason.expected().orElse(""),
                reason.allowed(),
                place);
    }

    static ArgumentError missing(ValueSource source) {
        return new ArgumentError(source.in(), source.name(), "missing", "required", "", List.of());
    }

    static ArgumentError repeated(ValueSource source) {
        return new ArgumentError(source.in(), source.name(), "repeated", "given more than once", "", List.of());
    }

    static ArgumentError tooMany(ValueSource source, int most) {
        return new ArgumentError(
                source.in(), source.name(), "too-many", "more than " + most + " values", "", List.of());
    }

    static ArgumentError invalid(ValueSource source, InvalidValueException reason) {
        return new ArgumentError(
                source.in(), source.name(), reason.code(), reason.detail(), reason.expected(), reason.allowed());
    }

    /** Values that are good each by itself, but not together. */
    static ArgumentError together(List<ValueSource> sources) {
        List<String> places = sources.stream().map(ValueSource::in).distinct().toList();
        String names = sources.stream().map(ValueSource::name).collect(Collectors.joining(", "));
        String in = places.size() == 1 ? places.get(0) : "request";
        return new ArgumentError(in, names, "malformed", "not valid together", "", List.of());
    }

    /** As a member of a problem document's {@code errors}. */
    Map<String, Object> toMember() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("in", in);
        members.put("name", name);
        members.put("code", code);
        members.put("detail", detail);
        if (!expected.isEmpty()) {
            members.put("expected", expected);
        }
        if (!allowed.isEmpty()) {
            members.put("allowed", allowed);
        }
        members.putAll(place);
        return members;
    }
}
