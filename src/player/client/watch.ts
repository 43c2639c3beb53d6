import { setUpEmbedDialog } from "./controls/embed-dialog.ts";
import { enhancePlayer } from "./enhance.ts";

const player = enhancePlayer();
if (player !== undefined) setUpEmbedDialog(player);
