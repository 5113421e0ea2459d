import { z } from "zod";
import { openHost } from "./host/open-host";

// Without this zod probes for `new Function`, which the content policy reports as a violation.
z.config({ jitless: true });

const host = await openHost();
const root = document.getElementById("root");
if (root !== null) root.textContent = `Civplan ${host.environment.appVersion} (${host.environment.kind})`;
