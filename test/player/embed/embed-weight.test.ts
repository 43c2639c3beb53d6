import { expect, test } from "vitest";
import media from "../../../docs/media.md?raw";
import operations from "../../../docs/operations.md?raw";
import staff from "../../../docs/staff.md?raw";
import transcripts from "../../../docs/transcripts.md?raw";
import uploads from "../../../docs/uploads.md?raw";
import { get } from "../../support/ask.ts";
import { episode, publish, track } from "../../support/library.ts";

/** The size of a text compressed with gzip, in bytes. */
async function gzipSize(text: string): Promise<number> {
  const stream = new Response(text).body?.pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

/** 3,000 words of our own documentation as captions, about eight words a cue, of different lengths. */
function longCaptions(): string {
  const words = `${operations} ${staff} ${transcripts} ${uploads} ${media}`
    .replace(/```[\s\S]*?```/g, " ")
    .match(/\p{L}[\p{L}'’]*[.,:;]?/gu)
    ?.slice(0, 3000);
  if (words?.length !== 3000) throw new Error("The documentation has fewer than 3,000 words.");
  const time = (milliseconds: number) => {
    const date = new Date(milliseconds).toISOString();
    return date.slice(11, 23);
  };
  const cues: string[] = [];
  for (let start = 0, at = 0; start < words.length; ) {
    const count = 5 + ((start * 7) % 6);
    const length = 1800 + ((start * 379) % 2100);
    const text = words.slice(start, start + count).join(" ");
    cues.push(`${time(at)} --> ${time(at + length)}\n${text}\n`);
    start += count;
    // Pauses make paragraphs.
    at += length + (start % 9 === 0 ? 3000 : 80 + ((start * 13) % 200));
  }
  return `WEBVTT\n\n${cues.join("\n")}`;
}

test("an embed weighs 8,500 bytes, and 16,400 with a transcript of 3,000 words; the film is in the first 14,600 (DESIGN 12)", async () => {
  const vtt = longCaptions();
  await publish(await episode("long", { captions: [await track("en", vtt, "captions")] }));
  const html = await (await get("/embed/long?lang=en")).text();
  expect(await gzipSize(html)).toBeLessThanOrEqual(16_400);
  const transcript = /<details[\s\S]*<\/details>|<style data-of="transcript">[\s\S]*?<\/style>/g;
  expect(await gzipSize(html.replace(transcript, ""))).toBeLessThanOrEqual(8500);
  expect(await gzipSize(html.slice(0, html.indexOf("</video>")))).toBeLessThanOrEqual(14_600);
});
