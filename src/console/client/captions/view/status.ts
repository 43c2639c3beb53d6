import type { SavingStatus } from "../saving/session.ts";
import type { EditorStrings } from "../strings.ts";
import { button, element } from "./element.ts";
import type { NoticesView } from "./notices.ts";

/** Where it is said what is kept and saved. */
interface StatusPlace {
  readonly status: HTMLElement;
  readonly notices: NoticesView;
  readonly strings: EditorStrings;
}

/** Says what is kept and saved. @param message why the library refused a draft */
export function showStatus(
  saving: SavingStatus,
  message: string,
  { status, notices, strings }: StatusPlace,
): void {
  const time = new Date().toLocaleTimeString(document.documentElement.lang, {
    hour: "2-digit",
    minute: "2-digit",
  });
  const texts: Readonly<Record<SavingStatus, string>> = {
    unchanged: "",
    kept: strings.keptHere,
    "not-kept": strings.cannotKeep,
    saved: strings.draftSaved(time),
    ready: strings.ready,
    offline: strings.offline,
    "signed-out": strings.sessionEnded,
    forbidden: strings.notInYourLanguages,
    refused: `${strings.notSaved} ${message}`,
  };
  if (status.textContent !== texts[saving]) status.textContent = texts[saving];
  if (saving !== "signed-out") return;
  const signIn = element("a", { href: "/staff", target: "_blank" }, [strings.signInElsewhere]);
  // A new session has a new form token, which the server writes into the page; what is written comes back with it.
  const goOn = button(strings.signedIn, () => location.reload());
  notices.show("signed-out", strings.sessionEnded, [signIn, goOn]);
}
