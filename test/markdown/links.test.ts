import { expect, test } from "vitest";
import { renderArticle } from "../../src/markdown/html.ts";

test("links lead to pages, mail, telephones and parts of the text; other addresses are words", () => {
  const html = (markdown: string) => renderArticle(markdown).html;
  for (const address of [
    "https://e.org/a?b=1&amp;c",
    "mailto:a@b.org",
    "tel:+1-800-555",
    "sms:1",
    "/en/",
    "../x",
    "#a",
    "a:b".replace(":", "/:"),
  ]) {
    expect(html(`[x](${address.replace("&amp;", "&")})`)).toBe(`<p><a href="${address}">x</a></p>`);
  }
  for (const address of [
    "javascript:a",
    "JAVASCRIPT&colon;a",
    "data:text/html,a",
    "vbscript:a",
    "blob:a",
    "",
    "file:///a",
  ])
    expect(html(`[x](${address})`)).toBe("<p><a>x</a></p>");
  expect(html("<javascript:a>, <tel:1>")).toBe(
    '<p><a>javascript:a</a>, <a href="tel:1">tel:1</a></p>',
  );
  expect(html("![x](javascript:a) ![y](data:image/png;base64,a)")).not.toMatch(
    /<img|javascript|data:/,
  );
  expect(html(`[x](https://e.org '<a href="javascript:a">')`)).toContain(
    'href="https://e.org" title="&lt;a',
  );
  expect(html("[a <http://b> c](/u)")).toBe('<p><a href="/u">a <span>http://b</span> c</a></p>');
  expect(html("[a[^1]](/u)\n\n[^1]: n")).toContain(
    '<a href="/u">a<sup><span class="note" id="noteref_1">1</span></sup></a>',
  );
});
