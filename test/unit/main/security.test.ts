import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resolveBundlePath } from "../../../main/security/bundle-path";
import { respondFromBundle } from "../../../main/security/bundle-response";
import { contentPolicy } from "../../../main/security/content-policy";
import { parseDevelopmentUrl } from "../../../main/security/development-url";
import { parseExternalUrl } from "../../../main/security/external-url";
import { isTrustedSender, isTrustedUrl } from "../../../main/security/sender-check";
import { makeTemporaryFolder, toText } from "./temporary-folder";

const origins = ["app://civplan"];

describe("who may speak to the shell", () => {
  const frame = (url: string, parent: unknown = null) => ({ url, parent });

  it("is the window's own document only", () => {
    expect(isTrustedSender(frame("app://civplan/index.html#tasks"), origins)).toBe(true);
    expect(isTrustedSender(frame("app://civplan/", {}), origins)).toBe(false);
    expect(isTrustedSender(null, origins)).toBe(false);
  });

  it.each([
    "app://civplan.evil/",
    "app://evil/",
    "app://civplan@evil/",
    "app://user:pass@civplan/",
    "https://civplan/",
    "file:///civplan",
    "about:blank",
    "",
    "not an address",
  ])("is not %s", (url) => {
    expect(isTrustedUrl(url, origins)).toBe(false);
  });
});

describe("paths of the bundle", () => {
  const folder = "/opt/app/renderer";

  it.each([
    ["/", "/opt/app/renderer/index.html"],
    ["/index.html", "/opt/app/renderer/index.html"],
    ["/assets/a-1.js?v=2#x", "/opt/app/renderer/assets/a-1.js"],
    ["/assets/%ED%95%9C.js", "/opt/app/renderer/assets/한.js"],
  ])("%s is a file in it", (path, file) => {
    expect(resolveBundlePath(folder, path)).toBe(file);
  });

  it.each([
    "/../main/index.cjs",
    "/assets/../../main/index.cjs",
    "/..%2fmain%2findex.cjs",
    "/%2e%2e/main/index.cjs",
    "/%252e%252e/main/index.cjs",
    "/..\\main\\index.cjs",
    "/assets/%5c..%5cmain",
    "/C:/windows/win.ini",
    "/index.html%00.png",
    "/%",
    "/./index.html",
  ])("%s is refused", (path) => {
    expect(resolveBundlePath(folder, path)).toBeNull();
  });
});

describe("answers from the bundle", () => {
  async function makeBundle() {
    const outside = await makeTemporaryFolder();
    const folder = join(outside, "renderer");
    await mkdir(join(folder, "assets"), { recursive: true });
    await writeFile(join(outside, "secret.txt"), "secret");
    await writeFile(join(folder, "index.html"), '<meta name="csp-nonce" content="%CSP_NONCE%">');
    await writeFile(join(folder, "assets", "worker.js"), "1");
    await writeFile(join(folder, "assets", "sql.wasm"), "wasm");
    await symlink(join(outside, "secret.txt"), join(folder, "leak.txt"));
    return folder;
  }
  const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

  it("give each document a nonce of its own, in header and text", async () => {
    const folder = await makeBundle();
    const first = await respondFromBundle(folder, "GET", "/");
    const second = await respondFromBundle(folder, "GET", "/");
    const nonce = nonceOf(first.headers["content-security-policy"]);
    expect(toText(first.body)).toBe(`<meta name="csp-nonce" content="${nonce}">`);
    expect(nonce).not.toBe(nonceOf(second.headers["content-security-policy"]));
  });

  it("carry the content policy on scripts too, which is where workers take theirs from", async () => {
    const script = await respondFromBundle(await makeBundle(), "GET", "/assets/worker.js");
    expect(script.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  });

  it("name WASM as such, so that it can be compiled while it loads", async () => {
    const wasm = await respondFromBundle(await makeBundle(), "GET", "/assets/sql.wasm");
    expect(wasm.headers["content-type"]).toBe("application/wasm");
  });

  it.each(["/../secret.txt", "/leak.txt", "/assets", "/nothing.js"])("refuse %s", async (path) => {
    expect((await respondFromBundle(await makeBundle(), "GET", path)).status).toBe(404);
  });

  it("refuse to be written to", async () => {
    expect((await respondFromBundle(await makeBundle(), "POST", "/")).status).toBe(405);
  });
});

it("the content policy is the one that was tried with every library of the page", () => {
  expect(contentPolicy("N")).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data: blob:; " +
      "font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "style-src-elem 'self' 'nonce-N'; style-src-attr 'unsafe-inline'",
  );
});

describe("addresses opened outside", () => {
  it.each(["https://opengov.seoul.go.kr/x", "http://example.org/", "mailto:a@example.org"])(
    "%s may be",
    (url) => {
      expect(parseExternalUrl(url)).toBe(url);
    },
  );

  it.each([
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "smb://host/share",
    "app://civplan/",
    "x",
  ])("%s may not", (url) => {
    expect(parseExternalUrl(url)).toBeNull();
  });
});

describe("the development server's address", () => {
  it("must be on this computer", () => {
    expect(parseDevelopmentUrl("http://127.0.0.1:5173")).toBe("http://127.0.0.1:5173/");
    expect(parseDevelopmentUrl("http://evil.example:5173")).toBeNull();
    expect(parseDevelopmentUrl("file:///tmp/page.html")).toBeNull();
    expect(parseDevelopmentUrl(undefined)).toBeNull();
  });
});
