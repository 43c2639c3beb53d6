import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { describe, expect, inject, it } from "vitest";

const { url } = inject("library");
const film = "criminalizing-migration";
const memo = "dhs-deportation-priorities-memo-explainer";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard"],
    rules: {
      // Hono writes HTML as HTML allows it, where this rule wants one way of it.
      "void-style": "off",
      "doctype-style": "off",
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "no-trailing-whitespace": "off",
      // Both are ours, one answer without another request, and named by hash in the policy.
      "no-inline-style": "off",
      "require-sri": "off",
    },
  }),
);

/** What is wrong with a page's HTML, a line each. */
async function mistakesAt(path: string): Promise<string[]> {
  const html = await (await fetch(url + path)).text();
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

describe("the HTML standard finds nothing wrong with", () => {
  it.each([
    ...["en", "es", "vi", "ar"].flatMap((language) => [
      `/${language}/`,
      `/${language}/library`,
      `/${language}/library?in=es&topic=detention`,
      `/${language}/library?in=vi&kind=Document&series=how-did-we-get-here`,
      `/${language}/series/how-did-we-get-here`,
      `/${language}/watch/${film}`,
      `/${language}/watch/${film}?beside=${language === "es" ? "en" : "es"}&q=a`,
      `/${language}/read/${memo}`,
      `/${language}/read/${memo}?beside=vi`,
      `/${language}/watch/nothing-here`,
      `/${language}/search?q=migration`,
      `/${language}/search?q=zzzz`,
      `/${language}/nothing-here`,
      ...["accessibility", "privacy", "embed", "cite", "contact"].map(
        (name) => `/${language}/about/${name}`,
      ),
      `/embed/${film}?lang=${language}&transcript=1`,
    ]),
    `/transcripts/${film}/es.html`,
    `/transcripts/${film}/es/corrections`,
    `/embed/nothing-here`,
    "/docs/problems",
  ])("%s", async (path) => {
    expect(await mistakesAt(path)).toEqual([]);
  });
});
