package dev.weir.observe;

import dev.weir.http.FieldNames;
import dev.weir.http.Request;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a line of the access log looks. Whatever a client sent is escaped, so that a line stays a line. */
public enum AccessLogFormat {
    /** {@code 192.0.2.7 - - [02/Jan/2026:10:20:30 +0000] "GET /x HTTP/1.1" 200 1234}, as Apache httpd has it. */
    COMMON {
        @Override
        public String line(ServedRequest served) {
            return common(served);
        }
    },
    /** The common format with Referer and User-Agent behind it. */
    COMBINED {
        @Override
        public String line(ServedRequest served) {
            Request request = served.request();
            return common(served) + " " + quoted(request.header("Referer").orElse("-")) + " "
                    + quoted(request.header(FieldNames.USER_AGENT).orElse("-"));
        }
    },
    /** A JSON object: time, peer, method, target, version, status, octets, microseconds, complete, userAgent. */
    JSON {
        @Override
        public String line(ServedRequest served) {
            Request request = served.request();
            return "{\"time\":\"" + served.started() + "\",\"peer\":" + quoted(peer(request)) + ",\"method\":"
                    + quoted(request.method().name()) + ",\"target\":"
                    + quoted(request.target().toString()) + ",\"version\":\""
                    + request.version().text() + "\",\"status\":"
                    + served.status().code() + ",\"octets\":"
                    + served.contentOctets() + ",\"microseconds\":"
                    + served.duration().toNanos() / 1000 + ",\"complete\":" + served.isComplete() + ",\"userAgent\":"
                    + quoted(request.header(FieldNames.USER_AGENT).orElse("")) + "}";
        }
    };

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    /** The line for a request, without its line end. */
    public abstract String line(ServedRequest served);

    private static String common(ServedRequest served) {
        Request request = served.request();
        String time = TIME.format(ZonedDateTime.ofInstant(served.started(), ZoneOffset.UTC));
        String requestLine = request.method().name() + " " + request.target() + " "
                + request.version().text();
        return peer(request) + " - - [" + time + "] " + quoted(requestLine) + " "
                + served.status().code() + " " + served.contentOctets();
    }

    private static String peer(Request request) {
        return request.peer().ipAddress().orElse("-");
    }

    /** In double quotes; quotes, backslashes and everything outside printable ASCII escaped as JSON does. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
