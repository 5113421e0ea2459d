import "@mantine/core/styles.css";
import { Button, MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

/** The least that a page of this set-up can be: what the start screen is measured against. */
const root = document.getElementById("root");
if (root === null) throw new Error("the page has no #root");
createRoot(root).render(
  <StrictMode>
    <MantineProvider getStyleNonce={nonce}>
      <Button>Start</Button>
    </MantineProvider>
  </StrictMode>,
);
