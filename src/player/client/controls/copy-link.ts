import { formatMoment, momentParameter } from "../../../records/moment.ts";
import type { PlayerScriptStrings } from "../../strings/en.ts";
import { copyText } from "../clipboard.ts";
import type { PlayerElements } from "../player-elements.ts";
import { announce, onButtonClick, showMessage } from "./controls.ts";

/** Makes the button “Copy link” copy the film's address at the current time. */
export function enableCopyLink(
  { video, controls }: PlayerElements,
  strings: PlayerScriptStrings,
): void {
  onButtonClick(controls, "copy", async () => {
    const { currentTime } = video;
    const address = `${controls.dataset.page}?t=${momentParameter(currentTime)}`;
    const isCopied = await copyText(address);
    if (isCopied) announce(controls, strings.linkCopied, formatMoment(currentTime));
    else showMessage(controls, strings.copyLinkManually, address);
  });
}
