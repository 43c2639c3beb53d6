import { render, useEffect, useRef, useState } from "hono/jsx/dom";
import { hasErrors } from "../../../manifest/errors/problem.ts";
import type { Blob as StoredBlob } from "../../../records/schema/record.ts";
import { StaffApiError } from "../shared/staff-api.ts";
import type { App } from "./context.ts";
import type { Draft, DraftFolder } from "./draft/folder.ts";
import { forgetDraft, keepDraft, readKept } from "./draft/keep.ts";
import { Drop } from "./drop.tsx";
import type { GivenFiles } from "./files/browser-files.ts";
import { hasManifest } from "./files/given.ts";
import { useGivenFiles } from "./files/use-given-files.ts";
import type { CheckedFolder, PlannedFolder } from "./flow.ts";
import type { Form, FormProps } from "./form/form.tsx";
import type { FormKind } from "./form/schema.ts";
import { Mistakes } from "./mistakes.tsx";
import { Outcomes, type OutcomesProps } from "./outcomes.tsx";
import { Plan } from "./plan.tsx";
import { Progress } from "./progress.tsx";
import { type Published, publishFolder } from "./publish-folder.ts";
import type { UploadProgress } from "./upload/uploads.ts";

/** How long after the last change the form is kept, in milliseconds. Our choice: no key waits for it. */
const keepDelay = 300;

/** Where the person is. What was chosen and read stays, whatever fails. */
type Stage =
  | { readonly at: "choose"; readonly note?: string }
  | { readonly at: "reading" }
  | {
      readonly at: "form";
      readonly Form: typeof Form;
      readonly checked: FormProps["checked"];
    }
  | { readonly at: "mistaken"; readonly folder: CheckedFolder }
  | { readonly at: "planning" }
  | { readonly at: "planned"; readonly folder: PlannedFolder }
  | {
      readonly at: "publishing";
      readonly progress: UploadProgress;
      readonly pause: () => void;
      readonly resume: () => void;
    }
  | {
      readonly at: "published";
      readonly published: Published;
      readonly folder: PlannedFolder;
      readonly form: OutcomesProps["form"];
    }
  | {
      readonly at: "failed";
      readonly message: string;
      readonly isSignedOut: boolean;
      readonly retry: () => void;
    };

/** Shows the page's own part, and takes what is dropped anywhere on it. */
export function showApp(root: HTMLElement, app: App): void {
  render(<Publish app={app} />, root);
}

function Publish({ app }: { readonly app: App }) {
  const { strings } = app;
  const [stage, setStage] = useState<Stage>({ at: "choose" });
  // What was written in the form: it stays until something else is begun.
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  // What was written before the page was closed, until somebody goes on with it.
  const [kept, setKept] = useState<Draft | undefined>(undefined);
  const isWritten = useRef(false);
  const work = new URLSearchParams(location.search).get("work") ?? "";
  useEffect(() => {
    if (draft === undefined || !isWritten.current) return undefined;
    const timer = setTimeout(() => void keepDraft(work, draft), keepDelay);
    return () => clearTimeout(timer);
  }, [draft]);
  // Where nothing takes files, one that is dropped by mistake doesn't replace the page.
  useGivenFiles();
  const isUnsent = !["choose", "published"].includes(stage.at);
  useEffect(() => {
    if (!isUnsent) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isUnsent]);

  /** Goes through a step; if it fails, says why, with a button that tries it again. */
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const isSignedOut = error instanceof StaffApiError && error.problem.status === 401;
      setStage({ at: "failed", message, isSignedOut, retry: () => void retry(step) });
    }
  };
  const retry = async (step: () => Promise<void>): Promise<void> => {
    await app.session.refresh();
    await attempt(step);
  };
  const plan = (folder: CheckedFolder) =>
    attempt(async () => {
      setStage({ at: "planning" });
      const [{ planFolder }, { createLibrary }] = await Promise.all([
        import("./flow.ts"),
        import("../shared/library.ts"),
      ]);
      const planned = await planFolder(createLibrary(app.api, location.origin), folder);
      setStage({ at: "planned", folder: planned });
    });
  const showForm = (checked: FormProps["checked"]) =>
    attempt(async () => {
      const loaded = await import("./form/form.tsx");
      setStage({ at: "form", Form: loaded.Form, checked });
    });
  const check = (given: Promise<GivenFiles> | GivenFiles) =>
    attempt(async () => {
      const files = await given;
      if (files.size === 0) return setStage({ at: "choose", note: strings.noFiles });
      setStage({ at: "reading" });
      if (!hasManifest(files)) {
        const { draftOfFiles } = await import("./draft/from-files.ts");
        setDraft(await draftOfFiles(files, app.language));
        return showForm(undefined);
      }
      const { checkFolder } = await import("./flow.ts");
      const folder = await checkFolder(files, app.digest);
      if (hasErrors(folder.loaded.problems)) setStage({ at: "mistaken", folder });
      else await plan(folder);
    });
  const checkDraft = (written: DraftFolder) =>
    attempt(async () => {
      setStage({ at: "reading" });
      if (draft !== undefined) await keepDraft(work, draft);
      const { checkFolder } = await import("./flow.ts");
      const folder = await checkFolder(written.files, app.digest, written.known);
      const { problems } = folder.loaded;
      if (hasErrors(problems)) await showForm({ folder: written, problems });
      else await plan(folder);
    });
  const publish = (folder: PlannedFolder) =>
    attempt(async () => {
      const published = await publishFolder(app, folder, (progress, pause, resume) =>
        setStage({ at: "publishing", progress, pause, resume }),
      );
      if (draft !== undefined && !published.outcomes.some(({ result }) => result === "failed")) {
        await forgetDraft(work);
        isWritten.current = false;
      }
      const form = draft && {
        draft,
        Download: (await import("./form/download-button.tsx")).DownloadButton,
      };
      setStage({ at: "published", published, folder, form });
    });
  const openWork = (slug: string) =>
    attempt(async () => {
      setStage({ at: "reading" });
      const before = await readKept(slug);
      if (before !== undefined) {
        setKept(before);
        return setStage({ at: "choose" });
      }
      const [{ draftOfWork }, { createLibrary }] = await Promise.all([
        import("./draft/from-work.ts"),
        import("../shared/library.ts"),
      ]);
      const library = createLibrary(app.api, location.origin);
      const revision = await library.current(slug);
      const read = (blob: StoredBlob) => library.readBlob(blob);
      const known = { id: await library.id(), url: location.origin };
      setDraft(await draftOfWork(revision, read, known));
      await showForm(undefined);
    });
  const goOnWith = (before: Draft) => {
    isWritten.current = true;
    setDraft(before);
    return showForm(undefined);
  };
  useEffect(() => {
    if (work === "") void readKept("").then(setKept);
    else void openWork(work);
  }, []);
  const restart = () => {
    isWritten.current = false;
    setDraft(undefined);
    setStage({ at: "choose" });
    void readKept(work).then(setKept);
  };
  const discard = async () => {
    await forgetDraft(work);
    setKept(undefined);
    if (work !== "") await openWork(work);
  };
  const start = (kind: FormKind) =>
    attempt(async () => {
      const { emptyDraft } = await import("./draft/from-files.ts");
      setDraft(emptyDraft(kind, app.language));
      await showForm(undefined);
    });
  const goBack = draft === undefined ? restart : () => void showForm(undefined);

  switch (stage.at) {
    case "choose":
      return (
        <Drop
          app={app}
          note={stage.note}
          kept={kept}
          onFiles={(files) => void check(files)}
          onStart={(kind) => void start(kind)}
          onGoOn={(before) => void goOnWith(before)}
          onDiscard={() => void discard()}
        />
      );
    case "form":
      return draft === undefined ? null : (
        <stage.Form
          app={app}
          draft={draft}
          checked={stage.checked}
          onChange={(change) => {
            isWritten.current = true;
            setDraft((latest) => latest && change(latest));
          }}
          onCheck={(folder) => void checkDraft(folder)}
          onAgain={restart}
        />
      );
    case "reading":
      return <Waiting title={strings.reading} help={strings.readingHelp} />;
    case "mistaken":
      return <Mistakes app={app} folder={stage.folder} onAgain={restart} />;
    case "planning":
      return <Waiting title={strings.planning} />;
    case "planned":
      return (
        <Plan
          app={app}
          folder={stage.folder}
          onPublish={() => void publish(stage.folder)}
          back={draft === undefined ? strings.again : strings.backToForm}
          onAgain={goBack}
        />
      );
    case "publishing":
      return (
        <Progress
          app={app}
          progress={stage.progress}
          onPause={stage.pause}
          onResume={stage.resume}
        />
      );
    case "published":
      return (
        <Outcomes
          app={app}
          published={stage.published}
          form={stage.form}
          onPlan={() => void plan(stage.folder)}
          onAgain={restart}
        />
      );
    case "failed":
      return (
        <section role="alert">
          <h2>{strings.problem}</h2>
          <p lang="en">{stage.message}</p>
          <p class="actions">
            {stage.isSignedOut && (
              <a class="button" href="/staff/publish" target="_blank" rel="noopener opener">
                {strings.signIn}
              </a>
            )}{" "}
            <button type="button" class="primary" onClick={stage.retry}>
              {strings.tryAgain}
            </button>{" "}
            <button type="button" onClick={goBack}>
              {draft === undefined ? strings.again : strings.backToForm}
            </button>
          </p>
        </section>
      );
  }
}

function Waiting({ title, help }: { readonly title: string; readonly help?: string }) {
  return (
    <section role="status">
      <h2>{title}</h2>
      {help !== undefined && <p class="help">{help}</p>}
    </section>
  );
}
