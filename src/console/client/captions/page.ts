import * as z from "zod";

/** What the server gives to the captions editor (src/console/server/captions.tsx). */
export const editorPage = z.object({
  slug: z.string(),
  title: z.string(),
  kind: z.enum(["captions", "subtitles", "descriptions"]),
  language: z.string(),
  /** The film's original language. */
  original: z.string(),
  /** In seconds. */
  duration: z.number(),
  /** The current revision. */
  revision: z.object({ number: z.int(), digest: z.string() }),
  /** The film's files, the first that plays. */
  media: z.array(z.object({ url: z.string(), type: z.string() })),
  poster: z.string().nullable(),
  tracks: z.array(z.object({ language: z.string(), kind: z.string(), sha256: z.string() })),
  /** Names of languages in the console's own, by their tags. */
  names: z.record(z.string(), z.string()),
});

export type EditorPage = z.infer<typeof editorPage>;
