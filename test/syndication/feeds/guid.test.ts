import { expect, test } from "vitest";
import { podcastGuid } from "../../../src/syndication/feeds/guid.ts";

test.each([
  // The example of the specification, and a feed whose identifier is public.
  ["https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"],
  ["https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
  ["http://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
])("the podcast at %s has the identifier %s", async (address, guid) => {
  expect(await podcastGuid(address)).toBe(guid);
});
