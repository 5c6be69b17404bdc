package dev.weir.annotations.internal.bind;

import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.PathParameters;
import dev.weir.http.Peer;
import dev.weir.http.QueryParameters;
import dev.weir.http.Request;
import dev.weir.http.RequestContent;
import dev.weir.http.RequestTarget;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The request itself, or a part of it that a parameter asks for by its type alone.
 *
 * @param part gives it
 * @param readsContent whether the part is the content
 */
public record ContextArgument(Function<Request, Object> part, boolean readsContent) implements Argument {

    private static final Map<Class<?>, Argument> BY_TYPE = Map.of(
            Request.class, new ContextArgument(request -> request, false),
            Headers.class, new ContextArgument(Request::headers, false),
            Peer.class, new ContextArgument(Request::peer, false),
            Method.class, new ContextArgument(Request::method, false),
            HttpVersion.class, new ContextArgument(Request::version, false),
            RequestTarget.class, new ContextArgument(Request::target, false),
            PathParameters.class, new ContextArgument(Request::pathParameters, false),
            QueryParameters.class, new ContextArgument(Request::query, false),
            RequestContent.class, new ContextArgument(Request::content, true));

    /** The argument for a list of cookies. */
    public static Argument cookies() {
        return new ContextArgument(Request::cookies, false);
    }

    /** The argument for that type, if it is one of a request's parts. */
    public static Optional<Argument> find(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    @Override
    public Object from(Request request) {
        return part.apply(request);
    }
}
