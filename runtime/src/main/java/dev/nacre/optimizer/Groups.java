package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Which parameter is in which group. Group 0 holds what no pattern matches. */
final class Groups {
    private static final int SHOWN = 10;

    private final List<Group> groups = new ArrayList<>(List.of(new Group("*")));
    private int[] ofParameter = {};

    /** Of each group. */
    private float[] rates = new float[1];

    /** Of each parameter, as a step needs them. */
    private float[] parameterRates = {};

    private float[] parameterDecays = {};

    void add(Group group) {
        for (int i = 1; i < groups.size(); i++) {
            if (groups.get(i).pattern().equals(group.pattern())) {
                throw new IllegalArgumentException(
                        "there are two groups '" + group.pattern() + "': give all settings in one");
            }
        }
        groups.add(group);
    }

    /** What a schedule gives each group after so many steps. */
    void refresh(Schedule schedule, float base, long steps) {
        float[] to = rates.length == groups.size() ? rates : new float[groups.size()];
        for (int g = 0; g < to.length; g++) {
            double rate = schedule.learningRate(base * groups.get(g).learningRateFactor(), steps);
            to[g] = (float) Options.scheduled(rate, steps);
        }
        rates = to;
        for (int p = 0; p < ofParameter.length; p++) {
            parameterRates[p] = to[ofParameter[p]];
        }
    }

    /** The learning rate of what is in no group. */
    float generalRate() {
        return rates[0];
    }

    float rate(int parameter) {
        return parameterRates[parameter];
    }

    /** Whether all parameters have one rate and one decay. */
    boolean single() {
        return groups.size() == 1;
    }

    float decay(int parameter) {
        return parameterDecays[parameter];
    }

    /** @param decay the weight decay outside of groups that have their own */
    void assign(List<Parameter> parameters, double decay) {
        int[] assigned = new int[parameters.size()];
        for (int g = 1; g < groups.size(); g++) {
            boolean any = false;
            for (int p = 0; p < assigned.length; p++) {
                String name = parameters.get(p).name();
                if (groups.get(g).matches(name)) {
                    requireSingle(name, assigned[p], g);
                    assigned[p] = g;
                    any = true;
                }
            }
            if (!any) {
                throw new IllegalArgumentException("group '" + groups.get(g).pattern()
                        + "' matches no parameter: the parameters are " + names(parameters)
                        + ", and in a pattern * stands for any characters, ? for one");
            }
        }
        ofParameter = assigned;
        parameterRates = new float[assigned.length];
        parameterDecays = new float[assigned.length];
        for (int p = 0; p < assigned.length; p++) {
            parameterDecays[p] = (float) groups.get(assigned[p]).weightDecayOr(decay);
        }
    }

    private void requireSingle(String name, int first, int second) {
        if (first != 0) {
            throw new IllegalArgumentException("parameter " + name + " is in two groups, '"
                    + groups.get(first).pattern() + "' and '"
                    + groups.get(second).pattern()
                    + "': narrow one of the patterns");
        }
    }

    private static String names(List<Parameter> parameters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(parameters.size(), SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(parameters.get(i).name());
        }
        if (parameters.size() > SHOWN) {
            text.append(" and ").append(parameters.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
