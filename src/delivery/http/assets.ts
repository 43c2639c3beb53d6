import type { AssetName } from "./asset-name.ts";
import type { Bindings } from "./environment.ts";

/** What was read, for as long as this Worker lives: an asset changes only with the Worker. */
const texts = new Map<AssetName, string>();

/**
 * The text of a static asset. No address leads to one directly (wrangler.toml, `run_worker_first`): each answer keeps
 * the headers and conditions of its own address.
 * @throws if the asset isn't deployed
 */
export async function readAsset({ ASSETS }: Bindings, name: AssetName): Promise<string> {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const answer = await ASSETS.fetch(`https://assets.invalid/${name}`);
  if (!answer.ok) throw new Error(`The static asset ${name} answers ${answer.status}.`);
  const text = await answer.text();
  texts.set(name, text);
  return text;
}
