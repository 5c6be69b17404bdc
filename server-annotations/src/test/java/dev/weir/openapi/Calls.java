package dev.weir.openapi;

import dev.weir.http.ContentOutput;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Calls handlers as a server would. */
final class Calls {

    private Calls() {}

    /** The response, be it one to what was thrown. */
    static Response answer(Handler handler, Request request) throws Exception {
        try {
            return handler.handle(request);
        } catch (HttpException e) {
            return Response.problem(e.problem());
        }
    }

    static String text(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            response.content().writeTo(ContentOutput.to(octets));
        } finally {
            response.content().close();
        }
        return octets.toString(StandardCharsets.UTF_8);
    }
}
