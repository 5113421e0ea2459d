import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import en from "../../../renderer/i18n/en.json";
import ko from "../../../renderer/i18n/ko.json";

const rendererFolder = resolve(import.meta.dirname, "../../../renderer");

const texts = { en: flatten(en), ko: flatten(ko) };
const keys = [...texts.en.keys()];

describe("the language files", () => {
  it("have the same keys, but for the singular, which Korean does not have", () => {
    expect([...texts.ko.keys()].sort()).toEqual(keys.filter((key) => !key.endsWith("_one")).sort());
  });

  it("leave no text empty", () => {
    for (const [language, entries] of Object.entries(texts))
      for (const [key, text] of entries) expect(text.trim(), `${language} ${key}`).not.toBe("");
  });

  it("name the same values in both languages", () => {
    for (const [key, text] of texts.ko)
      expect(valuesIn(text), key).toEqual(valuesIn(texts.en.get(key) ?? ""));
  });

  it("write Korean where people read it", () => {
    const hangul = /[가-힣]/;
    const isSymbolic =
      /^language\.|^start\.title$|^leverChoice\.split$|^frame\.page$|^model\.\w+\.source$|^figureInput\./;
    const foreign = [...texts.ko].filter(
      ([key, text]) => !hangul.test(text) && !isSymbolic.test(key) && /[a-z]{3}/.test(withoutValues(text)),
    );
    expect(foreign).toEqual([]);
  });

  it("never part a won sign from its unit at the end of a line", () => {
    const parted = Object.values(texts).flatMap((entries) =>
      [...entries].filter(([, text]) => /₩ /.test(text)),
    );
    expect(parted).toEqual([]);
  });

  it("hold every key that the page asks for", () => {
    const missing = listSourceFiles(rendererFolder).flatMap((path) =>
      listAskedKeys(readFileSync(path, "utf8"))
        .filter((asked) => !keys.some((key) => asked.test(key)))
        .map((asked) => `${path}: ${asked.source}`),
    );
    expect(missing).toEqual([]);
  });
});

function flatten(tree: object, prefix = ""): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    const key = prefix === "" ? name : `${prefix}.${name}`;
    if (typeof value === "string") entries.set(key, value);
    else for (const [inner, text] of flatten(value as object, key)) entries.set(inner, text);
  }
  return entries;
}

/** Names of the values that a text takes, each once: `{{count, number}}` → count. */
const valuesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? ""))].sort();

const withoutValues = (text: string): string => text.replace(/\{\{[^}]*\}\}/g, "");

const listSourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

/**
 * Patterns of the keys in calls of `t`: `t("a.b")` is one key, ``t(`a.${x}`)``
 * any key of that shape. Plural forms (`_one`, `_other`) answer for their stem.
 */
function listAskedKeys(source: string): RegExp[] {
  const calls = source.matchAll(/\bt\(\s*(?:\w+ \? )?(?:"([^"]+)"(?: : "([^"]+)")?|`([^`]+)`)/g);
  return [...calls].flatMap(([, plain, otherwise, template]) => {
    if (template !== undefined)
      return [
        toPattern(
          template
            .split(/\$\{[^}]*\}/)
            .map(escapeForPattern)
            .join("[^.]+"),
        ),
      ];
    return [plain, otherwise].flatMap((key) => (key === undefined ? [] : [toPattern(escapeForPattern(key))]));
  });
}

const toPattern = (body: string) => new RegExp(`^${body}(_one|_other)?$`);

const escapeForPattern = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
