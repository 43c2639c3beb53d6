import { enhancePlayer } from "../enhance.ts";
import { connectToHost } from "./host-api.ts";
import { reportHeight } from "./report-height.ts";
import { openLinksFromSandbox } from "./sandboxed-links.ts";

const player = enhancePlayer();
if (parent !== window) {
  reportHeight();
  if (player !== undefined) connectToHost(player);
  openLinksFromSandbox(player);
}
