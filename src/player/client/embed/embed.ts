import { enhance } from "../enhance.ts";
import { listenToHost } from "./commands.ts";
import { secret, tellHeight } from "./host-messages.ts";
import { openLinks } from "./links.ts";

const player = enhance();
if (parent !== window) {
  tellHeight();
  if (player !== undefined) {
    listenToHost(player);
    openLinks(player, secret);
  }
}
