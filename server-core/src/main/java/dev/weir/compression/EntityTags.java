package dev.weir.compression;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Request;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Entity tags of coded content (RFC 9110 section 8.8.3): weak on their way out, and strong as well when they come back.
 *
 * <p>Handlers behind the filter know their representations without a coding, by strong tags. {@code W/"7"} is what this
 * room names the coded form of {@code "7"}; a client that holds it means that very state of the resource when it says so
 * in a precondition. So the strong form is added to the list. A handler whose own tag is weak gains nothing by that:
 * strong comparison still refuses its tag. If-Range stays as it is, for ranges are never those of coded content.
 */
final class EntityTags {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String WEAK = "W/";

    private EntityTags() {}

    /** That section with its entity tag made weak. */
    static Headers weakened(Headers headers) {
        return headers.first(FieldNames.ETAG)
                .filter(tag -> !tag.startsWith(WEAK))
                .map(strong -> headers.with(FieldNames.ETAG, WEAK + strong))
                .orElse(headers);
    }

    /** Whether the client told that it holds what the strong tag of that section names: content without a coding. */
    static boolean isHeldStrong(Request request, Headers headers) {
        return headers.first(FieldNames.ETAG)
                .filter(tag ->
                        listed(tags(request.headers(), IF_NONE_MATCH), "").contains(tag))
                .isPresent();
    }

    /** The request with the strong form of each weak tag in its preconditions. */
    static Request strengthened(Request request) {
        Headers headers = request.headers();
        Headers changed = strengthened(strengthened(headers, IF_MATCH), IF_NONE_MATCH);
        return changed == headers ? request : request.withHeaders(changed);
    }

    private static Headers strengthened(Headers headers, String name) {
        String tags = tags(headers, name);
        Set<String> strong = listed(tags, WEAK);
        strong.removeAll(listed(tags, ""));
        return strong.isEmpty() ? headers : headers.with(name, tags + ", " + String.join(", ", strong));
    }

    private static String tags(Headers headers, String name) {
        return headers.contains(name) ? String.join(", ", headers.all(name)) : "";
    }

    // entity-tag = [ "W/" ] DQUOTE *etagc DQUOTE, where etagc may be a comma but no quote
    /** The opaque tags of all members with that prefix, in their quotes. */
    private static Set<String> listed(String tags, String prefix) {
        Set<String> found = new LinkedHashSet<>();
        int start = tags.indexOf('"');
        while (start >= 0) {
            int end = tags.indexOf('"', start + 1);
            if (end < 0) {
                break;
            }
            boolean isWeak = tags.startsWith(WEAK, start - WEAK.length());
            if (isWeak == prefix.equals(WEAK)) {
                found.add(tags.substring(start, end + 1));
            }
            start = tags.indexOf('"', end + 1);
        }
        return found;
    }
}
