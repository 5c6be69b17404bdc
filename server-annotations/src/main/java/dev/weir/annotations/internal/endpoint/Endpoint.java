package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.Arguments;
import dev.weir.annotations.internal.bind.BindingProblem;
import dev.weir.annotations.internal.bind.Checks;
import dev.weir.annotations.internal.bind.FormContent;
import dev.weir.annotations.internal.bind.InvalidArgumentException;
import dev.weir.annotations.internal.reflect.ArrayCall;
import dev.weir.annotations.internal.result.Representations;
import dev.weir.annotations.internal.result.Result;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * One method of one controller as a handler: binds its arguments, has them checked, calls
 * it, and makes the response of its result.
 */
final class Endpoint implements Handler {

    private final MethodHandle method;
    private final Arguments arguments;
    private final boolean readsForm;
    private final Optional<Checks> constraints;
    private final Representations results;

    /** An endpoint of a method that is bound to its instance. */
    Endpoint(MethodHandle method, List<Argument> arguments, Optional<Checks> constraints, Representations results) {
        this.method = ArrayCall.of(method);
        this.arguments = new Arguments(arguments);
        this.readsForm = this.arguments.takeFormFields();
        this.constraints = constraints;
        this.results = results;
    }

    @Override
    public Response handle(Request request) throws Exception {
        Result result = results.choose(request);
        Object[] values = values(request);
        return result.response(constraints.isEmpty() ? call(values) : checked(constraints.get(), request, values));
    }

    private Object checked(Checks constrained, Request request, Object[] values) throws Exception {
        constrained.checkArguments(request, values);
        Object result = call(values);
        constrained.checkResult(result);
        return result;
    }

    private Object[] values(Request request) throws IOException {
        try {
            return arguments.from(readsForm ? FormContent.read(request) : request);
        } catch (InvalidArgumentException e) {
            throw BindingProblem.ofParameters(request, e.errors());
        }
    }

    private Object call(Object[] values) throws Exception {
        try {
            return (Object) method.invokeExact(values);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("neither exception nor error", e);
        }
    }
}
