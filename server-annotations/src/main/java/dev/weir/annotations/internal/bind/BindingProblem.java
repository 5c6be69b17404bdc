package dev.weir.annotations.internal.bind;

import dev.weir.http.HttpException;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Status;
import dev.weir.json.JsonReadException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a client what its request got wrong: all wrong parameters at once, or the first fault in the content. */
public final class BindingProblem {

    /** A longer pointer is left out: its names come from the client. */
    static final int LONGEST_POINTER = 500;

    private BindingProblem() {}

    /** The answer to a request with those errors, of which there is at least one. */
    public static HttpException ofParameters(Request request, List<ArgumentError> errors) {
        String detail = errors.size() == 1 ? "1 parameter is invalid" : errors.size() + " parameters are invalid";
        return problem(
                request,
                "Invalid request parameters",
                detail,
                errors.stream().map(ArgumentError::toMember).toList());
    }

    static HttpException ofContent(Request request, JsonReadException fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("in", "body");
        fault.pointer()
                .filter(pointer -> pointer.length() <= LONGEST_POINTER)
                .ifPresent(pointer -> members.put("pointer", pointer));
        members.put("code", fault.code());
        members.put("detail", fault.detail());
        fault.expected().ifPresent(type -> members.put("expected", type));
        if (!fault.allowed().isEmpty()) {
            members.put("allowed", fault.allowed());
        }
        fault.line().ifPresent(line -> members.put("line", line));
        fault.column().ifPresent(column -> members.put("column", column));
        String detail = fault.pointer().isPresent()
                ? "The content does not have the shape expected"
                : "The content is not valid JSON";
        return problem(request, "Invalid request content", detail, List.of(members));
    }

    private static HttpException problem(
            Request request, String title, String detail, List<Map<String, Object>> errors) {
        Problem problem = Problem.of(Status.BAD_REQUEST, detail).withTitle(title);
        return new HttpException(at(request, problem).with("errors", errors));
    }

    private static Problem at(Request request, Problem problem) {
        try {
            return problem.withInstance(request.path());
        } catch (IllegalArgumentException e) {
            // Not every path that clients send is a URI reference.
            return problem;
        }
    }
}
