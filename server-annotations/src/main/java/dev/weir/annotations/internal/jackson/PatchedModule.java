package dev.weir.annotations.internal.jackson;

import dev.weir.json.Patched;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Teaches Jackson the three states of {@link Patched}: a member that is not there is told from one that is null. */
final class PatchedModule {

    private PatchedModule() {}

    static SimpleModule module() {
        return new SimpleModule("weir-patched")
                .addDeserializer(Patched.class, new Reader(null))
                .addSerializer(Patched.class, new Writer());
    }

    @SuppressWarnings("rawtypes") // Jackson asks for the class, which has no type arguments
    private static final class Reader extends ValueDeserializer<Patched> {

        /** Reads the value; null before it is known where this reader is used. */
        private final ValueDeserializer<Object> value;

        Reader(ValueDeserializer<Object> value) {
            this.value = value;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            JavaType type = context.getContextualType();
            JavaType inside = type == null ? null : type.containedType(0);
            return new Reader(context.findContextualValueDeserializer(
                    inside == null ? context.constructType(Object.class) : inside, property));
        }

        @Override
        public Patched<?> deserialize(JsonParser parser, DeserializationContext context) {
            Object read = value.deserialize(parser, context);
            return read == null ? Patched.ofNull() : Patched.of(read);
        }

        @Override
        public Patched<?> getNullValue(DeserializationContext context) {
            return Patched.ofNull();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Patched.absent();
        }
    }

    /** Writes what a member would be; one that is absent is null then, for its name is written already. */
    @SuppressWarnings("rawtypes") // as above
    private static final class Writer extends ValueSerializer<Patched> {

        @Override
        public void serialize(Patched patched, JsonGenerator generator, SerializationContext context) {
            Patched<?> known = patched;
            context.writeValue(generator, known.orElse(null));
        }
    }
}
