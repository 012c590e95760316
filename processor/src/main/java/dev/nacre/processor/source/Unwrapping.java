package dev.nacre.processor.source;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Build tools hand processors a {@link ProcessingEnvironment} around the compiler's own, which knows no trees. There
 * is no interface to ask them for what is inside: this is the one place of the processor that uses reflection, and
 * where it finds nothing the environment stays as it is.
 */
final class Unwrapping {
    private static final int DEEPEST = 8;

    private Unwrapping() {}

    /** @return the compiler's environment, or the given one where none is found inside */
    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        ProcessingEnvironment current = environment;
        for (int depth = 0; depth < DEEPEST; depth++) {
            ProcessingEnvironment inside = inside(current);
            if (inside == null || inside == current) {
                return current;
            }
            current = inside;
        }
        return current;
    }

    private static ProcessingEnvironment inside(ProcessingEnvironment wrapper) {
        if (wrapper.getClass().getName().startsWith("com.sun.tools.javac.")) {
            return null;
        }
        ProcessingEnvironment found = byIntelliJ(wrapper);
        if (found == null || found == wrapper) {
            found = byMember(wrapper);
        }
        if (found == null && Proxy.isProxyClass(wrapper.getClass())) {
            found = byHandler(wrapper);
        }
        return found;
    }

    /** IntelliJ's build process offers a static method beside its proxies. */
    private static ProcessingEnvironment byIntelliJ(ProcessingEnvironment wrapper) {
        try {
            Class<?> wrappers = Class.forName(
                    "org.jetbrains.jps.javac.APIWrappers",
                    true,
                    wrapper.getClass().getClassLoader());
            Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
            return asEnvironment(unwrap.invoke(null, ProcessingEnvironment.class, wrapper));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notIntelliJ) {
            return null;
        }
    }

    private static ProcessingEnvironment byHandler(ProcessingEnvironment proxy) {
        try {
            InvocationHandler handler = Proxy.getInvocationHandler(proxy);
            return byMember(handler);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** Gradle's wrapper has a field {@code delegate} in a superclass. */
    private static ProcessingEnvironment byMember(Object wrapper) {
        for (Class<?> type = wrapper.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            ProcessingEnvironment found = byField(wrapper, type);
            if (found == null) {
                found = byMethod(wrapper, type);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static ProcessingEnvironment byField(Object wrapper, Class<?> type) {
        try {
            Field field = type.getDeclaredField("delegate");
            field.setAccessible(true);
            return asEnvironment(field.get(wrapper));
        } catch (ReflectiveOperationException | RuntimeException noSuchField) {
            return null;
        }
    }

    private static ProcessingEnvironment byMethod(Object wrapper, Class<?> type) {
        try {
            Method method = type.getDeclaredMethod("delegate");
            method.setAccessible(true);
            return asEnvironment(method.invoke(wrapper));
        } catch (ReflectiveOperationException | RuntimeException noSuchMethod) {
            return null;
        }
    }

    private static ProcessingEnvironment asEnvironment(Object found) {
        return found instanceof ProcessingEnvironment environment ? environment : null;
    }
}
