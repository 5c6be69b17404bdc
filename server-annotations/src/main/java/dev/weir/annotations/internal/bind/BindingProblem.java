package dev.weir.annotations.internal.bind;

import dev.weir.http.HttpException;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Status;
import dev.weir.json.JsonReadException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a client what its request got wrong: all wrong parameters at once, or the first
 * fault in the content, or all constraints that it does not hold.
 */
public final class BindingProblem {

    /** A longer pointer is left out: its names come from the client. */
    static final int LONGEST_POINTER = 500;

    private BindingProblem() {}

    /** The answer to a request with those errors, of which there is at least one. */
    public static HttpException ofParameters(Request request, List<ArgumentError> errors) {
        String detail = errors.size() == 1 ? "1 parameter is invalid" : errors.size() + " parameters are invalid";
        return problem(
                request,
                Status.BAD_REQUEST,
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
        return problem(request, Status.BAD_REQUEST, "Invalid request content", detail, List.of(members));
    }

    /**
     * The answer to a request that can be read and breaks constraints all the same.
     *
     * @param errors the first of them; none if there are too many to tell any
     * @param count how many were found, at least
     */
    public static HttpException ofConstraints(Request request, List<ConstraintError> errors, int count) {
        if (errors.isEmpty()) {
            String many = "More than " + count + " constraints are violated";
            return problem(request, Status.UNPROCESSABLE_CONTENT, "Invalid request", many, List.of());
        }
        boolean isContent = errors.stream().anyMatch(ConstraintError::isOfContent);
        boolean isParameters = errors.stream().anyMatch(error -> !error.isOfContent());
        String part = isContent && isParameters ? "" : isContent ? " content" : " parameters";
        String some = errors.size() == 1 ? "1 constraint is violated" : errors.size() + " constraints are violated";
        String more = "More than " + errors.size() + " constraints are violated, these among them";
        return problem(
                request,
                Status.UNPROCESSABLE_CONTENT,
                "Invalid request" + part,
                count > errors.size() ? more : some,
                errors.stream().map(ConstraintError::toMember).toList());
    }

    private static HttpException problem(
            Request request, Status status, String title, String detail, List<Map<String, Object>> errors) {
        Problem problem = Problem.of(status, detail).withTitle(title);
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
