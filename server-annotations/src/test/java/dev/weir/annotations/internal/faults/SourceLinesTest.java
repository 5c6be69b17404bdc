package dev.weir.annotations.internal.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class SourceLinesTest {

    /** Constants of every kind, so that the reader has to get past them. */
    private static final long LONG = 1234567890123L;

    private static final double DOUBLE = 2.5;

    interface Abstract {
        void run();
    }

    static final class Overloads {
        long one() {
            return new Throwable().getStackTrace()[0].getLineNumber();
        }

        long one(int x) {
            Runnable lambda = () -> {
                throw new IllegalStateException("x" + LONG + DOUBLE + x);
            };
            return lambda.hashCode() + LONG;
        }
    }

    private static String line(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = type.getDeclaredMethod(name, parameters);
        return new SourceLines().of(Place.of(method, ""));
    }

    @Test
    void tellsFileAndFirstLineOfAMethod() throws NoSuchMethodException {
        assertEquals("SourceLinesTest.java:" + new Overloads().one(), line(Overloads.class, "one"));
    }

    @Test
    void tellsOverloadsApart() throws NoSuchMethodException {
        assertEquals("SourceLinesTest.java:" + (new Overloads().one() + 4), line(Overloads.class, "one", int.class));
    }

    @Test
    void tellsTheFileAloneOfMethodsWithoutCode() throws NoSuchMethodException {
        assertEquals("SourceLinesTest.java", line(Abstract.class, "run"));
    }

    @Test
    void tellsTheFileOfAClass() {
        assertEquals("SourceLinesTest.java", new SourceLines().of(Place.of(SourceLinesTest.class)));
    }

    @Test
    void tellsNothingOfAClassWithoutAFile() {
        assertEquals("", new SourceLines().of(Place.of(int[].class)));
    }
}
