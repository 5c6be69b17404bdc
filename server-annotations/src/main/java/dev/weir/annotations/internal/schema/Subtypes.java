package dev.weir.annotations.internal.schema;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Knows which classes values of a type may be of, and how JSON tells them apart.
 *
 * @param mapper reads the annotations
 */
record Subtypes(JsonMapper mapper) {

    /**
     * What JSON says of a value's class.
     *
     * @param id the class's name there
     * @param place a member of that name; empty if there is no such member
     * @param isAround whether it is the name of the only member of an object around the value
     */
    record Tag(String id, Optional<String> property, boolean isAround) {

        /** The schema with what stands around the value. */
        Map<String, Object> around(Map<String, Object> schema) {
            if (!isAround) {
                return schema;
            }
            Map<String, Object> members = new LinkedHashMap<>();
            members.put(id, schema);
            Map<String, Object> object = Schema.ofType("object");
            object.put("properties", members);
            object.put("required", List.of(id));
            return object;
        }
    }

    /** The types that are not abstract in the order of their names, the type itself perhaps among them; none if nobody knows them. */
    List<JavaType> of(JavaType type) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        permitted(type.getRawClass(), classes);
        SerializationContext context = mapper._serializationContext();
        if (context.findTypeSerializer(type) != null) {
            AnnotatedClass annotated = context.introspectClassAnnotations(type);
            for (NamedType named : context.getConfig()
                    .getSubtypeResolver()
                    .collectAndResolveSubtypesByClass(context.getConfig(), annotated)) {
                classes.add(named.getType());
            }
        }
        List<JavaType> types = new ArrayList<>();
        classes.stream()
                .filter(type.getRawClass()::isAssignableFrom)
                .filter(each -> !Modifier.isAbstract(each.getModifiers()))
                .sorted(Comparator.comparing(Class::getName))
                .forEach(each -> types.add(
                        each == type.getRawClass()
                                ? type
                                : mapper.getTypeFactory().constructSpecializedType(type, each)));
        return types;
    }

    private static void permitted(Class<?> type, Set<Class<?>> found) {
        found.add(type);
        if (type.isSealed()) {
            for (Class<?> each : type.getPermittedSubclasses()) {
                permitted(each, found);
            }
        }
    }

    /** How JSON tells that a value that is declared to be of one type is of another; empty if it does not. */
    Optional<Tag> tag(JavaType declared, JavaType type) {
        SerializationContext context = mapper._serializationContext();
        TypeSerializer serializer = context.findTypeSerializer(declared);
        if (serializer == null) {
            return Optional.empty();
        }
        String id = serializer.getTypeIdResolver().idFromValueAndType(context, null, type.getRawClass());
        JsonTypeInfo.As place = serializer.getTypeInclusion();
        boolean isProperty = place == JsonTypeInfo.As.PROPERTY || place == JsonTypeInfo.As.EXISTING_PROPERTY;
        boolean isAround = place == JsonTypeInfo.As.WRAPPER_OBJECT;
        return id == null || !isProperty && !isAround
                ? Optional.empty()
                : Optional.of(new Tag(
                        id, isProperty ? Optional.of(serializer.getPropertyName()) : Optional.empty(), isAround));
    }
}
