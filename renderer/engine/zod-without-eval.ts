import { z } from "zod";

/**
 * To be imported before any module that makes a schema: zod otherwise probes
 * for `new Function`, which the content policy forbids and reports.
 */
z.config({ jitless: true });
