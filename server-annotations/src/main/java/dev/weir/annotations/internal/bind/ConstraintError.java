package dev.weir.annotations.internal.bind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A constraint that a request was read well but does not hold.
 *
 * @param in {@code path}, {@code query}, {@code header}, {@code cookie}, {@code form}, {@code part} or {@code body};
 *     {@code request} for several
 * @param name the name on the wire, or several with commas between them; empty for content
 * @param pointer where in what was read from JSON, as a URI fragment (RFC 6901 section 6); empty elsewhere. For one of
 *     several parts it begins with which one it is
 * @param index which of several values of that name
 * @param code the kind of constraint, for programs
 * @param detail what has to hold, for people
 */
public record ConstraintError(String in, String name, String pointer, OptionalInt index, String code, String detail) {

    /** A text, or one of several under a name. */
    public static ConstraintError of(ValueSource source, OptionalInt index, String code, String detail) {
        return new ConstraintError(source.in(), source.name(), "", index, code, detail);
    }

    /** A place in what was read from JSON under a name. */
    public static ConstraintError ofJson(ValueSource source, String pointer, String code, String detail) {
        return new ConstraintError(source.in(), source.name(), pointer, OptionalInt.empty(), code, detail);
    }

    /** A place in the content. */
    public static ConstraintError ofContent(String pointer, String code, String detail) {
        return new ConstraintError("body", "", pointer, OptionalInt.empty(), code, detail);
    }

    /** Values that are good each by itself, but not together. */
    public static ConstraintError together(List<ValueSource> sources, String code, String detail) {
        ArgumentError all = ArgumentError.together(sources);
        return new ConstraintError(all.in(), all.name(), "", OptionalInt.empty(), code, detail);
    }

    /** Whether it is the content that is wrong. */
    boolean isOfContent() {
        return in.equals("body");
    }

    /** As a member of a problem document's {@code errors}. */
    Map<String, Object> toMember() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("in", in);
        if (!name.isEmpty()) {
            members.put("name", name);
        }
        if (!pointer.isEmpty() && pointer.length() <= BindingProblem.LONGEST_POINTER) {
            members.put("pointer", pointer);
        }
        index.ifPresent(there -> members.put("index", there));
        members.put("code", code);
        members.put("detail", detail);
        return members;
    }
}
