package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weir.RawClient;
import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 section 8: Representation Data and Metadata")
class Rfc9110Section08RepresentationTest extends LiveServer {

    @Test
    @DisplayName("8.6: no negative Content-Length goes out")
    void sendsNoNegativeLength() throws Exception {
        ResponseContent broken = new ResponseContent() {
            @Override
            public OptionalLong length() {
                return OptionalLong.of(-5);
            }

            @Override
            public void writeTo(ContentOutput output) throws IOException {
                output.write(1);
            }
        };
        RawClient client = client(request -> Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN_UTF_8, broken));
        String octets = client.get("/").readToEnd();
        assertFalse(octets.contains("-5"), octets);
    }
}
