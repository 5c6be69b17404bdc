package dev.weir.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.http.ContentOutput;
import dev.weir.http.HttpException;
import dev.weir.http.Problem;
import dev.weir.http.ProblemRenderer;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.observe.ServerObserver;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import dev.weir.routing.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final Request REQUEST = Request.get("/secret-path");

    private static RequestGate gate() {
        return new RequestGate(Limits.defaults());
    }

    private static Dispatcher dispatcher(Handler application, Filter... filters) {
        return new Dispatcher(application, List.of(filters), ProblemRenderer.DEFAULT, gate(), ServerObserver.NONE);
    }

    private static Response dispatch(Handler application, Filter... filters) throws IOException {
        return dispatcher(application, filters).dispatch(REQUEST);
    }

    private static Handler throwing(Throwable failure) {
        return request -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
    }

    private static String text(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(octets));
        return octets.toString(StandardCharsets.UTF_8);
    }

    @Test
    void givesTheResponseOfTheApplication() throws IOException {
        assertEquals("a", text(dispatch(request -> Response.text("a"))));
    }

    @Test
    void anHttpExceptionIsTheAnswer() throws IOException {
        assertEquals(
                Status.CONFLICT,
                dispatch(throwing(new HttpException(Status.CONFLICT))).status());
    }

    @Test
    void theFieldLinesOfAnHttpExceptionAreSent() throws IOException {
        HttpException failure = new HttpException(Status.UNAUTHORIZED).withHeader("WWW-Authenticate", "Basic");
        assertEquals(Optional.of("Basic"), dispatch(throwing(failure)).header("WWW-Authenticate"));
    }

    @Test
    void allFieldLinesOfOneNameAreSent() throws IOException {
        HttpException failure = new HttpException(Status.UNAUTHORIZED)
                .withHeader("WWW-Authenticate", "Basic")
                .withHeader("WWW-Authenticate", "Bearer");
        assertEquals(
                List.of("Basic", "Bearer"),
                dispatch(throwing(failure)).headers().all("WWW-Authenticate"));
    }

    @Test
    void fieldLinesAreNotRepeatedBehindFilters() throws IOException {
        HttpException failure = new HttpException(Status.UNAUTHORIZED)
                .withHeader("WWW-Authenticate", "Basic")
                .withHeader("WWW-Authenticate", "Bearer");
        Filter nothing = (request, next) -> next.handle(request);
        assertEquals(
                List.of("Basic", "Bearer"),
                dispatch(throwing(failure), nothing, nothing).headers().all("WWW-Authenticate"));
    }

    @Test
    void aStatusThatAFilterGivesToAProblemIsSent() throws IOException {
        Filter hiding = (request, next) -> next.handle(request).withStatus(Status.NOT_FOUND);
        assertEquals(
                Status.NOT_FOUND,
                dispatch(throwing(new HttpException(Status.FORBIDDEN)), hiding).status());
    }

    @Test
    void anyOtherExceptionIs500() throws IOException {
        assertEquals(
                Status.INTERNAL_SERVER_ERROR,
                dispatch(throwing(new IOException("secret"))).status());
    }

    @Test
    void theTextOfAnExceptionIsNotSent() throws IOException {
        assertFalse(
                text(dispatch(throwing(new IllegalStateException("secret")))).contains("secret"));
    }

    @Test
    void anExceptionGetsAnInstanceToFindItInTheLog() throws IOException {
        String text = text(dispatch(throwing(new IllegalStateException("secret"))));
        assertTrue(text.contains("\"instance\":\"urn:uuid:"), text);
    }

    @Test
    void anErrorIs500() throws IOException {
        assertEquals(
                Status.INTERNAL_SERVER_ERROR,
                dispatch(throwing(new StackOverflowError())).status());
    }

    @Test
    void aNullResponseIs500() throws IOException {
        assertEquals(Status.INTERNAL_SERVER_ERROR, dispatch(request -> null).status());
    }

    @Test
    void aNullResponseOfAFilterIs500() throws IOException {
        assertEquals(
                Status.INTERNAL_SERVER_ERROR,
                dispatch(request -> Response.noContent(), (request, next) -> null)
                        .status());
    }

    @Test
    void anInterruptStaysWithTheThread() throws IOException {
        dispatch(throwing(new InterruptedException()));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aLostConnectionIsNotAnswered() {
        Dispatcher dispatcher = dispatcher(throwing(new ConnectionLostException("gone")));
        assertThrows(ConnectionLostException.class, () -> dispatcher.dispatch(REQUEST));
    }

    @Test
    void aLostConnectionIsToldFromItsCause() {
        Dispatcher dispatcher = dispatcher(
                throwing(new UncheckedIOException(new ConnectionLostException("gone"))),
                (request, next) -> next.handle(request));
        assertThrows(ConnectionLostException.class, () -> dispatcher.dispatch(REQUEST));
    }

    @Test
    void aGlobalFilterSeesA404() throws IOException {
        List<Status> seen = new ArrayList<>();
        dispatch(Router.builder().build(), noting(seen));
        assertEquals(List.of(Status.NOT_FOUND), seen);
    }

    @Test
    void aGlobalFilterSeesTheResponseToAnException() throws IOException {
        List<Status> seen = new ArrayList<>();
        dispatch(throwing(new IllegalStateException()), noting(seen));
        assertEquals(List.of(Status.INTERNAL_SERVER_ERROR), seen);
    }

    @Test
    void anOuterFilterSeesTheResponseToAnExceptionOfAnInner() throws IOException {
        List<Status> seen = new ArrayList<>();
        dispatch(request -> Response.noContent(), noting(seen), (request, next) -> {
            throw new HttpException(Status.FORBIDDEN);
        });
        assertEquals(List.of(Status.FORBIDDEN), seen);
    }

    private static Filter noting(List<Status> seen) {
        return (request, next) -> {
            Response response = next.handle(request);
            seen.add(response.status());
            return response;
        };
    }

    @Test
    void whatAFilterAddsToAProblemIsSent() throws IOException {
        assertEquals(
                Optional.of("b"),
                dispatch(Router.builder().build(), (request, next) -> next.handle(request)
                                .withHeader("A", "b"))
                        .header("A"));
    }

    @Test
    void problemsAreRenderedForTheRequest() throws IOException {
        Response response = dispatcher(Router.builder().build()).dispatch(REQUEST.withHeader("Accept", "text/html"));
        assertEquals("html", response.contentType().orElseThrow().subtype());
    }

    @Test
    void theRendererBrandsProblems() throws IOException {
        ProblemRenderer brand = (request, problem) -> Response.text("sorry").withStatus(problem.status());
        assertEquals(
                "sorry",
                text(new Dispatcher(Router.builder().build(), List.of(), brand, gate(), ServerObserver.NONE)
                        .dispatch(REQUEST)));
    }

    @Test
    void thePlainDocumentIsSentIfTheRendererFails() throws IOException {
        ProblemRenderer failing = (request, problem) -> {
            throw new IllegalStateException("secret");
        };
        assertEquals(
                Problem.of(Status.NOT_FOUND).toJson(),
                text(new Dispatcher(Router.builder().build(), List.of(), failing, gate(), ServerObserver.NONE)
                        .dispatch(REQUEST)));
    }

    @Test
    void thePlainDocumentIsSentIfTheRendererGivesNothing() throws IOException {
        assertEquals(
                Problem.of(Status.NOT_FOUND).toJson(),
                text(new Dispatcher(
                                Router.builder().build(),
                                List.of(),
                                (request, problem) -> null,
                                gate(),
                                ServerObserver.NONE)
                        .dispatch(REQUEST)));
    }

    private static Response dispatchedBusy() throws IOException {
        RequestGate full = new RequestGate(Limits.defaults()
                .withRequestsInProgress(1)
                .withRequestsWaiting(0)
                .withLongestWait(Duration.ofNanos(1)));
        full.enter();
        return new Dispatcher(
                        request -> Response.noContent(), List.of(), ProblemRenderer.DEFAULT, full, ServerObserver.NONE)
                .dispatch(REQUEST);
    }

    @Test
    void aBusyServerAnswers503() throws IOException {
        assertEquals(Status.SERVICE_UNAVAILABLE, dispatchedBusy().status());
    }

    @Test
    void aBusyServerTellsWhenToComeAgain() throws IOException {
        assertEquals(Optional.of("1"), dispatchedBusy().header("Retry-After"));
    }

    @Test
    void anObserverIsToldOfARequestThatIsTurnedAway() throws IOException {
        RequestGate full =
                new RequestGate(Limits.defaults().withRequestsInProgress(1).withRequestsWaiting(0));
        full.enter();
        List<Request> shed = new ArrayList<>();
        ServerObserver observer = new ServerObserver() {
            @Override
            public void shed(Request request) {
                shed.add(request);
            }
        };
        new Dispatcher(request -> Response.noContent(), List.of(), ProblemRenderer.DEFAULT, full, observer)
                .dispatch(REQUEST);
        assertEquals(List.of(REQUEST), shed);
    }

    @Test
    void aRequestLeavesTheGateAlsoWhenItFails() throws IOException {
        RequestGate gate = new RequestGate(Limits.defaults()
                .withRequestsInProgress(1)
                .withRequestsWaiting(0)
                .withLongestWait(Duration.ofNanos(1)));
        new Dispatcher(
                        throwing(new StackOverflowError()),
                        List.of(),
                        ProblemRenderer.DEFAULT,
                        gate,
                        ServerObserver.NONE)
                .dispatch(REQUEST);
        assertTrue(gate.enter());
    }

    @Test
    void thePlainDocumentIsSentIfTheRendererBreaksDown() throws IOException {
        ProblemRenderer broken = (request, problem) -> {
            throw new StackOverflowError();
        };
        Response response = new Dispatcher(Router.builder().build(), List.of(), broken, gate(), ServerObserver.NONE)
                .dispatch(REQUEST);
        assertEquals(Status.NOT_FOUND, response.status());
    }

    @Test
    void aFieldThatAFilterSetsOnAProblemReplacesTheRenderers() throws IOException {
        ProblemRenderer renderer =
                (request, problem) -> Response.problem(problem).withHeader("Vary", "Accept");
        Filter vary = (request, next) -> next.handle(request).withHeader("Vary", "Accept, Origin");
        Response response = new Dispatcher(
                        Router.builder().build(), List.of(vary), renderer, gate(), ServerObserver.NONE)
                .dispatch(REQUEST);
        assertEquals(List.of("Accept, Origin"), response.headers().all("Vary"));
    }
}
