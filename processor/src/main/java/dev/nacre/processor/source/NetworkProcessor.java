package dev.nacre.processor.source;

import dev.nacre.processor.Backend;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Runs the rounds. Claims the annotations of the language; never throws: what fails becomes an error of the type it
 * failed on.
 */
public abstract class NetworkProcessor extends AbstractProcessor {
    private final Backend backend;
    private Rounds rounds;

    /** @param backend what turns declarations into sources */
    protected NetworkProcessor(Backend backend) {
        this.backend = backend;
    }

    @Override
    public final SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public final Set<String> getSupportedAnnotationTypes() {
        // Generated stands on what this processor writes; unclaimed, it is a warning under -Xlint:all.
        return Set.of(Language.PACKAGE + ".*", "javax.annotation.processing.Generated");
    }

    @Override
    public final synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        rounds = new Rounds(environment, backend);
    }

    @Override
    public final boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            if (!round.processingOver()) {
                rounds.run(round);
            }
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, SourceMessages.failed("this compilation", failure));
        }
        return true;
    }
}
