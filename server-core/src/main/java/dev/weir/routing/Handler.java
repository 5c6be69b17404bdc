package dev.weir.routing;

import dev.weir.http.Request;
import dev.weir.http.Response;

/** Answers a request. The whole server is one of these. */
@FunctionalInterface
public interface Handler {

    /**
     * The response to a request; called by many threads at once.
     *
     * @throws dev.weir.http.HttpException to answer with its problem
     * @throws Exception for anything that went wrong: logged, and answered with 500 and no detail
     */
    Response handle(Request request) throws Exception;
}
