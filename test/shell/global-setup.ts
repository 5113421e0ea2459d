import { buildApp } from "../../scripts/lib/build-app.mjs";
import { buildTestParts } from "./built-app";

/** Specs run against what is built: bring it up to date first. */
export default async function setUp(): Promise<void> {
  await buildApp({ say: (line: string) => console.log(line) });
  await buildTestParts();
}
