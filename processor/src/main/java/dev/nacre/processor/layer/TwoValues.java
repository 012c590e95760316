package dev.nacre.processor.layer;

import dev.nacre.processor.model.MergeMessages;

/** The rule of merges that take exactly two values. */
final class TwoValues {
    private TwoValues() {}

    /** @return whether there are two; otherwise it is reported */
    static boolean check(Site site, String layer, String remedy) {
        if (site.inputs().size() == 2) {
            return true;
        }
        site.report("", MergeMessages.twoValues(layer, site.names(), remedy));
        return false;
    }
}
