/**
 * Adds rules to the page's own style sheet. A new style element would need a hash in the Content-Security-Policy, and
 * `adoptedStyleSheets` isn't in Safari 15 (scripts/build.ts has the oldest browsers).
 */
export function addStyle(css: string): void {
  const sheet = document.querySelector("style")?.sheet;
  sheet?.insertRule(`@media all {${css}}`, sheet.cssRules.length);
}
