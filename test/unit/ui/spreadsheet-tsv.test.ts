import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHtmlTable } from "../../../renderer/ui/spreadsheet/html-table";
import { formatTsv, parseTsv } from "../../../renderer/ui/spreadsheet/tsv";

describe("parseTsv reads what spreadsheets put on the clipboard", () => {
  it.each([
    ["one cell", "5", [["5"]]],
    [
      "a block as Excel writes it, with a line end after the last row",
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "a block as Sheets writes it, without",
      "1\t2\n3\t4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "empty cells in the middle and at the end",
      "1\t\t\n\t2\t",
      [
        ["1", "", ""],
        ["", "2", ""],
      ],
    ],
    ["an empty row that was selected", "1\n\n2\n", [["1"], [""], ["2"]]],
    ["only a line end", "\n", [[""]]],
    ["nothing", "", [[""]]],
    [
      "quoted line ends, tabs and quotes",
      '"two\nlines"\t"a\ttab"\t"say ""yes"""',
      [["two\nlines", "a\ttab", 'say "yes"']],
    ],
    [
      "a quoted cell at the end of a row",
      '1\t"two\nlines"\r\n3\t4',
      [
        ["1", "two\nlines"],
        ["3", "4"],
      ],
    ],
    ["a quote inside a text is a quote", '5" pipe\t2', [['5" pipe', "2"]]],
    ["a quote that is never closed is one too", '"half\t2\n3', [['"half', "2"], ["3"]]],
    ["rows of different length", "1\n2\t3", [["1"], ["2", "3"]]],
    ["markup is text", "<b>5</b>\t&amp;", [["<b>5</b>", "&amp;"]]],
    ["old Mac line ends", "1\r2", [["1"], ["2"]]],
  ])("%s", (_, text, expected) => {
    expect(parseTsv(text)).toEqual(expected);
  });

  it("reads back every block that it writes, whatever the cells hold", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "1", '"', "\t", "\n", "\r\n", " ", "억", "<") });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
      // A lone empty cell at the end cannot be told from the line end of the row before it.
      .filter((rows) => rows.length === 1 || (rows.at(-1)?.length ?? 0) > 1 || rows.at(-1)?.[0] !== "");
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows);
      }),
    );
  });
});

describe("formatHtmlTable", () => {
  it("escapes what people typed and keeps line breaks", () => {
    const html = formatHtmlTable([[{ text: '<img src=x onerror="alert(1)"> & co\nline', isNumber: false }]]);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; co<br>line");
    expect(html).not.toContain("<img");
  });

  it("aligns numbers to the right and puts headings above", () => {
    const html = formatHtmlTable([[{ text: "1,200", isNumber: true }]], ["2027"]);
    expect(html).toMatch(/<thead><tr><th [^>]+>2027<\/th><\/tr><\/thead>/);
    expect(html).toMatch(/<td style="[^"]*text-align:right">1,200<\/td>/);
  });
});
