package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A method of a controller, with what became of its parameters.
 *
 * @param controller the instance that it is called on
 * @param method the method
 * @param place where it is declared
 * @param annotations of the method
 * @param parameters annotations of each parameter
 * @param types of each parameter, as the controller's class sees it
 * @param arguments one for each parameter
 */
public record EndpointMethod(
        Object controller,
        Method method,
        Place place,
        Declared annotations,
        List<Declared> parameters,
        List<Type> types,
        List<Argument> arguments) {

    static EndpointMethod of(
            Object controller,
            Method method,
            Place place,
            Declared annotations,
            List<ParameterSpec> parameters,
            List<Argument> arguments) {
        return new EndpointMethod(
                controller,
                method,
                place,
                annotations,
                parameters.stream().map(ParameterSpec::annotations).toList(),
                parameters.stream().map(ParameterSpec::type).toList(),
                arguments);
    }
}
