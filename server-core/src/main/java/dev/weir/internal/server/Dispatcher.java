package dev.weir.internal.server;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.Problem;
import dev.weir.http.ProblemRenderer;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.LazyLogger;
import dev.weir.observe.ServerObserver;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Runs the application for one request: the one place where exceptions become responses.
 *
 * <p>A guard stands around the routes and around each global filter, so a filter sees every response, also those made
 * from what a handler threw, and what a filter throws is answered too.
 */
public final class Dispatcher {

    private static final LazyLogger LOGGER = new LazyLogger(Dispatcher.class);

    private final Handler application;
    private final ProblemRenderer problems;
    private final RequestGate gate;
    private final ServerObserver observer;
    private final UnaryOperator<Request> rewriting;

    /**
     * A dispatcher for that application.
     *
     * @param filters global filters, the first outermost
     */
    public Dispatcher(
            Handler application,
            List<Filter> filters,
            ProblemRenderer problems,
            RequestGate gate,
            ServerObserver observer) {
        this(application, filters, problems, gate, observer, UnaryOperator.identity());
    }

    /**
     * A dispatcher for that application.
     *
     * @param filters global filters, the first outermost
     * @param rewriting what is made of each request before anybody sees it
     */
    public Dispatcher(
            Handler application,
            List<Filter> filters,
            ProblemRenderer problems,
            RequestGate gate,
            ServerObserver observer,
            UnaryOperator<Request> rewriting) {
        this.problems = problems;
        this.gate = gate;
        this.observer = observer;
        this.rewriting = rewriting;
        Handler guarded = guarded(application);
        for (int i = filters.size() - 1; i >= 0; i--) {
            guarded = guarded(filters.get(i).around(guarded));
        }
        this.application = guarded;
    }

    /** What observers and the application are to see of a request that was received. */
    public Request rewritten(Request received) {
        return rewriting.apply(received);
    }

    /**
     * The response to a request, whatever the application does.
     *
     * @throws ConnectionLostException if the application failed because the connection did
     */
    public Response dispatch(Request request) throws ConnectionLostException {
        if (!gate.enter()) {
            observer.shed(request);
            return rendered(request, Response.problem(Problem.of(Status.SERVICE_UNAVAILABLE, "The server is busy.")))
                    .withHeader(FieldNames.RETRY_AFTER, "1");
        }
        try {
            return application.handle(request);
        } catch (ConnectionLostException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the guard let an exception through", e);
        } finally {
            gate.leave();
        }
    }

    /** A problem as it is sent, for what is refused before the application runs. */
    public Response refusal(Request request, Problem problem) {
        return rendered(request, Response.problem(problem));
    }

    /** Whether the same request and problem always give the same response, which may then be kept and sent again. */
    public boolean rendersAlike() {
        return problems == ProblemRenderer.DEFAULT;
    }

    private Handler guarded(Handler handler) {
        return request -> {
            try {
                Response response = handler.handle(request);
                if (response == null) {
                    throw new IllegalStateException("the handler returned null (expected: a response)");
                }
                return response.problem().isPresent() ? rendered(request, response) : response;
            } catch (HttpException e) {
                return rendered(request, Response.problem(e.problem()).withHeaders(withContentType(e)));
            } catch (Throwable e) { // whatever it is, the server goes on
                return failure(request, e);
            }
        };
    }

    private static Headers withContentType(HttpException e) {
        return Response.problem(e.problem()).headers().plusAll(e.headers());
    }

    /** A problem in the form that the request prefers, with the field lines that came with it. */
    private Response rendered(Request request, Response response) {
        Problem problem = response.problem().orElseThrow();
        try {
            Response page = problems.render(request, problem);
            return page.withHeaders(merged(page.headers(), response.headers()));
        } catch (RuntimeException | Error e) {
            LOGGER.get().log(Level.ERROR, "The problem renderer failed; the plain document is sent", e);
            observer.failed(request, e);
            return response;
        }
    }

    /** The page's field lines, where those that came with the problem or that a filter has set since take their place. */
    private static Headers merged(Headers page, Headers response) {
        Headers others = response.without(FieldNames.CONTENT_TYPE);
        Headers merged = page;
        for (Headers.Field field : others) {
            merged = merged.without(field.name());
        }
        return merged.plusAll(others);
    }

    private Response failure(Request request, Throwable failure) throws IOException {
        if (ConnectionLostException.isCauseOf(failure)) {
            LOGGER.get().log(Level.DEBUG, () -> "The client left during " + request, failure);
            throw new ConnectionLostException("the client left", new IOException(failure));
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOGGER.get().log(Level.ERROR, () -> request + " failed (" + instance + ")", failure);
        observer.failed(request, failure);
        return rendered(
                request,
                Response.problem(Problem.of(Status.INTERNAL_SERVER_ERROR).withInstance(instance)));
    }
}
