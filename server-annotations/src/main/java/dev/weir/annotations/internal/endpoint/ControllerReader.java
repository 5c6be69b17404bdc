package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.Controller;
import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.Checks;
import dev.weir.annotations.internal.bind.WantedParts;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.ControllerMethods;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.annotations.internal.result.Representations;
import dev.weir.http.MediaType;
import dev.weir.representation.ConditionalRequests;
import dev.weir.routing.Handler;
import dev.weir.routing.PathPattern;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads one controller class; used once. */
final class ControllerReader {

    private final Toolbox tools;
    private final Surroundings surroundings;
    private final Class<?> type;

    /** The instance that serves; empty if it could not be made, which is a fault already told. */
    private final Optional<Object> instance;

    private final ControllerMethods methods;
    private final GenericTypes types;
    private final List<EndpointRoute> routes = new ArrayList<>();

    ControllerReader(Toolbox tools, Surroundings surroundings, Class<?> type, Optional<Object> instance) {
        this.tools = tools;
        this.surroundings = surroundings;
        this.type = type;
        this.instance = instance;
        this.methods = new ControllerMethods(type);
        this.types = new GenericTypes(type);
    }

    /** All routes of the class. */
    List<EndpointRoute> read() {
        Optional<Controller> controller = Declared.of(type).find(Controller.class);
        if (controller.isEmpty()) {
            fault(Place.of(type), "Not a controller", "Put @Controller on the class, or leave it out.");
            return routes;
        }
        PathTexts paths = new PathTexts(tools, controller.get().value());
        if (!paths.isPrefixValid(Place.of(type))) {
            return routes;
        }
        ExceptionGuard guard = surroundings.guard(type, instance);
        boolean hasVerb = false;
        for (Method method : methods.all()) {
            for (Verb verb : Verbs.of(methods.annotations(method))) {
                hasVerb = true;
                read(method, verb, paths, guard);
            }
        }
        if (!hasVerb) {
            fault(
                    Place.of(type),
                    "Controller without routes",
                    "No method carries @Get, @Post or another of that kind. Annotate one, or drop the @Controller.");
        }
        return routes;
    }

    private void read(Method method, Verb verb, PathTexts paths, ExceptionGuard guard) {
        Place place = Place.of(method, verb.text());
        if (!isCallable(tools, method, place)) {
            return;
        }
        Optional<dev.weir.http.Method> requestMethod = requestMethod(verb, place);
        Optional<List<PathPattern>> patterns = paths.patterns(verb, place);
        if (requestMethod.isEmpty() || patterns.isEmpty()) {
            return;
        }
        List<ParameterSpec> specs = parameters(methods, types, method);
        EndpointArguments parameters = new EndpointArguments(tools, place, verb.method(), patterns.get(), specs);
        Optional<List<Argument>> arguments = parameters.read();
        WantedParts parts = parameters.parts();
        Declared annotations = methods.annotations(method);
        Optional<Checks> constraints = arguments.flatMap(found -> instance.flatMap(bound -> tools.constraints()
                .find(EndpointMethod.of(bound, method, place, annotations, specs, found), tools.faults()::add)));
        Optional<List<MediaType>> consumed =
                new ConsumedTypes(tools, place, annotations).read(verb.method(), arguments, parts);
        Type resultType = types.resolve(method.getGenericReturnType());
        Optional<Representations> result = new Results(tools, place, annotations, Declared.of(type)).of(resultType);
        MediaTypes media = consumed.flatMap(in -> result.map(out -> new MediaTypes(in, out.types(), out.areDeclared())))
                .orElse(MediaTypes.UNKNOWN);
        Optional<UnaryOperator<Handler>> around = surroundings
                .of(type, place, annotations, guard, resultType)
                .map(outside -> PartsScope.around(outside, parts, tools));
        Optional<Handler> endpoint = arguments.flatMap(
                found -> result.flatMap(back -> around.flatMap(outside -> instance.map(bound -> outside.apply(answering(
                        new Endpoint(handle(method).bindTo(bound), found, constraints, back), resultType))))));
        Optional<EndpointModel> model = arguments.isEmpty() || result.isEmpty()
                ? Optional.empty()
                : Optional.of(new EndpointModel(
                        type,
                        method,
                        parameters.texts(),
                        parameters.content(),
                        arguments.get(),
                        constraints,
                        resultType,
                        result.get(),
                        guard,
                        annotations));
        List<MediaType> read =
                arguments.map(found -> ConsumedTypes.readBy(found, parts)).orElse(List.of());
        for (PathPattern pattern : patterns.get()) {
            routes.add(new EndpointRoute(requestMethod.get(), pattern, media, read, place, endpoint, model));
        }
    }

    /** With preconditions and ranges where the result is a file. */
    private static Handler answering(Endpoint endpoint, Type resultType) {
        return Results.isFile(resultType) ? new ConditionalRequests().around(endpoint) : endpoint;
    }

    private Optional<dev.weir.http.Method> requestMethod(Verb verb, Place place) {
        try {
            return Optional.of(dev.weir.http.Method.of(verb.method()));
        } catch (IllegalArgumentException e) {
            fault(place, "Malformed request method \"" + verb.method() + "\"", "Write a token, as in PROPFIND.");
            return Optional.empty();
        }
    }

    /** Whether a method can be called on an instance; a fault otherwise. */
    static boolean isCallable(Toolbox tools, Method method, Place place) {
        if (Modifier.isStatic(method.getModifiers())) {
            tools.faults()
                    .add(Fault.at(
                            place,
                            "Static method",
                            "Such a method belongs to an instance. Drop the static, or the annotation."));
            return false;
        }
        if (!method.trySetAccessible()) {
            Class<?> declaring = method.getDeclaringClass();
            tools.faults()
                    .add(Fault.at(
                            place,
                            "Method that can't be called",
                            "Module " + declaring.getModule().getName() + " has to open it: opens "
                                    + declaring.getPackageName() + " to dev.weir.annotations;"));
            return false;
        }
        return true;
    }

    /** The parameters of a method, as a class sees them. */
    static List<ParameterSpec> parameters(ControllerMethods methods, GenericTypes types, Method method) {
        Type[] generic = method.getGenericParameterTypes();
        Parameter[] parameters = method.getParameters();
        List<ParameterSpec> specs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            Optional<String> name =
                    parameters[i].isNamePresent() ? Optional.of(parameters[i].getName()) : Optional.empty();
            specs.add(new ParameterSpec(types.resolve(generic[i]), name, methods.annotations(method, i)));
        }
        return specs;
    }

    static MethodHandle handle(Method method) {
        try {
            return MethodHandles.lookup().unreflect(method).asFixedArity();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " (expected: accessible)", e);
        }
    }

    private void fault(Place place, String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
