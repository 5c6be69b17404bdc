package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.Delete;
import dev.weir.annotations.Get;
import dev.weir.annotations.Head;
import dev.weir.annotations.Options;
import dev.weir.annotations.Patch;
import dev.weir.annotations.Post;
import dev.weir.annotations.Put;
import dev.weir.annotations.Route;
import dev.weir.annotations.internal.reflect.Declared;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the annotations that make a method answer requests. */
final class Verbs {

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(Get.class, found -> Verb.of("GET", "Get", found.value())),
            new Kind<>(Head.class, found -> Verb.of("HEAD", "Head", found.value())),
            new Kind<>(Post.class, found -> Verb.of("POST", "Post", found.value())),
            new Kind<>(Put.class, found -> Verb.of("PUT", "Put", found.value())),
            new Kind<>(Patch.class, found -> Verb.of("PATCH", "Patch", found.value())),
            new Kind<>(Delete.class, found -> Verb.of("DELETE", "Delete", found.value())),
            new Kind<>(Options.class, found -> Verb.of("OPTIONS", "Options", found.value())),
            new Kind<>(Route.class, found -> Verb.route(found.method(), found.path())));

    private Verbs() {}

    static List<Verb> of(Declared method) {
        return KINDS.stream().flatMap(kind -> kind.find(method)).toList();
    }

    private record Kind<A extends Annotation>(Class<A> type, Function<A, Verb> verb) {
        Stream<Verb> find(Declared method) {
            return method.find(type).map(verb).stream();
        }
    }
}
