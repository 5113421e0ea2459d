const REGION_ID = "announcements";

/** Reads a message out to people who do not see it appear. Errors interrupt nothing: the region is polite. */
export function announce(message: string): void {
  const region = document.getElementById(REGION_ID) ?? addRegion();
  // The same text twice is only read twice when the region changes in between.
  region.textContent = "";
  window.setTimeout(() => {
    region.textContent = message;
  }, 50);
}

function addRegion(): HTMLElement {
  const region = document.createElement("div");
  region.id = REGION_ID;
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  document.body.append(region);
  return region;
}
