package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.nacre.processor.NacreProcessor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** Build tools wrap the environment; the order of repeated layers is found where the wrapper can be opened. */
class WrappedEnvironmentTest {
    private static final String SOURCE = "\n@Network @In(4) @Dense(3) @ReLU @Dense(2) interface Net {}";

    private static Compilation compile(UnaryOperator<ProcessingEnvironment> wrapper, Recorder recorder) {
        return Compiler.javac()
                .withProcessors(new Wrapping(new NacreProcessor(recorder), wrapper))
                .compile(JavaFileObjects.forSourceString("Net", Javac.withImports(SOURCE)));
    }

    private static void assertOpened(UnaryOperator<ProcessingEnvironment> wrapper) {
        Recorder recorder = new Recorder();
        assertEquals(List.of(), Javac.diagnostics(compile(wrapper, recorder)));
        assertEquals("Dense(3) ReLU Dense(2)", recorder.stack("Net"));
    }

    @Test
    void aFieldOfASuperclass() {
        assertOpened(GradleLike::new);
    }

    @Test
    void wrappersInWrappers() {
        assertOpened(environment -> new GradleLike(new GradleLike(environment)));
    }

    @Test
    void aProxyWhoseHandlerHasTheField() {
        assertOpened(environment -> proxy(new Handler(environment)));
    }

    @Test
    void whereItCannotBeOpenedTheOrderIsNotGuessed() {
        Recorder recorder = new Recorder();
        Compilation compilation = compile(
                environment -> proxy((proxy, method, arguments) -> method.invoke(environment, arguments)), recorder);
        assertEquals(
                List.of("Net.java:2:43: cannot tell the order of repeated layers with this compiler; give each"
                        + " block its own method"),
                Javac.diagnostics(compilation));
        assertEquals(Map.of(), recorder.networks);
    }

    private static ProcessingEnvironment proxy(InvocationHandler handler) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                WrappedEnvironmentTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    private record Handler(ProcessingEnvironment delegate) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(delegate, arguments);
        }
    }

    private static final class Wrapping extends AbstractProcessor {
        private final NacreProcessor processor;
        private final UnaryOperator<ProcessingEnvironment> wrapper;

        Wrapping(NacreProcessor processor, UnaryOperator<ProcessingEnvironment> wrapper) {
            this.processor = processor;
            this.wrapper = wrapper;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(wrapper.apply(environment));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }

    private abstract static class Holder implements ProcessingEnvironment {
        protected final ProcessingEnvironment delegate;

        Holder(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }
    }

    private static final class GradleLike extends Holder {
        GradleLike(ProcessingEnvironment delegate) {
            super(delegate);
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }
}
