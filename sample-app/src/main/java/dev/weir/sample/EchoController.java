package dev.weir.sample;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.RequestContent;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends back what it is sent. */
@Controller("/echo")
final class EchoController {

    /** Longest content that is held in memory to be sent back. */
    private static final long LONGEST = 16 << 20;

    /** Octets rather than a String: nothing is said about their charset. */
    @Get("/{text}")
    @Produces("text/plain")
    byte[] text(@PathParam String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Post
    Response content(Headers headers, RequestContent content) throws IOException {
        byte[] octets = content.limitedTo(LONGEST).bytes();
        Response echo = Response.of(Status.OK).withContent(ResponseContent.of(octets));
        return headers.first(FieldNames.CONTENT_TYPE)
                .map(type -> echo.withHeader(FieldNames.CONTENT_TYPE, type))
                .orElse(echo);
    }
}
