package dev.weir.annotations.internal.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.json.Patched;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.deser.CreatorProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.bean.BeanAsArraySerializer;
import tools.jackson.databind.ser.bean.BeanSerializerBase;

/** Makes schemas of records and beans, with the members that Jackson's serializers and deserializers have for them. */
final class Beans {

    private static final Set<Class<?>> OPTIONALS =
            Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class, Patched.class);

    private final JsonMapper mapper;
    private final TypeSchemas schemas;

    Beans(JsonMapper mapper, TypeSchemas schemas) {
        this.mapper = mapper;
        this.schemas = schemas;
    }

    /** Whether it is an object in JSON, with members that are known. */
    boolean isBean(JavaType type, Use use) {
        if (use == Use.READ) {
            return deserializer(type)
                    .filter(BeanDeserializerBase.class::isInstance)
                    .isPresent();
        }
        return serializer(type)
                .filter(found -> found instanceof BeanSerializerBase && !(found instanceof BeanAsArraySerializer))
                .isPresent();
    }

    /** The type that values of this one are in JSON: that of a {@code @JsonValue}, or of what a creator takes whole. */
    Optional<JavaType> substitute(JavaType type, Use use) {
        SerializationContext context = mapper._serializationContext();
        AnnotatedMember value = context.introspectBeanDescription(type).findJsonValueAccessor();
        if (use == Use.WRITTEN) {
            return Optional.ofNullable(value).map(AnnotatedMember::getType);
        }
        DeserializationContext reading = mapper._deserializationContext();
        return deserializer(type)
                .filter(BeanDeserializerBase.class::isInstance)
                .map(found -> ((BeanDeserializerBase) found).getValueInstantiator())
                .filter(ValueInstantiator::canCreateUsingDelegate)
                .map(instantiator -> instantiator.getDelegateType(reading.getConfig()));
    }

    /** The schema of an object. */
    Map<String, Object> schema(JavaType type, Use use, Optional<Subtypes.Tag> tag) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        List<Object> unwrapped = new ArrayList<>();
        Optional<String> tagged = tag.flatMap(Subtypes.Tag::property);
        tagged.ifPresent(name -> properties.put(name, Map.of()));
        if (use == Use.READ) {
            read(type, properties, required);
        } else {
            written(type, properties, required, unwrapped);
        }
        tagged.ifPresent(name -> {
            Map<String, Object> constant = Schema.ofType("string");
            constant.put("const", tag.get().id());
            properties.put(name, constant);
            if (!required.contains(name)) {
                required.add(0, name);
            }
        });
        Map<String, Object> schema = Schema.ofType("object");
        if (!unwrapped.isEmpty()) {
            schema.put("allOf", unwrapped);
        }
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private void read(JavaType type, Map<String, Object> properties, List<String> required) {
        Iterator<SettableBeanProperty> all =
                ((BeanDeserializerBase) deserializer(type).orElseThrow()).properties();
        while (all.hasNext()) {
            SettableBeanProperty property = all.next();
            boolean isArgument = property instanceof CreatorProperty;
            Declared declared = ConstrainedMember.of(property.getMember());
            boolean isDemanded = Constrained.refusesNull(declared) && mayBeAbsent(property);
            boolean isNullable = isNullable(property) && !isDemanded;
            properties.put(property.getName(), schema(property, declared, isNullable, Use.READ));
            if (property.isRequired() || isDemanded || isArgument && !isNullable && !isOptional(property.getType())) {
                required.add(property.getName());
            }
        }
    }

    private void written(JavaType type, Map<String, Object> properties, List<String> required, List<Object> unwrapped) {
        Iterator<PropertyWriter> all = serializer(type).orElseThrow().properties();
        while (all.hasNext()) {
            PropertyWriter property = all.next();
            if (property instanceof BeanPropertyWriter writer && writer.isUnwrapping()) {
                unwrapped.add(schemas.of(property.getType(), Use.WRITTEN));
                continue;
            }
            Declared declared = ConstrainedMember.of(property.getMember());
            boolean isNullable = isNullable(property) && !Constrained.refusesNull(declared);
            properties.put(property.getName(), schema(property, declared, isNullable, Use.WRITTEN));
            if (!isNullable && !isOptional(property.getType()) && isAlwaysWritten(property)) {
                required.add(property.getName());
            }
        }
    }

    /** Whether there is nothing if JSON has no such member: primitives are 0, and changes are none. */
    private static boolean mayBeAbsent(BeanProperty property) {
        return !property.getType().isPrimitive() && property.getType().getRawClass() != Patched.class;
    }

    private Map<String, Object> schema(BeanProperty property, Declared declared, boolean isNullable, Use use) {
        Map<String, Object> schema = isWrittenAsSaid(property)
                ? Leaves.schema(
                        mapper._serializationContext().findPrimaryPropertySerializer(property.getType(), property),
                        property.getType())
                : schemas.of(property.getType(), use);
        Map<String, Object> constrained = Constrained.schema(schema, declared);
        if (isNullable) {
            return Schema.nullable(constrained);
        }
        return Constrained.refusesNull(declared) ? Schema.notNull(constrained) : constrained;
    }

    /** Whether an annotation there makes it something else in JSON than its type usually is. */
    private static boolean isWrittenAsSaid(BeanProperty property) {
        JsonFormat format = property.getAnnotation(JsonFormat.class);
        return format != null
                        && (format.shape() != JsonFormat.Shape.ANY
                                || !format.pattern().isEmpty())
                || property.getAnnotation(JsonSerialize.class) != null;
    }

    private static boolean isNullable(BeanProperty property) {
        AnnotatedMember member = property.getMember();
        boolean isPrimitive = property.getType().isPrimitive();
        return !isPrimitive && member != null && (isAdded(member) || Nullness.isNullable(member));
    }

    /** Whether nothing in the class stands for it, so that nobody knows if it will have a value. */
    private static boolean isAdded(AnnotatedMember member) {
        return member.getMember() == null;
    }

    private static boolean isOptional(JavaType type) {
        return type.isReferenceType() || OPTIONALS.contains(type.getRawClass());
    }

    private boolean isAlwaysWritten(PropertyWriter property) {
        JsonInclude.Value inclusion = property.findPropertyInclusion(
                mapper.serializationConfig(), property.getMember().getDeclaringClass());
        JsonInclude.Include when = inclusion.getValueInclusion();
        boolean isAlways = when == JsonInclude.Include.ALWAYS || when == JsonInclude.Include.USE_DEFAULTS;
        return isAlways && !(property instanceof BeanPropertyWriter writer && writer.willSuppressNulls());
    }

    private Optional<ValueSerializer<?>> serializer(JavaType type) {
        try {
            return Optional.of(mapper._serializationContext().findValueSerializer(type));
        } catch (JacksonException e) {
            return Optional.empty(); // then nobody will see such a value
        }
    }

    private Optional<ValueDeserializer<?>> deserializer(JavaType type) {
        try {
            return Optional.of(mapper._deserializationContext().findNonContextualValueDeserializer(type));
        } catch (JacksonException e) {
            return Optional.empty(); // then nobody can send such a value
        }
    }
}
