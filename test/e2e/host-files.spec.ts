/** What every host promises about files: the shell's, and the browser's with file input and downloads. */
import { waitForHarness } from "../shell/ask-host";
import { testFilePromises } from "../shell/file-promises";
import { test } from "../shell/fixtures";

test.use({ bundle: "host-harness" });
test.beforeEach(({ app }) => waitForHarness(app));

testFilePromises();
