import { setUpEmbedDialog } from "./controls/embed-dialog.ts";
import { enhancePlayer } from "./enhance.ts";

const player = enhancePlayer();
// A poster of another shape would give its own to the frame, until the film is loaded.
const portrait = document.querySelector<HTMLVideoElement>(".upright video");
if (portrait) portrait.style.aspectRatio = `${portrait.width}/${portrait.height}`;
if (player !== undefined) setUpEmbedDialog(player);
