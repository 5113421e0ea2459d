import { writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startStaticServer } from "../../../main/static-server";
import { makeTemporaryFolder } from "./temporary-folder";

async function startServer() {
  const outside = await makeTemporaryFolder();
  await writeFile(join(outside, "index.html"), "<p>page</p>");
  const server = await startStaticServer({ bundleFolder: outside, port: 0 });
  onTestFinished(() => server.close());
  return server;
}

const ask = (port: number, host: string): Promise<number | undefined> =>
  new Promise((done, failed) => {
    request({ port, host: "127.0.0.1", headers: { host } }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    })
      .on("error", failed)
      .end();
  });

describe("the static server", () => {
  it("serves the page under its own address", async () => {
    const server = await startServer();
    const answer = await fetch(server.url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("<p>page</p>");
  });

  it("refuses any other Host, so that no foreign name can point here", async () => {
    const { port } = await startServer();
    expect(await ask(port, `127.0.0.1:${port}`)).toBe(200);
    expect(await ask(port, `localhost:${port}`)).toBe(200);
    expect(await ask(port, `evil.example:${port}`)).toBe(421);
    expect(await ask(port, "127.0.0.1")).toBe(421);
  });

  it("refuses a raw path out of the folder", async () => {
    const { port } = await startServer();
    const answer = await new Promise<string>((done, failed) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(
          `GET /../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
        );
      });
      let text = "";
      socket.on("data", (data) => {
        text += String(data);
      });
      socket.on("end", () => done(text)).on("error", failed);
    });
    expect(answer).toMatch(/^HTTP\/1.1 404/);
  });

  it("answers HEAD without a body", async () => {
    const server = await startServer();
    const answer = await fetch(server.url, { method: "HEAD" });
    expect(answer.headers.get("content-length")).toBe("11");
    expect(await answer.text()).toBe("");
  });
});
