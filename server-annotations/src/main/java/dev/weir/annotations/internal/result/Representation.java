package dev.weir.annotations.internal.result;

import dev.weir.http.MediaType;
import java.util.Optional;

/**
 * One form in which a method's result can be sent.
 *
 * @param type its media type; empty if that is not known before the method returns
 * @param result makes it
 */
public record Representation(Optional<MediaType> type, Result result) {}
