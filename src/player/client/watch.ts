import { offerEmbed } from "./controls/embed-dialog.ts";
import { enhance } from "./enhance.ts";

const player = enhance();
if (player !== undefined) offerEmbed(player);
