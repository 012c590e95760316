package dev.nacre.processor.source;

/** For compilers that make their processors themselves. */
public final class RecordingProcessor extends NetworkProcessor {
    static Recorder last;

    /** Called by the compiler. */
    public RecordingProcessor() {
        this(new Recorder());
    }

    private RecordingProcessor(Recorder recorder) {
        super(recorder);
        last = recorder;
    }
}
