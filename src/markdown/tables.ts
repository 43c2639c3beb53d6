import type { HtmlExtension } from "./events.ts";

/** How a table's element is written. */
export interface TableOptions {
  /** Whether it is in a box that scrolls, also by keyboard, so that a wide table widens no page. */
  readonly scrolls: boolean;
}

/**
 * Tables as HTML. Unlike micromark's own extension it writes no `align` attribute, which HTML no longer has, and each
 * heading says that it belongs to its column (WCAG technique H63).
 */
export function tableExtension({ scrolls }: TableOptions): HtmlExtension {
  let classes: readonly string[] = [];
  let column = 0;
  return {
    enter: {
      table(token) {
        classes = (token._align ?? []).map((align) =>
          align === "none" ? "" : ` class="align-${align}"`,
        );
        this.lineEndingIfNeeded();
        this.tag(scrolls ? '<div class="table" tabindex="0"><table>' : "<table>");
        // `codeTextData` below unescapes pipes in tables only.
        this.setData("tableAlign", token._align);
      },
      tableHead() {
        this.lineEndingIfNeeded();
        this.tag("<thead>");
      },
      tableBody() {
        this.lineEndingIfNeeded();
        this.tag("<tbody>");
      },
      tableRow() {
        column = 0;
        this.lineEndingIfNeeded();
        this.tag("<tr>");
      },
      tableHeader() {
        this.lineEndingIfNeeded();
        this.tag(`<th scope="col"${classes[column]}>`);
      },
      tableData() {
        // A cell beyond the last column isn't shown.
        if (column >= classes.length) return this.buffer();
        this.lineEndingIfNeeded();
        this.tag(`<td${classes[column]}>`);
      },
      // The row of dashes has no text of its own.
      tableDelimiterRow() {
        this.buffer();
      },
    },
    exit: {
      codeTextData(token) {
        const value = this.sliceSerialize(token);
        const isInTable = this.getData("tableAlign") !== undefined;
        this.raw(this.encode(isInTable ? value.replaceAll("\\|", "|") : value));
      },
      table() {
        this.setData("tableAlign");
        this.setData("slurpAllLineEndings");
        this.lineEndingIfNeeded();
        this.tag(scrolls ? "</table></div>" : "</table>");
      },
      tableHead() {
        this.lineEndingIfNeeded();
        this.tag("</thead>");
      },
      tableBody() {
        this.lineEndingIfNeeded();
        this.tag("</tbody>");
      },
      tableRow() {
        for (; column < classes.length; column += 1) {
          this.lineEndingIfNeeded();
          this.tag(`<td${classes[column]}></td>`);
        }
        this.lineEndingIfNeeded();
        this.tag("</tr>");
      },
      tableHeader() {
        this.tag("</th>");
        column += 1;
      },
      tableData() {
        if (column >= classes.length) this.resume();
        else this.tag("</td>");
        column += 1;
      },
      tableDelimiterRow() {
        this.resume();
      },
    },
  };
}
