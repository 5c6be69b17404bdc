package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.ArgumentError;
import dev.weir.annotations.internal.bind.BindingProblem;
import dev.weir.annotations.internal.bind.InvalidArgumentException;
import dev.weir.annotations.internal.result.Representations;
import dev.weir.annotations.internal.result.Result;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * One method of one controller as a handler. All of the parameters that are in the head of the request are bound first,
 * so that all faults are told together; content is read only if there are none.
 */
final class Endpoint implements Handler {

    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    private final MethodHandle method;
    private final Argument[] arguments;

    /** Index of the argument that reads the content; -1 if none does. */
    private final int content;

    private final Representations results;

    /** An endpoint of a method that is bound to its instance. */
    Endpoint(MethodHandle method, List<Argument> arguments, Representations results) {
        this.method = method.asType(method.type().generic())
                .asSpreader(Object[].class, arguments.size())
                .asType(SPREAD);
        this.arguments = arguments.toArray(Argument[]::new);
        this.results = results;
        int reader = -1;
        for (int i = 0; i < this.arguments.length; i++) {
            reader = this.arguments[i].readsContent() ? i : reader;
        }
        this.content = reader;
    }

    @Override
    public Response handle(Request request) throws Exception {
        Result result = results.choose(request);
        Object[] values = new Object[arguments.length];
        List<ArgumentError> errors = null;
        for (int i = 0; i < arguments.length; i++) {
            if (i != content) {
                errors = bind(i, request, values, errors);
            }
        }
        if (errors == null && content >= 0) {
            errors = bind(content, request, values, null);
        }
        if (errors != null) {
            throw BindingProblem.ofParameters(request, errors);
        }
        return result.response(call(values));
    }

    /** The errors so far, and another if the argument is wrong; null as long as there are none. */
    private List<ArgumentError> bind(int index, Request request, Object[] values, List<ArgumentError> errors)
            throws IOException {
        try {
            values[index] = arguments[index].from(request);
            return errors;
        } catch (InvalidArgumentException e) {
            List<ArgumentError> more = errors == null ? new ArrayList<>() : errors;
            more.add(e.error());
            return more;
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
