package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.ResponseHeader;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.http.Headers;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a method says of status and field lines of its responses.
 *
 * @param tools where faults go
 * @param place of the method
 * @param annotations of the method
 * @param controller annotations of its class
 */
record ResponseHeads(Toolbox tools, Place place, Declared annotations, Declared controller) {

    /** Fields that the server sets, whatever anybody says. */
    private static final Set<String> DECIDED_BY_SERVER =
            Set.of("content-length", "transfer-encoding", "connection", "keep-alive", "trailer", "upgrade");

    /** The status, unless there is a fault. */
    Optional<Status> status(Status otherwise) {
        return status(annotations, otherwise);
    }

    /** The status that a type's own annotation says. */
    Optional<Status> status(Declared of, Status otherwise) {
        Optional<Integer> code = of.find(dev.weir.annotations.Status.class).map(dev.weir.annotations.Status::value);
        if (code.isPresent() && (code.get() < 200 || code.get() > 599)) {
            fault("@Status(" + code.get() + ") is out of range", "A final status lies between 200 and 599.");
            return Optional.empty();
        }
        return Optional.of(code.map(Status::of).orElse(otherwise));
    }

    /** The field lines, unless there is a fault. */
    Optional<Headers> headers() {
        Optional<Headers> own = headers(annotations.all(ResponseHeader.class), place);
        Optional<Headers> shared = headers(controller.all(ResponseHeader.class), Place.of((Class<?>)
                controller.elements().get(0)));
        if (own.isEmpty() || shared.isEmpty()) {
            return Optional.empty();
        }
        Headers all = shared.get();
        for (Headers.Field field : own.get()) {
            all = all.without(field.name());
        }
        return Optional.of(all.plusAll(own.get()));
    }

    private Optional<Headers> headers(List<ResponseHeader> written, Place where) {
        Headers headers = Headers.empty();
        for (ResponseHeader each : written) {
            String lowerCase = each.name().toLowerCase(Locale.ROOT);
            if (DECIDED_BY_SERVER.contains(lowerCase)) {
                fault(where, each, "The server sets that field itself. Drop the @ResponseHeader.");
                return Optional.empty();
            }
            if (lowerCase.equals("content-type")) {
                fault(where, each, "Name the media type with @Produces.");
                return Optional.empty();
            }
            try {
                headers = headers.plus(each.name(), each.value());
            } catch (IllegalArgumentException e) {
                fault(
                        where,
                        each,
                        "A field name is a token, and a field value has no line break or other control character.");
                return Optional.empty();
            }
        }
        return Optional.of(headers);
    }

    private void fault(Place where, ResponseHeader header, String mend) {
        tools.faults().add(Fault.at(where, "@ResponseHeader(name = \"" + header.name() + "\") can't be sent", mend));
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }

    /** A response of that status with those field lines. */
    static Response head(Status status, Headers headers) {
        return Response.of(status).withHeaders(headers);
    }
}
