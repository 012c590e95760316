package dev.nacre.processor.write;

import com.palantir.javapoet.JavaFile;
import dev.nacre.processor.plan.NetworkPlan;
import dev.nacre.processor.plan.PredictorPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** From plans to the text of Java files. */
public final class SourceWriter {
    private SourceWriter() {}

    /** @return the source of the network and of its predictor, by qualified name */
    public static Map<String, String> write(NetworkPlan plan, PredictorPlan predictorPlan) {
        NetworkContext context = new NetworkContext(plan);
        JavaFile network = NetworkWriter.write(context);
        JavaFile predictor = PredictorWriter.write(predictorPlan, context.names);
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(context.self.canonicalName(), network.toString());
        sources.put(context.predictor.canonicalName(), predictor.toString());
        return sources;
    }
}
