package dev.weir.annotations.internal.endpoint;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Makes controllers and filters that nobody else makes. */
public final class Instances {

    private Instances() {}

    /** What can't be made; the message is a mend for the fault report. */
    static final class NotMadeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotMadeException(String mend, Throwable cause) {
            super(mend, cause);
        }
    }

    /** A new instance, by the constructor without parameters. */
    public static Object make(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new NotMadeException(
                    "It is abstract. Name a class that is not, or tell Controllers.builder() who makes instances.",
                    null);
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            throw new NotMadeException("It is an inner class. Make it static.", null);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            if (!constructor.trySetAccessible()) {
                throw new NotMadeException(
                        "Module " + type.getModule().getName() + " has to open it: opens " + type.getPackageName()
                                + " to dev.weir.annotations;",
                        null);
            }
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new NotMadeException(
                    "It has no constructor without parameters. Give it one, pass a controller as an instance, or tell"
                            + " Controllers.builder() who makes instances.",
                    null);
        } catch (InvocationTargetException e) {
            throw new NotMadeException("Its constructor threw " + e.getCause() + ".", e.getCause());
        } catch (LinkageError e) { // what a static initialiser throws comes as one
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new NotMadeException("Its class can't be initialised: " + cause + ".", cause);
        } catch (ReflectiveOperationException e) {
            throw new NotMadeException("Its constructor can't be called: " + e + ".", e);
        }
    }
}
