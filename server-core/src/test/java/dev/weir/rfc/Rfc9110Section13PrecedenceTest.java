package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.representation.ConditionalRequests;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Preconditions;
import dev.weir.representation.Validators;
import dev.weir.rfc.PreconditionOracle.Target;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 sections 13.2.2 and 14.2: Precedence of Preconditions, with Ranges")
class Rfc9110Section13PrecedenceTest extends LiveServer {

    /** Reads and changes the targets, as a handler that was written by the book. */
    private static Response answer(Request request) throws IOException {
        Target target = PreconditionOracle.TARGETS.stream()
                .filter(one -> one.path().equals(request.path()))
                .findFirst()
                .orElseThrow();
        Method method = request.method();
        if (method.equals(Method.OPTIONS)) {
            return Response.noContent();
        }
        if (!target.exists() && !method.equals(Method.PUT)) {
            return Response.problem(Problem.of(Status.NOT_FOUND));
        }
        Validators validators = validators(target);
        if (method.equals(Method.GET) || method.equals(Method.HEAD)) {
            Response full =
                    target.hasRanges() ? Response.text(PreconditionCases.CONTENT) : streamed(PreconditionCases.CONTENT);
            return ConditionalRequests.answer(request, validators.addTo(full));
        }
        Preconditions.check(request, validators);
        return Response.of(target.exists() ? Status.NO_CONTENT : Status.CREATED);
    }

    private static Validators validators(Target target) {
        if (!target.exists()) {
            return Validators.absent();
        }
        if (target.tag().isEmpty()) {
            return target.isDated() ? Validators.of(PreconditionOracle.CHANGED) : Validators.none();
        }
        EntityTag tag = EntityTag.parse(target.tag()).orElseThrow();
        return target.isDated() ? Validators.of(tag, PreconditionOracle.CHANGED) : Validators.of(tag);
    }

    @Test
    @DisplayName("13.2.2: whatever conditions, ranges, methods and validators come together, the six steps decide")
    void everyCombination() throws Exception {
        PreconditionCases cases =
                new PreconditionCases(PreconditionOracle.TARGETS, PreconditionOracle.METHODS, PreconditionOracle.TAG);
        assertEquals(
                Set.of(200, 201, 204, 206, 304, 404, 412, 416),
                cases.ask(client(Rfc9110Section13PrecedenceTest::answer)));
    }
}
