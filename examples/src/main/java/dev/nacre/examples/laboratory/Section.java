package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Html;
import java.util.List;

/** A section of the report. What it says follows from what was measured. */
interface Section {
    String title();

    /** What the section is about, whatever is measured. */
    String introduction(Size size);

    /** Begins with the trainings that the section needs, so that all sections' are under way before the first is written. */
    default void start(Lab lab) {}

    /**
     * @param html receives the evidence
     * @param claims receives what the documents claim of it
     */
    void write(Lab lab, Html html, List<Claim> claims);
}
