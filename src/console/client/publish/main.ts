import { readPageData } from "../shared/page-data.ts";
import { createStaffApi } from "../shared/staff-api.ts";
import { showApp } from "./app.tsx";
import { createDigest } from "./files/digest.ts";
import { publishPageSchema } from "./page.ts";
import { openSession } from "./session.ts";
import { en } from "./strings/en.ts";
import { es } from "./strings/es.ts";

const data = readPageData();
const { hashScript, languages } = publishPageSchema.parse(data.page);
const session = openSession(data.formToken, location.pathname);
const root = document.querySelector<HTMLElement>("#publish");
if (root === null) throw new Error("The page has no place for its script.");
showApp(root, {
  strings: data.language === "es" ? es : en,
  language: data.language,
  languages,
  session,
  api: createStaffApi(session.formToken),
  digest: createDigest(hashScript),
});
