package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.http.HttpDate;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.representation.ConditionalRequests;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Preconditions;
import dev.weir.representation.Validators;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 section 13: Conditional Requests")
class Rfc9110Section13ConditionalRequestsTest extends LiveServer {

    private static final Instant CHANGED = Instant.parse("1994-11-06T08:49:37Z");
    private static final String AT = HttpDate.format(CHANGED);
    private static final String BEFORE = HttpDate.format(CHANGED.minusSeconds(1));
    private static final String AFTER = HttpDate.format(CHANGED.plusSeconds(1));
    private static final String TAG = "\"v2\"";

    private static final int PIPELINED = 50;

    /** Reads and changes one thing, which never changes in fact. */
    private static Response thing(Request request) throws IOException {
        Validators current = Validators.of(EntityTag.strong("v2"), CHANGED);
        if (request.method().equals(Method.GET) || request.method().equals(Method.HEAD)) {
            return ConditionalRequests.answer(
                    request, current.addTo(Response.text("0123456789")).withHeader("Cache-Control", "no-cache"));
        }
        Preconditions.check(request, current);
        return Response.noContent();
    }

    @Test
    @DisplayName("13.1.1: If-Match holds for * and for the same strong tag, and is 412 for any other")
    void ifMatch() throws Exception {
        assertStatus(204, "PUT", "If-Match: *");
        assertStatus(204, "PUT", "If-Match: \"v1\", \"v2\"");
        assertStatus(204, "PUT", "If-Match: \"v1\"", "If-Match: \"v2\"");
        assertStatus(412, "PUT", "If-Match: \"v1\"");
        assertStatus(412, "PUT", "If-Match: W/\"v2\"");
        assertStatus(412, "GET", "If-Match: \"v1\"");
    }

    @Test
    @DisplayName("13.1.2: If-None-Match is 304 for reading the same version, 412 for changing it")
    void ifNoneMatch() throws Exception {
        assertStatus(304, "GET", "If-None-Match: \"v1\", W/\"v2\"");
        assertStatus(304, "HEAD", "If-None-Match: *");
        assertStatus(200, "GET", "If-None-Match: \"v1\"");
        assertStatus(412, "PUT", "If-None-Match: *");
        assertStatus(204, "PUT", "If-None-Match: \"v1\"");
    }

    @Test
    @DisplayName("13.1.3: If-Modified-Since is 304 for what has not changed since, and only for reading")
    void ifModifiedSince() throws Exception {
        assertStatus(304, "GET", "If-Modified-Since: " + AT);
        assertStatus(304, "GET", "If-Modified-Since: " + AFTER);
        assertStatus(200, "GET", "If-Modified-Since: " + BEFORE);
        assertStatus(200, "GET", "If-Modified-Since: 1");
        assertStatus(204, "PUT", "If-Modified-Since: " + AT);
    }

    @Test
    @DisplayName("13.1.4: If-Unmodified-Since is 412 for what has changed since")
    void ifUnmodifiedSince() throws Exception {
        assertStatus(204, "PUT", "If-Unmodified-Since: " + AT);
        assertStatus(412, "PUT", "If-Unmodified-Since: " + BEFORE);
        assertStatus(412, "GET", "If-Unmodified-Since: " + BEFORE);
        assertStatus(204, "PUT", "If-Unmodified-Since: 1");
    }

    @Test
    @DisplayName("13.1.5: If-Range sends the part of the same version, and all of another")
    void ifRange() throws Exception {
        assertStatus(206, "GET", "Range: bytes=0-1", "If-Range: " + TAG);
        assertStatus(206, "GET", "Range: bytes=0-1", "If-Range: " + AT);
        assertStatus(200, "GET", "Range: bytes=0-1", "If-Range: \"v1\"");
        assertStatus(200, "GET", "Range: bytes=0-1", "If-Range: W/\"v2\"");
        assertStatus(200, "GET", "Range: bytes=0-1", "If-Range: " + AFTER);
        assertStatus(200, "GET", "Range: bytes=0-1", "If-Range: " + BEFORE);
        assertStatus(200, "GET", "If-Range: " + TAG);
        assertStatus(416, "GET", "Range: bytes=10-", "If-Range: " + TAG);
        assertStatus(200, "GET", "Range: bytes=10-", "If-Range: \"v1\"");
    }

    @Test
    @DisplayName("13.2.1: conditions are ignored where the answer would be another anyway")
    void ignoresConditionsOfWhatFails() throws Exception {
        RawClient client = client(request -> ConditionalRequests.answer(
                request, Response.of(Status.NOT_FOUND).withHeader("ETag", TAG)));
        client.get("/", "If-None-Match: *");
        assertEquals(404, client.read().status());
    }

    @Test
    @DisplayName("13.2.2: every combination is answered in the order of precedence")
    void precedence() throws Exception {
        List<String[]> all = combinations();
        RawClient client = client(Rfc9110Section13ConditionalRequestsTest::thing);
        for (int from = 0; from < all.size(); from += PIPELINED) {
            List<String[]> some = all.subList(from, Math.min(all.size(), from + PIPELINED));
            StringBuilder requests = new StringBuilder();
            for (String[] fields : some) {
                requests.append(request(fields));
            }
            client.send(requests.toString());
            for (String[] fields : some) {
                boolean isHead = fields[0].equals("HEAD");
                int status =
                        isHead ? client.readToHead().status() : client.read().status();
                assertEquals(expected(fields), status, request(fields));
            }
        }
    }

    /** Method and values of the seven fields, null for none. */
    private static List<String[]> combinations() {
        List<String[]> all = new ArrayList<>();
        for (String method : new String[] {"GET", "HEAD", "PUT"}) {
            for (String match : new String[] {null, "*", TAG, "W/" + TAG, "\"v1\""}) {
                for (String unmodified : new String[] {null, BEFORE, AT, "never"}) {
                    for (String noneMatch : new String[] {null, "*", "W/" + TAG, "\"v1\""}) {
                        for (String modified : new String[] {null, BEFORE, AT, "never"}) {
                            for (String range : new String[] {null, "bytes=0-1", "bytes=10-"}) {
                                for (String ifRange : new String[] {null, TAG, "W/" + TAG, AT, BEFORE}) {
                                    all.add(new String[] {method, match, unmodified, noneMatch, modified, range, ifRange
                                    });
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static String request(String[] fields) {
        String[] names = {
            null, "If-Match", "If-Unmodified-Since", "If-None-Match", "If-Modified-Since", "Range", "If-Range"
        };
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < names.length; i++) {
            if (fields[i] != null) {
                lines.add(names[i] + ": " + fields[i]);
            }
        }
        return RawClient.request(fields[0], "/", lines.toArray(String[]::new));
    }

    /** The six steps as the RFC lists them, for the values above. */
    private static int expected(String[] fields) {
        boolean isRead = !fields[0].equals("PUT");
        String match = fields[1];
        if (match != null) { // step 1
            if (!match.equals("*") && !match.equals(TAG)) {
                return 412;
            }
        } else if (BEFORE.equals(fields[2])) { // step 2
            return 412;
        }
        String noneMatch = fields[3];
        if (noneMatch != null) { // step 3
            if (!noneMatch.equals("\"v1\"")) {
                return isRead ? 304 : 412;
            }
        } else if (isRead && AT.equals(fields[4])) { // step 4
            return 304;
        }
        String range = fields[5];
        String ifRange = fields[6];
        if (isRead && range != null) { // step 5, of HEAD too
            if (ifRange == null || ifRange.equals(TAG) || ifRange.equals(AT)) {
                return range.equals("bytes=0-1") ? 206 : 416;
            }
        }
        return isRead ? 200 : 204; // step 6
    }

    @Test
    @DisplayName("15.4.5: 304 has the fields of the 200 that caches need, and no Content-Type")
    void fieldsOfNotModified() throws Exception {
        RawClient client = client(Rfc9110Section13ConditionalRequestsTest::thing);
        RawClient.Reply reply = client.get("/", "If-None-Match: " + TAG).read();
        assertEquals(304, reply.status());
        assertEquals(Optional.of(TAG), reply.field("ETag"));
        assertEquals(Optional.of("no-cache"), reply.field("Cache-Control"));
        assertEquals(Optional.empty(), reply.field("Content-Type"));
        assertEquals(Optional.empty(), reply.field("Last-Modified"));
    }

    private void assertStatus(int expected, String method, String... fieldLines) throws IOException {
        RawClient client = client(Rfc9110Section13ConditionalRequestsTest::thing);
        client.send(RawClient.request(method, "/", fieldLines));
        RawClient.Reply reply = method.equals("HEAD") ? client.readToHead() : client.read();
        assertEquals(expected, reply.status(), method + " " + String.join(" ", fieldLines));
    }
}
