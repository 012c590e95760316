package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Html;
import java.util.ArrayList;
import java.util.List;

/**
 * A section that is written.
 *
 * @param number from 1
 * @param title its title
 * @param claims what the documents claim
 * @param html the whole of it
 */
record Chapter(int number, String title, List<Claim> claims, String html) {
    static Chapter write(int number, Section section, Lab lab) {
        Html evidence = new Html();
        List<Claim> claims = new ArrayList<>();
        section.write(lab, evidence, claims);
        Html html = new Html().open("section", "id", "s" + number);
        html.open("h2")
                .open("span", "class", "number")
                .add(number + "")
                .close()
                .add(Html.escape(section.title()))
                .close();
        html.element("p", section.introduction(lab.size()), "class", "introduction");
        claims(html, claims);
        html.add(evidence.toString()).close();
        return new Chapter(number, section.title(), claims, html.toString());
    }

    private static void claims(Html html, List<Claim> claims) {
        html.open("table", "class", "claims").open("thead").open("tr");
        html.element("th", "The documents say", "scope", "col")
                .element("th", "Measured here", "scope", "col")
                .element("th", "Verdict", "scope", "col");
        html.close().close().open("tbody");
        for (Claim claim : claims) {
            html.open("tr").open("td").add(Html.inline(claim.said())).add(" ");
            html.element("span", claim.source(), "class", "source").close();
            html.element("td", claim.measured());
            html.open("td");
            verdict(html, claim.verdict());
            html.close().close();
        }
        html.close().close();
    }

    static void verdict(Html html, Verdict verdict) {
        html.element("span", verdict.words, "class", "verdict " + verdict.name().toLowerCase(java.util.Locale.ROOT));
    }
}
