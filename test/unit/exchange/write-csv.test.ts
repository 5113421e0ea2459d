import { describe, expect, it } from "vitest";
import { writeCsv } from "../../../core/exchange/write-csv";

const body = (csv: string) => csv.replace(/^\u{feff}/u, "");

describe("writeCsv", () => {
  it("begins with a byte order mark and ends every line with CRLF", () => {
    expect(writeCsv([["협치회의", 30], []])).toBe("\u{feff}협치회의,30\r\n\r\n");
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(body(writeCsv([["a,b", 'say "yes"', "two\nlines", "plain"]]))).toBe(
      '"a,b","say ""yes""","two\nlines",plain\r\n',
    );
  });

  it("keeps text from being run as a formula, and leaves numbers alone", () => {
    expect(body(writeCsv([["=1+1", "+82", "-x", "@SUM(A1)", -5, 0.25]]))).toBe(
      "'=1+1,'+82,'-x,'@SUM(A1),-5,0.25\r\n",
    );
  });

  it("writes nothing for nothing", () => {
    expect(body(writeCsv([[null, Number.NaN, ""]]))).toBe(",,\r\n");
  });
});
