/**
 * What scripts/build.ts generates, so that types are right in a fresh clone, before the first build.
 * test/scripts/build.test.ts compares it with what is generated.
 */
declare module "*/build/browser.ts" {
  export const deferCaptionsScript: string;
  export const deferCaptionsScriptHash: string;
  export const watchScript: string;
  export const watchScriptHash: string;
  export const readScript: string;
  export const readScriptHash: string;
  export const embedScript: string;
  export const embedScriptHash: string;
  export const loadTranscriptScript: string;
  export const loadTranscriptScriptHash: string;
  export const siteStyleHash: string;
  export const filmPageStyleHash: string;
  export const bilingualStyle: string;
  export const bilingualStyleHash: string;
  export const drawingsStyle: string;
  export const drawingsStyleHash: string;
  export const embedStyleHash: string;
  export const warningCoverStyle: string;
  export const warningCoverStyleHash: string;
  export const episodeListStyle: string;
  export const episodeListStyleHash: string;
  export const transcriptStyle: string;
  export const transcriptStyleHash: string;
  export const drawnPosterStyle: string;
  export const drawnPosterStyleHash: string;
  export const consoleStyleHash: string;
  export const captionsEditorScriptPath: string;
  export const publishScriptPath: string;
  export const hashScriptPath: string;
  export const buildId: string;
}

declare module "*/build/character-names.ts" {
  /** The names of HTML's character references (scripts/character-names.ts). */
  export const characterNames: string;
}
