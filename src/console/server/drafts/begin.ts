import { draftKey } from "../../../api/contract/drafts.ts";
import { canonicalTag } from "../../../i18n/tag.ts";
import { draftNotFound } from "../../../publishing/drafts.ts";
import { workPage } from "../works/refusal.tsx";
import { draftPath } from "./load.ts";

/** `GET /staff/works/{slug}/drafts?part=subtitles&language=es`: leads to the draft in the language. */
export const beginDraft = workPage(async (context) => {
  const { part = "", language = "" } = context.req.query();
  const slug = context.req.param("slug") ?? "";
  const wanted = canonicalTag(language.trim()) ?? language;
  const key = draftKey.safeParse({ slug, part, language: wanted });
  if (key.success) return context.redirect(draftPath(key.data), 303);
  throw draftNotFound({ slug, part: "subtitles", language: wanted });
});
