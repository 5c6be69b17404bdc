package dev.weir.annotations.internal.jackson;

import dev.weir.json.JsonCodec;
import dev.weir.json.JsonReader;
import dev.weir.json.JsonWriter;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Jackson 3 with its own defaults, so unknown members are ignored, but no value bent into another type: {@code "5"} and
 * {@code 5.5} are no integers, null and nothing at all are no primitives, a number is no enum constant and no text.
 *
 * <p>Jackson takes longer to load than all else that a server needs at start. So what is certain to work without a try
 * ({@link PlainTypes}) is set up later: by {@link #prepare}, or by the first request that needs it.
 */
public final class JacksonCodec implements JsonCodec {

    private final Later<JsonMapper> mapper = new Later<>(JacksonCodec::newMapper);
    private final MemberNames members = new MemberNames(mapper);
    private final List<Later<?>> unprepared = new ArrayList<>();

    /** A mapper set up like that of each codec. */
    public static JsonMapper newMapper() {
        return JsonMapper.builder()
                .addModule(PatchedModule.module())
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new Records())
                .build();
    }

    @Override
    public JsonReader reader(Type type) {
        Later<ObjectReader> reader = new Later<>(() -> newReader(type));
        setUp(type, reader);
        return new JacksonReader(reader);
    }

    @Override
    public JsonWriter writer(Type type) {
        Later<ObjectWriter> writer = new Later<>(() -> newWriter(type));
        setUp(type, writer);
        return value -> writer.get().writeValueAsBytes(value);
    }

    @Override
    public Optional<String> memberName(Class<?> type, String property) {
        return members.find(type, property);
    }

    private void setUp(Type type, Later<?> one) {
        if (PlainTypes.contain(type)) {
            unprepared.add(one);
        } else {
            one.get();
        }
    }

    /** Sets up all that was put off; what fails then fails for the first request that needs it. */
    void prepare() {
        unprepared.forEach(Later::get);
    }

    /** Whether something was put off. */
    boolean isUnprepared() {
        return !unprepared.isEmpty();
    }

    /**
     * Jackson would write of an abstract type what it declares itself, which is often nothing at all; {@code writerFor} would
     * do the same with the elements of a list of them.
     */
    private ObjectWriter newWriter(Type type) {
        JavaType javaType = javaType(type);
        boolean isWrittenByItsClass = type instanceof Class<?>
                && javaType.isAbstract()
                && !javaType.isPrimitive()
                && !javaType.isContainerType();
        return isWrittenByItsClass
                ? mapper.get().writer()
                : mapper.get().writer().forType(javaType);
    }

    private ObjectReader newReader(Type type) {
        ObjectReader reader =
                mapper.get().readerFor(javaType(type)).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            // Jackson finds out what a type lacks when it first reads it, and null is read by anything.
            reader.readValue("null");
        } catch (InvalidDefinitionException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (JacksonException e) {
            // A primitive: no null, but it can be read.
        }
        return reader;
    }

    private JavaType javaType(Type type) {
        JavaType javaType = mapper.get().constructType(type);
        checkAccess(javaType);
        return javaType;
    }

    /** Jackson itself finds out with the first request. */
    private static void checkAccess(JavaType type) {
        Class<?> raw = type.getRawClass();
        Module module = raw.getModule();
        String packageName = raw.getPackageName();
        Module jackson = JsonMapper.class.getModule();
        boolean isPublic = Modifier.isPublic(raw.getModifiers()) && module.isExported(packageName, jackson);
        if (!raw.isPrimitive() && !isPublic && !module.isOpen(packageName, jackson)) {
            throw new IllegalArgumentException(
                    "module " + module.getName() + " does not open " + packageName + " to " + jackson.getName());
        }
        for (int i = 0; i < type.containedTypeCount(); i++) {
            checkAccess(type.containedType(i));
        }
        if (type.isArrayType()) {
            checkAccess(type.getContentType());
        }
    }
}
