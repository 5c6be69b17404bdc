package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.result.Representations;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/**
 * What the compiler found out about one method, kept as it is: an {@link EndpointDescriber} makes a description of it if
 * somebody asks for one.
 *
 * @param controller the class of the controller
 * @param method the method
 * @param texts what it takes under a name
 * @param content the parameters that take the whole content, one at most
 * @param arguments what became of its parameters
 * @param type of its result
 * @param results what becomes of that
 * @param guard what handles its exceptions
 * @param annotations of the method
 */
record EndpointModel(
        Class<?> controller,
        Method method,
        List<TextInput> texts,
        List<ParameterSpec> content,
        List<Argument> arguments,
        Type type,
        Representations results,
        ExceptionGuard guard,
        Declared annotations) {}
