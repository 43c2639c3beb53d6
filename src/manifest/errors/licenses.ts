import { nearestWord } from "./nearest.ts";

const creativeCommons = ["BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"].flatMap((terms) =>
  ["4.0", "3.0", "2.5", "2.0", "1.0"].map((version) => `CC-${terms}-${version}`),
);

/** The SPDX identifiers of licenses that are common for films and texts (spdx.org/licenses). */
const knownLicenses = [
  ...creativeCommons,
  ...[
    "CC-BY-3.0-US",
    "CC-BY-SA-3.0-US",
    "CC-PDDC",
    "CC0-1.0",
    "PDDL-1.0",
    "ODbL-1.0",
    "ODC-By-1.0",
  ],
  ...[
    "GFDL-1.3-or-later",
    "FreeBSD-DOC",
    "OGL-UK-3.0",
    "LAL-1.3",
    "MIT",
    "Apache-2.0",
    "Unlicense",
  ],
];

/** Says which license is probably meant, or how to name another one; undefined if it is known. */
export function explainLicense(text: string): string | undefined {
  if (knownLicenses.includes(text) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(text)) return undefined;
  const meant = intendedLicense(text);
  if (meant !== undefined) return `“${text}” isn't an SPDX identifier: did you mean ${meant}?`;
  return `“${text.slice(0, 60)}” isn't one of the licenses known here: look it up at spdx.org/licenses, or write LicenseRef- and your own name for it, such as LicenseRef-All-Rights-Reserved`;
}

function intendedLicense(text: string): string | undefined {
  const words = text
    .toUpperCase()
    .replace(/CREATIVE COMMONS/g, "CC")
    .replace(/ATTRIBUTION/g, "BY")
    .replace(/NON-?COMMERCIAL/g, "NC")
    .replace(/SHARE-?ALIKE/g, "SA")
    .replace(/NO-?DERIV\w*/g, "ND")
    .split(/[\s_/-]+/)
    .filter((word) => !["", "LICENSE", "LICENCE", "INTERNATIONAL"].includes(word));
  const name = words.join("-");
  const same = knownLicenses.find(
    (one) => one.toUpperCase() === name || one.toUpperCase() === `${name}-4.0`,
  );
  if (same !== undefined) return same;
  if (/^CC-?(0|ZERO)/.test(name)) return "CC0-1.0";
  return nearestWord(name, knownLicenses);
}
