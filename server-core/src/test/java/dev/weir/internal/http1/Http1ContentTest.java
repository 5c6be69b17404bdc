package dev.weir.internal.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.config.Limits;
import dev.weir.http.Response;
import dev.weir.internal.wire.Octets;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of the content that nobody has read is read to keep a connection. */
class Http1ContentTest {

    private static final Limits LIMITS = Limits.defaults().withContent(200).withDrain(100);

    private static final String NEXT = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";

    private static String chunked(int octets) {
        return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(octets) + "\r\n"
                + "d".repeat(octets) + "\r\n0\r\n\r\n";
    }

    private static String fixed(int octets) {
        return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + octets + "\r\n\r\n" + "d".repeat(octets);
    }

    /** Number of responses, if the peer sends the request and another one in pieces of that size. */
    private static long responses(Http1Services services, String request, int piece) throws IOException {
        String answer = ScriptedConnection.answer(services, new Octets(request + NEXT), List.of(piece));
        return Pattern.compile("HTTP/1.1 ").matcher(answer).results().count();
    }

    @ParameterizedTest
    @CsvSource({"99, 2", "100, 2", "101, 1", "200, 1"})
    void drainsAsMuchAsItMayHoweverItArrives(int octets, int responses) throws IOException {
        Http1Services services = ScriptedConnection.services(request -> Response.noContent(), LIMITS);
        for (int piece : new int[] {1, 7, 1000}) {
            assertEquals(responses, responses(services, chunked(octets), piece), "chunked, in pieces of " + piece);
            assertEquals(responses, responses(services, fixed(octets), piece), "fixed, in pieces of " + piece);
        }
    }

    // The first octet past the limit is read, to know that it is there.
    @ParameterizedTest
    @CsvSource({"201, 2", "301, 2", "302, 1"})
    void drainsWhatIsTooMuchForTheHandlerHoweverItArrives(int octets, int responses) throws IOException {
        Http1Services services = ScriptedConnection.services(
                request -> Response.text(request.content().text()), LIMITS);
        for (int piece : new int[] {1, 7, 1000}) {
            assertEquals(responses, responses(services, chunked(octets), piece), "in pieces of " + piece);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 1"})
    void drainsNothingIfItMayNot(int octets, int responses) throws IOException {
        Http1Services services = ScriptedConnection.services(request -> Response.noContent(), LIMITS.withDrain(0));
        for (int piece : new int[] {1, 7, 1000}) {
            String request = octets == 0 ? chunked(1).replace("1\r\nd\r\n", "") : chunked(octets);
            assertEquals(responses, responses(services, request, piece), "in pieces of " + piece);
        }
    }

    @Test
    void aClientThatHasBegunToSendWaitsForNothing() throws IOException {
        Http1Services services = ScriptedConnection.services(
                request -> Response.text(request.content().text()), LIMITS);
        String request = chunked(250).replace("\r\nTransfer", "\r\nExpect: 100-continue\r\nTransfer");
        assertEquals(2, responses(services, request, 1000), "no 100, for the content is there; 413; 200");
        assertEquals(3, responses(services, request, 1), "100; 413; 200");
    }

    @Test
    void aClientThatIsNotAskedForItsContentMayNeverSendIt() throws IOException {
        Http1Services services = ScriptedConnection.services(request -> Response.noContent(), LIMITS);
        String request = chunked(5).replace("\r\nTransfer", "\r\nExpect: 100-continue\r\nTransfer");
        assertEquals(1, responses(services, request, 1000));
        assertEquals(1, responses(services, request, 1));
    }
}
