import { expect, test } from "vitest";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const address = `/en/watch/${film}`;

test("the dialog makes embed code with the chosen language and start", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(address);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Embed" }).click();
  const dialog = page.getByRole("dialog", { name: "Embed" });
  await dialog.getByLabel("Language").selectOption("es");
  await dialog.getByLabel("Start at").fill("0:15");
  await dialog.getByLabel("Start at").blur();
  const code = dialog.getByLabel("Code");
  expect(await code.inputValue()).toBe(
    `<iframe src="${url}/embed/${film}?lang=es&amp;t=15" title="Criminalizing Migration" style="width:100%;aspect-ratio:16/9;border:0" allow="fullscreen; picture-in-picture; clipboard-write" referrerpolicy="no-referrer" loading="lazy"></iframe>`,
  );
  await dialog.getByLabel("Start at").fill("half past");
  await dialog.getByLabel("Start at").blur();
  expect(await code.inputValue()).toContain(`${film}?lang=es" title`);
  const preview = page.frameLocator(".embed-dialog iframe");
  await preview.getByRole("group", { name: "Reproductor" }).waitFor();
  await dialog.getByLabel("Size").selectOption("640x360");
  expect(await code.inputValue()).toContain(
    'width="640" height="360" style="max-width:100%;height:auto;aspect-ratio:16/9;border:0"',
  );
  await dialog.getByRole("button", { name: "Copy code" }).click();
  await dialog.getByText("Code copied.").waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
  // The close event is fired in a later task (HTML, “close the dialog”).
  await page.locator(".embed-dialog iframe:not([src])").waitFor({ state: "attached" });
  await leave();
});
