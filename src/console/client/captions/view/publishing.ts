/** Shows what would change, as `videoteca plan` does, then publishes what was shown and nothing else. */

import type { CurrentRevision } from "../../shared/library.ts";
import { cuesOf, trackOf } from "../core/document.ts";
import { formatTrack, isBlank } from "../core/track.ts";
import type { Editor } from "../editor.ts";
import type { Plan, Publisher, TrackKey } from "../saving/publish.ts";
import type { SavingSession } from "../saving/session.ts";
import type { EditorStrings } from "../strings.ts";
import { button, element, labelled } from "./element.ts";

interface PublishingOptions {
  readonly editor: Editor;
  readonly strings: EditorStrings;
  readonly publisher: Publisher;
  /** Who has written it. */
  readonly personName: string;
  readonly sessions: () => readonly SavingSession[];
  readonly trackOfSide: (side: SavingSession["side"]) => TrackKey;
  /** The film's original language. */
  readonly original: string;
  readonly nameOf: (language: string) => string;
  /** Says what went wrong, if it isn't the plan's own matter. @returns whether it did */
  readonly explain: (error: unknown) => boolean;
}

/** The button, the plan below it, and what became of it. */
export function createPublishing(options: PublishingOptions): HTMLElement {
  const { editor, strings, publisher, sessions } = options;
  const result = element("div", { class: "plan", role: "status" });
  let isBusy = false;
  /** Whom readers see as the translator of a language, where somebody wrote that here. */
  const translators = new Map<string, string>();

  const say = (...children: (HTMLElement | string)[]) => result.replaceChildren(...children);
  const paragraph = (text: string, lang?: string) => element("p", { lang }, [text]);
  const once = (work: () => Promise<void>) => async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await work();
    } catch (error) {
      if (options.explain(error)) say();
      else say(paragraph(strings.failed), paragraph(String(error), "en"));
    } finally {
      isBusy = false;
    }
  };
  const showPlan = async () => {
    const current = await publisher.readCurrent();
    for (const session of sessions()) await takeOver(session, current);
    if (editor.conflicts.length > 0) return say(paragraph(strings.decideFirst));
    const tracks = sessions()
      .filter(({ isChanged }) => isChanged)
      .map((session) => toPublish(session))
      .filter((track) => track.text !== track.base);
    if (tracks.length === 0) return say(paragraph(strings.nothingChanges));
    const plan = await publisher.plan(current, tracks);
    if (plan.changes.length === 0) return say(paragraph(strings.nothingChanges));
    const publish = button(
      strings.publish,
      once(() => publishPlan(plan, tracks)),
      { class: "primary" },
    );
    const changes = plan.changes.map((change) => element("li", {}, [change]));
    say(
      element("h2", {}, [strings.plan]),
      element("ul", { class: "changes", lang: "en", dir: "ltr" }, changes),
      ...plan.warnings.map((warning) => paragraph(warning, "en")),
      ...tracks.flatMap((track) => translatorField(track, current)),
      element("p", { class: "help" }, [strings.planHelp]),
      publish,
    );
  };
  /** Asks whom readers see as the translator. Another name is another plan. */
  const translatorField = (track: ReturnType<typeof toPublish>, { record }: CurrentRevision) => {
    const { language } = track;
    if (language === options.original) return [];
    const value = track.translator ?? publisher.translatorOf(record, track);
    const field = element("input", { type: "text", value });
    field.addEventListener("change", () => {
      translators.set(language, field.value.trim());
      void once(showPlan)().then(() => result.querySelector("button")?.focus());
    });
    const label = `${strings.translator} (${options.nameOf(language)})`;
    return [
      labelled(label, field),
      element("p", { class: "help" }, [strings.translatorHelp(options.personName)]),
    ];
  };
  /** What a colleague has published since is merged before anything is planned. */
  const takeOver = async (session: SavingSession, { record }: CurrentRevision) => {
    const sha256 = publisher.digestOf(record, options.trackOfSide(session.side)) ?? null;
    if (sha256 === session.base.sha256) return;
    session.rebase({
      sha256,
      text: sha256 === null ? "WEBVTT\n" : await publisher.readTrack(sha256),
    });
  };
  const toPublish = (session: SavingSession) => {
    const { side } = session;
    const track = options.trackOfSide(side);
    return {
      ...track,
      session,
      translator: translators.get(track.language),
      text: formatTrack(trackOf(editor.document, side, true)),
      base: session.base.text,
      cues: cuesOf(editor.document, side).filter(({ cue }) => !isBlank(cue)).length,
    };
  };
  const publishPlan = async (plan: Plan, tracks: readonly ReturnType<typeof toPublish>[]) => {
    const published = await publisher.publish(plan);
    if (published.outcome === "moved") {
      await showPlan();
      result.prepend(element("p", { class: "warning" }, [strings.colleague(published.by)]));
      return;
    }
    for (const { session, text, language, kind } of tracks) {
      const sha256 = publisher.digestOf(plan.record, { language, kind }) ?? null;
      await session.published({ sha256, text });
    }
    say(element("p", { class: "done" }, [strings.published]));
  };
  // A plan is of what was written when it was shown.
  editor.subscribe((event) => event === "document" && !isBusy && say());
  const show = button(strings.showPlan, once(showPlan), { class: "primary" });
  return element("div", { class: "publishing" }, [show, result]);
}
