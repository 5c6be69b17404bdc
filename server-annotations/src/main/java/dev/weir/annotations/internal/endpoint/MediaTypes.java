package dev.weir.annotations.internal.endpoint;

import dev.weir.http.MediaType;
import java.util.List;
import java.util.Map;

/**
 * What a route takes and what it makes.
 *
 * @param consumed media types or ranges of them; empty for all
 * @param produced media types; empty if they are not known
 * @param isProducedDeclared whether the produced ones are written down, not only told by the result's type
 */
record MediaTypes(List<MediaType> consumed, List<MediaType> produced, boolean isProducedDeclared) {

    /** Of a route with a fault that hides them. */
    static final MediaTypes UNKNOWN = new MediaTypes(List.of(), List.of(), false);

    /** Whether there may be a request that both would answer, for all that media types say. */
    boolean overlap(MediaTypes other) {
        if (this == UNKNOWN || other == UNKNOWN) {
            return saysNothing() && other.saysNothing();
        }
        boolean isProducedTold = isProducedDeclared || other.isProducedDeclared;
        return overlap(consumed, other.consumed) && (!isProducedTold || overlap(produced, other.produced));
    }

    private boolean saysNothing() {
        return consumed.isEmpty() && !isProducedDeclared;
    }

    private static boolean overlap(List<MediaType> some, List<MediaType> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return true;
        }
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> overlap(one, other)));
    }

    private static boolean overlap(MediaType one, MediaType other) {
        if (!overlap(one.type(), other.type()) || !overlap(one.subtype(), other.subtype())) {
            return false;
        }
        for (Map.Entry<String, String> parameter : one.parameters().entrySet()) {
            String value = other.parameters().get(parameter.getKey());
            if (value != null && !value.equalsIgnoreCase(parameter.getValue())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a media type is in a range as {@code @Consumes} may name it: one of RFC 9110, or of all subtypes with a suffix,
     * {@code application/*+json} say.
     */
    static boolean isIn(MediaType range, MediaType type) {
        if (!isSuffixOf(range.subtype(), type.subtype())) {
            return type.matches(range);
        }
        MediaType wanted = MediaType.of(range.type(), type.subtype());
        for (Map.Entry<String, String> parameter : range.parameters().entrySet()) {
            wanted = wanted.with(parameter.getKey(), parameter.getValue());
        }
        return type.matches(wanted);
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other)
                || one.equals("*")
                || other.equals("*")
                || isSuffixOf(one, other)
                || isSuffixOf(other, one);
    }

    /** Whether one is {@code *+json}, say, and the other ends so. */
    private static boolean isSuffixOf(String one, String other) {
        return one.startsWith("*+") && other.endsWith(one.substring(1));
    }
}
