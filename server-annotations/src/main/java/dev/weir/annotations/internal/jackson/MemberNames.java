package dev.weir.annotations.internal.jackson;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** The names that Jackson reads the properties of classes under; called by many threads. */
final class MemberNames {

    private final Later<JsonMapper> mapper;

    /** Names by properties; empty for a class that is read from something else than an object. */
    private final Map<Class<?>, Optional<Map<String, String>>> known = new ConcurrentHashMap<>();

    MemberNames(Later<JsonMapper> mapper) {
        this.mapper = mapper;
    }

    /** The name of a property; empty if all that is read of the class is that property. */
    Optional<String> find(Class<?> type, String property) {
        return known.computeIfAbsent(type, this::read).map(names -> names.getOrDefault(property, property));
    }

    private Optional<Map<String, String>> read(Class<?> type) {
        DeserializationConfig config = mapper.get().deserializationConfig();
        JavaType javaType = config.constructType(type);
        ClassIntrospector introspector = config.classIntrospectorInstance();
        BeanDescription description =
                introspector.introspectForDeserialization(javaType, introspector.introspectClassAnnotations(javaType));
        if (description.findJsonValueAccessor() != null || isDelegated(description)) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        for (BeanPropertyDefinition property : description.findProperties()) {
            names.put(property.getInternalName(), property.getName());
        }
        return Optional.of(names);
    }

    private static boolean isDelegated(BeanDescription description) {
        return Stream.concat(
                        description.getConstructorsWithMode().stream(),
                        description.getFactoryMethodsWithMode().stream())
                .anyMatch(creator -> creator.metadata == JsonCreator.Mode.DELEGATING);
    }
}
