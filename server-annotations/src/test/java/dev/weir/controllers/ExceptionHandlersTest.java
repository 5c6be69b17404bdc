package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.Status;
import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code @ExceptionHandler}: who answers for what an endpoint threw, and with what. */
class ExceptionHandlersTest {

    record Trouble(String what, String path) {}

    static final class AuthException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static final class Refusing implements Filter {
        @Override
        public Response filter(Request request, Handler next) {
            throw new AuthException();
        }
    }

    static final class Marking implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            return next.handle(request).withHeader("X-Marked", "yes");
        }
    }

    /** What endpoints share: each throws another thing. */
    private abstract static class Throwing {
        @Get("/state")
        String state() {
            throw new IllegalStateException("state");
        }

        @Get("/argument")
        String argument() {
            throw new IllegalArgumentException("argument");
        }

        @Get("/number/{n}")
        String number(int n) {
            throw new NumberFormatException("number");
        }

        @Get("/file")
        String file() throws IOException {
            throw new FileNotFoundException("file");
        }

        @Get("/error")
        String error() {
            throw new AssertionError("error");
        }

        @Get("/http")
        String http() {
            throw new HttpException(dev.weir.http.Status.CONFLICT);
        }

        @Get("/empty")
        Optional<String> empty() {
            return Optional.empty();
        }

        @Get("/interrupted")
        String interrupted() throws InterruptedException {
            throw new InterruptedException("stop");
        }

        @Get("/marked")
        @FilteredBy(Marking.class)
        String marked() {
            throw new IllegalStateException("state");
        }

        @Get("/refused")
        @FilteredBy(Marking.class)
        @FilteredBy(value = Refusing.class, order = 1)
        String refused() {
            return "";
        }
    }

    @Controller("/own")
    static final class Own extends Throwing {
        @ExceptionHandler
        @Status(409)
        String state(IllegalStateException e) {
            return "own " + e.getMessage();
        }

        @ExceptionHandler
        @Status(400)
        Trouble argument(Request request, IllegalArgumentException e, Method method) {
            return new Trouble(method + " " + e.getMessage(), request.path());
        }

        @ExceptionHandler
        Response file(IOException e) {
            return Response.text("response").withStatus(dev.weir.http.Status.GONE);
        }

        @ExceptionHandler
        String error(Error e) {
            return "no status";
        }

        @ExceptionHandler
        void auth(AuthException e) {
            throw new HttpException(dev.weir.http.Status.UNAUTHORIZED).withHeader("WWW-Authenticate", "Basic");
        }
    }

    @Controller("/bare")
    static final class Bare extends Throwing {}

    @Controller("/named")
    static final class Named extends Throwing {
        @ExceptionHandler
        Response answered(HttpException e) {
            return Response.text("named " + e.status().code()).withStatus(e.status());
        }

        @ExceptionHandler
        @Status(503)
        void stopped(InterruptedException e) {}
    }

    @Controller("/failing")
    static final class Failing extends Throwing {
        @ExceptionHandler
        String failing(IllegalStateException e) {
            throw new IllegalArgumentException("in the handler");
        }
    }

    static final class Common {
        @ExceptionHandler
        @Status(500)
        String all(Exception e) {
            return "common " + e.getMessage();
        }

        @ExceptionHandler
        @Status(422)
        String number(NumberFormatException e) {
            return "common number";
        }
    }

    private final Weir own = Weir.of(new Own());
    private final Weir all = Weir.of(Controllers.builder()
            .exceptionHandlers(new Common())
            .add(new Own(), new Bare(), new Named(), new Failing()));

    @Test
    void answersInPlaceOfTheEndpointWithTheStatusThatIsWritten() throws Exception {
        assertEquals("409 own state", own.get("/own/state"));
    }

    @Test
    void convertsTheResultAsThatOfAnEndpointAndTakesPartsOfTheRequest() throws Exception {
        assertEquals("400 {\"what\":\"GET argument\",\"path\":\"/own/argument\"}", own.get("/own/argument"));
        assertEquals("410 response", own.get("/own/file"));
    }

    @Test
    void is500UnlessAStatusIsWritten() throws Exception {
        assertEquals("500 no status", own.get("/own/error"));
    }

    @Test
    void theNearestTypeWinsAmongThoseOfTheApplication() throws Exception {
        assertEquals("422 common number", all.get("/bare/number/1"));
        assertEquals("500 common argument", all.get("/bare/argument"));
    }

    @Test
    void thoseOfTheControllerGoBeforeNearerOnesOfTheApplication() throws Exception {
        assertEquals("400 {\"what\":\"GET number\",\"path\":\"/own/number/1\"}", all.get("/own/number/1"));
    }

    @Test
    void areForTheirOwnControllerOnly() throws Exception {
        assertEquals("500 common state", all.get("/bare/state"));
    }

    @Test
    void whatNobodyHandlesGoesOn() {
        assertEquals(
                "error",
                assertThrows(AssertionError.class, () -> all.get("/bare/error")).getMessage());
    }

    @Test
    void aHandlerOfExceptionDoesNotSeeAnswersNorInterrupts() throws Exception {
        assertTrue(all.get("/bare/http").startsWith("409 {"));
        assertTrue(all.get("/bare/empty").startsWith("404 {"));
        assertTrue(all.get("/bare/number/x").startsWith("400 {"));
        assertThrows(InterruptedException.class, () -> all.get("/bare/interrupted"));
    }

    @Test
    void aHandlerThatNamesThemDoes() throws Exception {
        assertEquals("409 named 409", all.get("/named/http"));
        assertEquals("404 named 404", all.get("/named/empty"));
        assertEquals("400 named 400", all.get("/named/number/x"));
        assertEquals("503", all.get("/named/interrupted"));
    }

    @Test
    void filtersSeeTheResponse() throws Exception {
        Response response = own.handle(Request.get("/own/marked"));
        assertEquals(dev.weir.http.Status.CONFLICT, response.status());
        assertEquals(Optional.of("yes"), response.header("X-Marked"));
    }

    @Test
    void whatFiltersThrowIsHandledAndSeenByThoseFurtherOut() throws Exception {
        Response response = own.handle(Request.get("/own/refused"));
        assertEquals(dev.weir.http.Status.UNAUTHORIZED, response.status());
        assertEquals(Optional.of("Basic"), response.header("WWW-Authenticate"));
        assertEquals(Optional.of("yes"), response.header("X-Marked"));
        assertTrue(response.problem().isPresent());
    }

    @Test
    void aHandlerThatFailsIsHandledByNobodyAndTellsOfBoth() {
        RuntimeException failure = assertThrows(RuntimeException.class, () -> all.get("/failing/state"));
        assertEquals("in the handler", failure.getCause().getMessage());
        assertEquals("state", failure.getSuppressed()[0].getMessage());
        assertTrue(
                failure.getMessage().contains("Failing.failing(IllegalStateException) failed"), failure.getMessage());
    }

    @Test
    void classesWithoutHandlersAreRefused() {
        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.builder()
                        .exceptionHandlers("text")
                        .add(new Bare())
                        .routes());
        assertTrue(refusal.getMessage().contains("No exception handlers"), refusal.getMessage());
    }

    @Test
    void twoClassesMayNotHandleTheSameType() {
        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.builder()
                        .exceptionHandlers(new Common(), new Common())
                        .add(new Bare())
                        .routes());
        assertTrue(refusal.getMessage().contains("Two exception handlers for NumberFormatException"));
    }
}
