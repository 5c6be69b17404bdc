package dev.weir.annotations.internal.schema;

import dev.weir.annotations.internal.jackson.JacksonCodec;
import dev.weir.json.Patched;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.TreeNode;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.IterationType;

/** Makes schemas of Java types for one document; used by one thread. */
public final class TypeSchemas {

    private final JsonMapper mapper = JacksonCodec.newMapper();
    private final Components components = new Components();
    private final Beans beans = new Beans(mapper, this);
    private final Subtypes subtypes = new Subtypes(mapper);
    private final Enums enums = new Enums(mapper);

    /** Types that are being described by what stands for them in JSON, which may hold them again. */
    private final Set<JavaType> open = new HashSet<>();

    /** The schema of a type. */
    public Map<String, Object> of(Type type, Use use) {
        return of(mapper.constructType(type), use);
    }

    /** The schema of whatever text becomes a value of that type. */
    public Map<String, Object> ofText(Class<?> type) {
        if (type.isEnum()) {
            return of(type, Use.WRITTEN);
        }
        return Scalars.find(type).orElseGet(() -> Schema.ofType("string"));
    }

    /** What a text is in JSON if it becomes a value of that type. */
    public Object valueOfText(Class<?> type, String text) {
        return new TextValues(enums).of(type, text);
    }

    /** All components made so far by name, where other things have those names. */
    public Resolution resolve(Set<String> taken) {
        Components.Named named = components.name(taken);
        return new Resolution(named.schemas(), named::resolved);
    }

    Map<String, Object> of(JavaType type, Use use) {
        Class<?> raw = type.getRawClass();
        if (type.isReferenceType()) {
            return Schema.nullable(of(type.getReferencedType(), use));
        }
        if (raw == Patched.class) {
            return Schema.nullable(of(type.containedTypeOrUnknown(0), use));
        }
        Optional<Map<String, Object>> scalar = Scalars.find(raw);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        if (type.isArrayType() || type.isCollectionLikeType()) {
            return array(type.getContentType(), Set.class.isAssignableFrom(raw), use);
        }
        if (type instanceof IterationType iteration) {
            return array(iteration.getContentType(), false, use);
        }
        if (type.isMapLikeType()) {
            return Schema.mapOf(of(type.getContentType(), use));
        }
        if (type.isJavaLangObject() || TreeNode.class.isAssignableFrom(raw)) {
            return new LinkedHashMap<>();
        }
        return ofOthers(type, use);
    }

    private Map<String, Object> array(JavaType items, boolean isSet, Use use) {
        Map<String, Object> array = Schema.arrayOf(of(items, use));
        if (isSet) {
            array.put("uniqueItems", true);
        }
        return array;
    }

    /** Of types of the application. */
    private Map<String, Object> ofOthers(JavaType type, Use use) {
        if (type.getRawClass().isEnum()) {
            return components.refer(Components.alone(type, Use.WRITTEN), component -> enums.schema(component.type()));
        }
        Optional<JavaType> substitute = beans.substitute(type, use);
        if (substitute.isPresent() && !substitute.get().equals(type)) {
            return ofSubstitute(type, substitute.get(), use);
        }
        List<JavaType> kinds = subtypes.of(type);
        if (kinds.size() > 1 || kinds.size() == 1 && !kinds.get(0).equals(type)) {
            return components.refer(Components.open(type, use), component -> union(component, kinds));
        }
        return alone(type, use, subtypes.tag(type, type));
    }

    private Map<String, Object> ofSubstitute(JavaType type, JavaType substitute, Use use) {
        if (!open.add(type)) {
            return new LinkedHashMap<>();
        }
        Map<String, Object> schema = of(substitute, use);
        open.remove(type);
        return schema;
    }

    private Map<String, Object> union(Component component, List<JavaType> kinds) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        List<Map<String, Object>> schemas = new ArrayList<>();
        Optional<String> property = Optional.empty();
        for (JavaType kind : kinds) {
            Optional<Subtypes.Tag> tag = subtypes.tag(component.type(), kind);
            Map<String, Object> schema = alone(kind, component.use(), tag);
            schemas.add(tag.map(found -> found.around(schema)).orElse(schema));
            property = tag.flatMap(Subtypes.Tag::property);
            tag.ifPresent(found -> mapping.put(found.id(), schema.get("$ref")));
        }
        if (mapping.size() < kinds.size()) {
            // Without a tag two of them may look the same, which oneOf would refuse.
            return Schema.anyOf(schemas);
        }
        Map<String, Object> union = new LinkedHashMap<>();
        union.put("oneOf", schemas);
        property.ifPresent(name -> {
            Map<String, Object> discriminator = new LinkedHashMap<>();
            discriminator.put("propertyName", name);
            discriminator.put("mapping", mapping);
            union.put("discriminator", discriminator);
        });
        return union;
    }

    /** Of a type without its subtypes. */
    private Map<String, Object> alone(JavaType type, Use use, Optional<Subtypes.Tag> tag) {
        if (!beans.isBean(type, use)) {
            return new Leaves(mapper).schema(type);
        }
        return components.refer(
                Components.alone(type, use), component -> beans.schema(component.type(), component.use(), tag));
    }
}
