package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.InvalidArgumentException;
import dev.weir.annotations.internal.description.OutputDescription;
import dev.weir.annotations.internal.reflect.ArrayCall;
import dev.weir.annotations.internal.result.Representations;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A method that answers in place of what threw; called by many threads at once. */
final class ExceptionMethod {

    /** What a result has where nobody says which. */
    private static final Set<Status> UNSAID = Set.of(Status.OK, Status.NO_CONTENT);

    private final MethodHandle method;

    /** Empty for the parameter that takes the exception. */
    private final List<Optional<Argument>> arguments;

    private final Representations results;

    /** What the method declares to return. */
    private final Type type;

    private final boolean saysStatus;

    /** The method, for people. */
    private final String name;

    /**
     * A method that is bound to its instance.
     *
     * @param type of its result
     * @param saysStatus whether the result's status stands; else it is 500
     */
    ExceptionMethod(
            MethodHandle method,
            List<Optional<Argument>> arguments,
            Representations results,
            Type type,
            boolean saysStatus,
            String name) {
        this.method = ArrayCall.of(method);
        this.arguments = List.copyOf(arguments);
        this.results = results;
        this.type = type;
        this.saysStatus = saysStatus;
        this.name = name;
    }

    /**
     * The response.
     *
     * @throws FailedException if there is none, whatever the reason
     */
    Response response(Throwable thrown, Request request) {
        try {
            Response response = results.chooseOrFirst(request).response(call(thrown, request));
            Status status = meant(response.status());
            return status.equals(response.status()) ? response : response.withStatus(status);
        } catch (HttpException e) {
            Response problem = Response.problem(e.problem());
            return problem.withHeaders(problem.headers().plusAll(e.headers()));
        } catch (Throwable e) { // whatever it is, nobody else may handle it
            throw new FailedException(name, e, thrown);
        }
    }

    private Status meant(Status status) {
        return saysStatus || !UNSAID.contains(status) ? status : Status.INTERNAL_SERVER_ERROR;
    }

    /** The responses that it makes. */
    List<OutputDescription> outputs() {
        return OutputReader.read(type, results).outputs().stream()
                .map(output -> output.withStatus(output.status().map(this::meant)))
                .toList();
    }

    private Object call(Throwable thrown, Request request) throws Throwable {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    arguments.get(i).isEmpty() ? thrown : value(arguments.get(i).get(), request);
        }
        return (Object) method.invokeExact(values);
    }

    private static Object value(Argument part, Request request) throws IOException {
        try {
            return part.from(request);
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException("part of a request (expected: to be there)", e);
        }
    }

    /** An exception handler failed; what it was to handle is suppressed in this. */
    static final class FailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FailedException(String handler, Throwable failure, Throwable handled) {
            super(handler + " failed while it handled " + handled, failure);
            if (handled != failure) {
                addSuppressed(handled);
            }
        }
    }
}
