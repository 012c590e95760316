package dev.nacre.training;

import dev.nacre.network.DropoutLayer;
import dev.nacre.network.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dropout layers of one training whose p follows a schedule. */
final class ScheduledDropout {
    private record Scheduled(DropoutLayer layer, DropoutSchedule schedule, double before) {}

    private final List<Scheduled> scheduled = new ArrayList<>();

    /**
     * @param all what layers follow that have no schedule of their own
     * @param own by the name of a layer or block
     */
    ScheduledDropout(Network network, Optional<DropoutSchedule> all, Map<String, DropoutSchedule> own) {
        Map<String, DropoutSchedule> byLayer = new LinkedHashMap<>();
        if (all.isPresent() && network.masks().isEmpty()) {
            throw new IllegalArgumentException(
                    "the trainer has a schedule of dropout, but this network has no dropout");
        }
        all.ifPresent(schedule -> network.masks().forEach(name -> byLayer.put(name, schedule)));
        own.forEach((name, schedule) -> byLayer.put(network.dropout(name).name(), schedule));
        byLayer.forEach((name, schedule) -> {
            DropoutLayer layer = network.dropout(name);
            scheduled.add(new Scheduled(layer, schedule, layer.p()));
        });
    }

    /**
     * @param epoch the number of the epoch, from 1
     * @param done how many of its batches are done
     * @param count how many it has
     */
    void beforeBatch(int epoch, int done, int count) {
        double epochs = epoch - 1 + (double) done / count;
        long step = (long) (epoch - 1) * count + done;
        for (int i = 0; i < scheduled.size(); i++) {
            DropoutLayer layer = scheduled.get(i).layer();
            double p = scheduled.get(i).schedule().p(layer.declaredP(), epochs, step);
            try {
                layer.p(p);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "the schedule of " + layer.name() + " gave the p " + p + " after " + step + " batches: "
                                + e.getMessage(),
                        e);
            }
        }
    }

    void restore() {
        scheduled.forEach(one -> one.layer().p(one.before()));
    }
}
