import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { describe, expect, inject, it } from "vitest";

const { url } = inject("library");
const film = "criminalizing-migration";
const memo = "dhs-deportation-priorities-memo-explainer";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard"],
    rules: {
      // These rules are about style: what Hono writes is valid HTML.
      "void-style": "off",
      "doctype-style": "off",
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "no-trailing-whitespace": "off",
      // Inline styles and scripts are our own and allowed by hash in the Content-Security-Policy.
      "no-inline-style": "off",
      "require-sri": "off",
    },
  }),
);

/** The errors of a page's HTML, one line each. */
async function findHtmlErrors(path: string): Promise<string[]> {
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
    expect(await findHtmlErrors(path)).toEqual([]);
  });
});
