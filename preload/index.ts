import { contextBridge, ipcRenderer } from "electron";
import { z } from "zod";
import { createBridge } from "./bridge";

// Without this zod probes for `new Function`, which the content policy reports as a violation.
z.config({ jitless: true });

contextBridge.exposeInMainWorld("civplan", createBridge(ipcRenderer));
