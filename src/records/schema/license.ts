/**
 * The address of a license's text: Creative Commons' own pages, and SPDX's for other identifiers. Undefined for
 * words that aren't an SPDX identifier, and for a library's own license (`LicenseRef-…`), which has no page.
 */
export function licenseUrl(license: string | undefined): string | undefined {
  if (license === undefined || license.startsWith("LicenseRef-")) return undefined;
  if (license === "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  const [, terms = "", version = "", country] =
    /^CC-(BY(?:-[A-Z]{2}){0,2})-(\d\.\d)(?:-([A-Z]{2,3}))?$/.exec(license) ?? [];
  if (terms !== "") {
    const path = [terms, version, country].filter((part) => part !== undefined).join("/");
    return `https://creativecommons.org/licenses/${path.toLowerCase()}/`;
  }
  const isSpdx = /^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(license);
  return isSpdx ? `https://spdx.org/licenses/${license}.html` : undefined;
}
