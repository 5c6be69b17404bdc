package dev.weir.annotations.internal.description;

import dev.weir.http.Status;
import dev.weir.routing.PathPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One method of a controller under one pattern.
 *
 * @param controller the class of the controller, not the one that declares the method
 * @param method name of the method
 * @param signature the method, for people
 * @param pattern the pattern by which its path variables are named
 * @param inputs what it takes under a name, in the order of its parameters
 * @param content what it takes of the request's content
 * @param parts what that has to hold, if it is a form of parts and they are known
 * @param outputs the responses that it makes when all goes well, and those of exception handlers
 * @param problems statuses of the problem documents that may come in their place
 */
public record EndpointDescription(
        Class<?> controller,
        String method,
        String signature,
        PathPattern pattern,
        List<InputDescription> inputs,
        Optional<ContentDescription> content,
        List<PartDescription> parts,
        List<OutputDescription> outputs,
        Set<Status> problems) {

    /** The same with other inputs. */
    public EndpointDescription withInputs(List<InputDescription> others) {
        return new EndpointDescription(
                controller, method, signature, pattern, others, content, parts, outputs, problems);
    }
}
