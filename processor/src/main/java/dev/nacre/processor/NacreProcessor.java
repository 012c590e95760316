package dev.nacre.processor;

import com.google.auto.service.AutoService;
import dev.nacre.processor.source.NetworkProcessor;
import javax.annotation.processing.Processor;

/** The annotation processor that compilers find: reads types with {@code @Network}, writes their classes. */
@AutoService(Processor.class)
public final class NacreProcessor extends NetworkProcessor {
    /** Called by compilers. */
    public NacreProcessor() {
        this(new Generator());
    }

    /** @param backend what turns declarations into sources */
    public NacreProcessor(Backend backend) {
        super(backend);
    }
}
