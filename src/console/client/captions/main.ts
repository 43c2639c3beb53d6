import { readPageData } from "../shared/page-data.ts";
import { editorPage } from "./page.ts";
import { startPage } from "./start-page.ts";
import { editorStrings } from "./strings.ts";
import style from "./style.css";

const data = readPageData();
const strings = editorStrings[data.language];
const root = document.querySelector<HTMLElement>("#captions-editor");
if (root === null) throw new Error("The page has no place for the editor.");
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
root.textContent = strings.loading;
startPage(root, data, editorPage.parse(data.page), strings).catch((error: unknown) => {
  root.textContent = strings.cannotLoad;
  throw error;
});
