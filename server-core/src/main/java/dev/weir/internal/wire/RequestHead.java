package dev.weir.internal.wire;

import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.RequestTarget;

/**
 * A request's head, complete and well-formed.
 *
 * @param framing where its content ends
 */
public record RequestHead(
        Method method, RequestTarget target, HttpVersion version, Headers headers, MessageFraming framing) {}
