package dev.weir.routing;

import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells developers why a request got no further: adds to a problem which routes came closest, and what failed at each.
 *
 * <p>All of it is text of the routes; nothing that the client sent is in it. Called by many threads at once.
 */
final class ClosestRoutes {

    private static final int MOST = 5;

    /** What another method counts, besides differences in the path. */
    private static final int OTHER_METHOD = 6;

    private final List<Route> routes;

    ClosestRoutes(List<Route> routes) {
        this.routes = routes;
    }

    private record Near(Route route, int distance, String failed) {}

    /** A 404 or 405 with the routes that came closest. */
    Problem explained(Problem problem, Request request) {
        List<Near> near = new ArrayList<>();
        for (Route route : routes) {
            PathDifference path =
                    PathDifference.of(route.pattern(), request.target().segments());
            boolean isMethod = takes(route, request.method());
            if (path.isNear() && !(path.isNone() && isMethod)) {
                near.add(new Near(
                        route, path.distance() + (isMethod ? 0 : OTHER_METHOD), failed(route, path, isMethod)));
            }
        }
        near.sort(Comparator.comparingInt(Near::distance)
                .thenComparing(each -> each.route().pattern().toString())
                .thenComparing(each -> method(each.route())));
        if (near.isEmpty()) {
            return withSentence(problem, "No route comes close.");
        }
        List<Map<String, Object>> members = near.stream()
                .limit(MOST)
                .map(each -> member(each.route(), RouteListing.detailsOf(each.route()), each.failed()))
                .toList();
        Near first = near.get(0);
        String sentence = "Closest is " + name(first.route()) + ": " + first.failed() + ".";
        return withSentence(problem, sentence).with("closest", members);
    }

    private static boolean takes(Route route, Method method) {
        return route.method().isEmpty()
                || route.method().get().equals(method)
                || method.equals(Method.HEAD) && route.method().get().equals(Method.GET);
    }

    private static String failed(Route route, PathDifference path, boolean isMethod) {
        String method = isMethod ? "" : "the method is not " + method(route);
        if (path.isNone()) {
            return method;
        }
        return isMethod ? path.failed() : path.failed() + ", and " + method;
    }

    /** Runs a route; its 406 or 415 says what the route makes or takes. */
    Response run(Route route, Request request) throws Exception {
        try {
            Response response = route.handler().handle(request);
            return response == null || response.problem().isEmpty() || !isOfMediaType(response.status())
                    ? response
                    : Response.problem(explained(response.problem().get(), route))
                            .withHeaders(response.headers());
        } catch (HttpException e) {
            if (!isOfMediaType(e.status())) {
                throw e;
            }
            HttpException[] explained = {new HttpException(explained(e.problem(), route))};
            e.headers().forEach(field -> explained[0] = explained[0].withHeader(field.name(), field.value()));
            throw explained[0];
        }
    }

    private static boolean isOfMediaType(Status status) {
        return status.equals(Status.NOT_ACCEPTABLE) || status.equals(Status.UNSUPPORTED_MEDIA_TYPE);
    }

    private static Problem explained(Problem problem, Route route) {
        boolean isTaken = problem.status().equals(Status.UNSUPPORTED_MEDIA_TYPE);
        List<Map<String, Object>> members = RouteListing.detailsOf(route).stream()
                .limit(MOST)
                .map(details -> member(
                        route,
                        List.of(details),
                        isTaken
                                ? "it takes " + RouteListing.text(details.consumes(), "what is not declared")
                                : "it makes " + RouteListing.text(details.produces(), "what is not declared")))
                .toList();
        return problem.with("closest", members);
    }

    private static Map<String, Object> member(Route route, List<RouteDetails> details, String failed) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("route", name(route));
        String handler = String.join(
                ", ",
                details.stream()
                        .map(RouteDetails::handler)
                        .filter(text -> !text.isEmpty())
                        .toList());
        String source = String.join(
                ", ",
                details.stream()
                        .map(RouteDetails::source)
                        .filter(text -> !text.isEmpty())
                        .toList());
        if (!handler.isEmpty()) {
            member.put("handler", handler);
        }
        if (!source.isEmpty()) {
            member.put("source", source);
        }
        member.put("failed", failed);
        return member;
    }

    private static Problem withSentence(Problem problem, String sentence) {
        return problem.withDetail(
                problem.detail().map(detail -> detail + " " + sentence).orElse(sentence));
    }

    private static String name(Route route) {
        return method(route) + " " + route.pattern();
    }

    private static String method(Route route) {
        return route.method().map(Method::name).orElse("any");
    }
}
