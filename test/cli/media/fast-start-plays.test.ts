import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openRanges } from "../../../src/cli/media/byte-ranges.ts";
import { totalSize } from "../../../src/inspection/media/byte-ranges.ts";
import { closePages, openBrowser } from "../../browser/support/shared-browser.ts";
import { root } from "../run.ts";
import { movedRanges, remux } from "./film-fixtures.ts";

const film = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration/film.mp4");

it("a film whose index was moved plays in a browser that requests ranges of it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  const slow = join(folder, "slow.mp4");
  await remux(film, slow);
  const ranges = await movedRanges(slow);
  const size = totalSize(ranges);
  const requestedRanges: string[] = [];
  const server = createServer(({ url, headers: { range } }, response) => {
    if (url !== "/film.mp4") return response.end("<!doctype html><title>A film</title>");
    requestedRanges.push(range ?? "all");
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? "bytes=0-") ?? [];
    const start = Number(first);
    const end = last ? Number(last) : size - 1;
    response.writeHead(206, {
      "content-type": "video/mp4",
      "content-length": end - start + 1,
      "content-range": `bytes ${start}-${end}/${size}`,
    });
    openRanges(ranges, start, end + 1).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const played = await page.evaluate(async () => {
      const video = document.createElement("video");
      video.src = "/film.mp4";
      await video.play();
      while (video.currentTime < 0.3) await new Promise((resolve) => setTimeout(resolve, 50));
      const ready = new Promise((resolve) => video.addEventListener("seeked", resolve));
      video.currentTime = 40;
      await ready;
      while (video.currentTime < 40.2) await new Promise((resolve) => setTimeout(resolve, 50));
      return { width: video.videoWidth, height: video.videoHeight, error: video.error?.message };
    });
    expect(played).toEqual({ width: 640, height: 360, error: undefined });
    expect(requestedRanges[0]).toBe("bytes=0-");
    // The player finds the index at the start, and fetches nothing from the file's end.
    const starts = requestedRanges.map((range) => Number(/^bytes=(\d+)-/.exec(range)?.[1]));
    expect(starts.filter((start) => start > size * 0.95)).toEqual([]);
  } finally {
    await closePages();
    server.close();
    await rm(folder, { recursive: true });
  }
});
