package dev.weir.testing;

import dev.weir.annotations.internal.jackson.JacksonCodec;
import dev.weir.json.JsonCodec;
import dev.weir.json.JsonReadException;
import dev.weir.json.JsonReader;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** JSON texts of tests, whose threads take turns: a codec is for one thread. */
final class Json {

    /** Jackson, as controllers use it; loaded when this is. */
    private static final class Standard {
        static final Json JACKSON = new Json(new JacksonCodec());
    }

    private final JsonCodec codec;
    private final ReentrantLock lock = new ReentrantLock();

    /** Used while the lock is held. */
    private final Map<Type, JsonReader> readers = new HashMap<>();

    Json(JsonCodec codec) {
        this.codec = codec;
    }

    static Json standard() {
        return Standard.JACKSON;
    }

    Object read(byte[] text, Type type) throws JsonReadException {
        lock.lock();
        try {
            return readers.computeIfAbsent(type, codec::reader).read(text);
        } finally {
            lock.unlock();
        }
    }

    byte[] write(Object value) {
        lock.lock();
        try {
            // Whatever class the value has: that of a list, say, is nobody's to name.
            return codec.writer(Object.class).write(value);
        } finally {
            lock.unlock();
        }
    }
}
