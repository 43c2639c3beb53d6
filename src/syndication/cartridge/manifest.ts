import { toLine } from "../../i18n/line.ts";
import { escapeXml } from "../xml.ts";

/**
 * IMS Common Cartridge 1.1, which courses in Moodle and Canvas import: Moodle reads only 1.0 and 1.1, and finds out
 * which by the namespace in the manifest's first 500 bytes. The order of elements is the schema's
 * (ccv1p1_imscp_v1p2_v1p0.xsd).
 */
const namespaces = {
  package: "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
  lom: "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
  webLink: "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1",
};

/** What a course lists: a file of the cartridge, or a link to the web in a file of its own. */
export interface CartridgeItem {
  readonly title: string;
  readonly kind: "file" | "link";
  /** Of ASCII letters without spaces, since programs differ in how they decode others. */
  readonly path: string;
}

export interface Cartridge {
  /** A slug. */
  readonly name: string;
  readonly title: string;
  /** BCP 47, of the titles. */
  readonly language: string;
  readonly description: string | undefined;
  readonly keywords: readonly string[];
  /** The copyright holder and the license. */
  readonly rights: string | undefined;
  /** Each becomes a section of a course. */
  readonly sections: readonly {
    readonly title: string;
    readonly items: readonly CartridgeItem[];
  }[];
}

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;
const text = (value: string) => escapeXml(toLine(value));

/** The cartridge's `imsmanifest.xml`. */
export function cartridgeManifest(cartridge: Cartridge): string {
  const resources: string[] = [];
  const sections = cartridge.sections.map(({ title, items }, section) => {
    const listed = items.map((item) => {
      const number = resources.length + 1;
      resources.push(resource(item, number));
      return `<item identifier="item-${number}" identifierref="resource-${number}">${element("title", text(item.title))}</item>`;
    });
    return `<item identifier="section-${section + 1}">${element("title", text(title))}${listed.join("")}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="${namespaces.package}" xmlns:lom="${namespaces.lom}" identifier="videoteca-${cartridge.name}">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>${lomOf(cartridge)}</metadata>
<organizations><organization identifier="organization" structure="rooted-hierarchy"><item identifier="root">
${sections.join("\n")}
</item></organization></organizations>
<resources>
${resources.join("\n")}
</resources>
</manifest>
`;
}

/** Learning Object Metadata (IEEE LOM) of the cartridge. */
function lomOf({ title, language, description, keywords, rights }: Cartridge): string {
  const inLanguage = (name: string, value: string) =>
    element(
      `lom:${name}`,
      `<lom:string language="${escapeXml(language)}">${text(value)}</lom:string>`,
    );
  const general = [
    inLanguage("title", title),
    element("lom:language", escapeXml(language)),
    ...(description === undefined ? [] : [inLanguage("description", description)]),
    ...keywords.map((keyword) => inLanguage("keyword", keyword)),
  ];
  const restrictions =
    rights === undefined
      ? ""
      : element(
          "lom:rights",
          element("lom:copyrightAndOtherRestrictions", "<lom:value>yes</lom:value>") +
            inLanguage("description", rights),
        );
  return element("lom:lom", element("lom:general", general.join("")) + restrictions);
}

function resource({ kind, path }: CartridgeItem, number: number): string {
  const href = escapeXml(path);
  // A web link has no `href` of its own (the schema's rule 2c).
  const opening =
    kind === "link"
      ? `<resource identifier="resource-${number}" type="imswl_xmlv1p1">`
      : `<resource identifier="resource-${number}" type="webcontent" href="${href}">`;
  return `${opening}<file href="${href}"/></resource>`;
}

/** The file of a link to the web. */
export function webLink(title: string, address: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="${namespaces.webLink}">${element("title", text(title))}<url href="${escapeXml(address)}" target="_blank"/></webLink>
`;
}
