package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunStateTest {
    private final RunState state = new RunState(42);

    private void loss(int batch) {
        state.begin(1, 1);
        state.ranLoss(batch);
    }

    private void forward(int batch) {
        state.begin(1, 1);
        state.ranForward(batch);
    }

    private void assertRefusesLoss(String... parts) {
        assertContains(assertThrows(IllegalStateException.class, state::beginBackwardFromLoss), parts);
    }

    private void assertRefusesOutput(String... parts) {
        assertContains(assertThrows(IllegalStateException.class, state::beginBackwardFromOutput), parts);
    }

    private static void assertContains(Exception thrown, String... parts) {
        for (String part : parts) {
            assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
        }
    }

    @Test
    void startsInTrainingModeAtStepZero() {
        assertEquals(42, state.seed());
        assertEquals(0, state.step());
        assertEquals(Mode.TRAIN, state.mode());
        assertTrue(state.training());
        assertTrue(state.drops());
        assertEquals(0, state.batch());
    }

    @Test
    void countsRunsThatUseRandomNumbersOnly() {
        forward(1);
        state.mode(Mode.EVAL);
        forward(1);
        forward(1);
        assertEquals(1, state.step());
        state.mode(Mode.MONTE_CARLO);
        forward(1);
        assertFalse(state.training());
        assertTrue(state.drops());
        assertEquals(2, state.step());
        state.mode(Mode.TRAIN);
        loss(1);
        assertEquals(3, state.step());
    }

    @Test
    void continuesFromASavedStep() {
        state.step(1000);
        loss(1);
        assertEquals(1001, state.step());
        assertThrows(IllegalArgumentException.class, () -> state.step(-1));
    }

    @Test
    void runsBackwardOncePerLoss() {
        loss(7);
        assertEquals(7, state.beginBackwardFromLoss());
        assertRefusesLoss("backward() has nothing left", "it ran already", "loss(...) again");
        loss(5);
        assertEquals(5, state.beginBackwardFromLoss());
        assertEquals(5, state.batch());
    }

    @Test
    void runsBackwardOncePerForward() {
        forward(7);
        assertEquals(7, state.beginBackwardFromOutput());
        assertRefusesOutput("backward(outputGradient) has nothing left", "it ran already");
    }

    @Test
    void refusesBackwardBeforeAnything() {
        assertRefusesLoss("loss(...) has not been called", "call loss(...) in training mode, then backward()");
        assertRefusesOutput("forward(...) has not been called", "then backward(outputGradient)");
    }

    @Test
    void refusesTheOtherBackward() {
        forward(3);
        assertRefusesLoss("forward(...) ran last", "call loss(...)", "backward(outputGradient)");
        loss(3);
        assertRefusesOutput("loss(...) ran last", "call forward(...)", "or call backward()");
    }

    @Test
    void refusesBackwardInOtherModes() {
        state.mode(Mode.EVAL);
        loss(3);
        assertRefusesLoss("ran in mode EVAL", "call train(), then loss(...), then backward()");
        assertEquals(3, state.batch());
        state.mode(Mode.MONTE_CARLO);
        forward(3);
        assertRefusesOutput("ran in mode MONTE_CARLO", "call train(), then forward(...)");
        state.mode(Mode.TRAIN);
        assertRefusesOutput("ran in mode MONTE_CARLO");
    }

    @Test
    void refusesBackwardAfterABlock() {
        loss(3);
        state.begin(1, 1);
        assertRefusesLoss("a single block was called in between");
    }

    @Test
    void keepsWhatRanWhenTheModeChanges() {
        loss(3);
        state.mode(Mode.EVAL);
        assertEquals(3, state.beginBackwardFromLoss());
    }

    @Test
    void childrenHaveSeedsOfTheirOwn() {
        Set<Long> seeds = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            for (int application = 0; application < 100; application++) {
                seeds.add(RunState.child(seed, application));
            }
        }
        assertEquals(10_000, seeds.size());
        assertEquals(RunState.child(42, 3), RunState.child(42, 3));
        assertNotEquals(42, RunState.child(42, 0));
    }

    @Test
    void usedNetworksStandWhereTheRunBegan() {
        RunState state = new RunState(1);
        state.begin(1, 1);
        state.begin(1, 1);
        assertEquals(1, state.stepBefore());
        state.mode(Mode.EVAL);
        state.begin(1, 1);
        assertEquals(2, state.stepBefore());
    }
}
