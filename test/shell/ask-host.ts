/** Asks the host of the host harness's page, from a spec. */
import type { Capabilities, Host, HostResult, JournalHeader } from "../../renderer/host/host";
import type { AppUnderTest } from "./fixtures";

export const civplanKind = { label: "Civplan plan", extensions: ["civplan"] };
export const toBytes = (text: string) => new TextEncoder().encode(text);
export const toText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
export const oldBytes = toBytes("the old plan");
export const newBytes = toBytes("the new plan, a little longer");
export const planId = "plan-0001";
export const newPlan: JournalHeader = { planId, title: "District plan", file: null, base: null };

type Method = Exclude<keyof Host, "environment" | "subscribe">;

/** Calls one method of the host in the page; the answer comes back as data. */
export function ask<M extends Method>(
  app: AppUnderTest,
  method: M,
  ...args: Parameters<Host[M]>
): Promise<Awaited<ReturnType<Host[M]>>> {
  const given: [string, unknown[]] = [method, args];
  const call: Promise<unknown> = app.page.evaluate(([name, callArgs]) => {
    const host = window.harness.host as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>;
    return host[name]?.(...callArgs);
  }, given);
  return call as Promise<Awaited<ReturnType<Host[M]>>>;
}

export function unwrap<T>(result: HostResult<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export const capabilitiesOf = (app: AppUnderTest): Promise<Capabilities> =>
  app.page.evaluate(() => window.harness.host.environment.capabilities);

export const waitForHarness = async (app: AppUnderTest) => {
  await app.page.waitForFunction(() => window.harness !== undefined);
};

export async function openPlan(app: AppUnderTest, path: string) {
  app.answerOpen(path);
  const file = unwrap(await ask(app, "pickFile", { title: "Open", kinds: [civplanKind] }));
  return unwrap(await ask(app, "readFile", { fileId: file.fileId }));
}

export async function chooseTarget(app: AppUnderTest, path: string) {
  app.answerSave(path);
  const suggestedName = path.split("/").at(-1) ?? "plan.civplan";
  return unwrap(await ask(app, "pickSaveTarget", { title: "Save", suggestedName, kind: civplanKind }));
}

export async function reread(app: AppUnderTest, fileId: string) {
  return unwrap(await ask(app, "readFile", { fileId }));
}
