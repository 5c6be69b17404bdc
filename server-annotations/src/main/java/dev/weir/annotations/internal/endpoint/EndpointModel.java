package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.Checks;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.result.Representations;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * What the compiler found out about one method, kept as it is: an {@link EndpointDescriber} makes a description of it if
 * somebody asks for one.
 *
 * @param controller the class of the controller
 * @param method the method
 * @param texts what it takes under a name
 * @param parts what it takes of forms of parts
 * @param content the parameters that take the whole content, one at most
 * @param arguments what became of its parameters
 * @param constraints what they have to hold
 * @param type of its result
 * @param results what becomes of that
 * @param guard what handles its exceptions
 * @param annotations of the method
 */
record EndpointModel(
        Class<?> controller,
        Method method,
        List<TextInput> texts,
        List<PartInput> parts,
        List<ParameterSpec> content,
        List<Argument> arguments,
        Optional<Checks> constraints,
        Type type,
        Representations results,
        ExceptionGuard guard,
        Declared annotations) {}
