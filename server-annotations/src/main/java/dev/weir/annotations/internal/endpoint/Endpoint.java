package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.Arguments;
import dev.weir.annotations.internal.bind.BindingProblem;
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

/** One method of one controller as a handler: binds its arguments, calls it, and makes the response of its result. */
final class Endpoint implements Handler {

    private final MethodHandle method;
    private final Arguments arguments;
    private final boolean readsForm;
    private final Representations results;

    /** An endpoint of a method that is bound to its instance. */
    Endpoint(MethodHandle method, List<Argument> arguments, Representations results) {
        this.method = ArrayCall.of(method);
        this.arguments = new Arguments(arguments);
        this.readsForm = this.arguments.takeFormFields();
        this.results = results;
    }

    @Override
    public Response handle(Request request) throws Exception {
        Result result = results.choose(request);
        return result.response(call(values(request)));
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
