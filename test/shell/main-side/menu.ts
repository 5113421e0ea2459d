import type { MenuSnapshot } from "../calls";
import { refuseUnknown, strict } from "./strict";

interface Item {
  label?: string;
  type?: string;
  role?: string;
  accelerator?: string;
  registerAccelerator?: boolean;
  submenu?: Item[];
  click?: () => void;
}

const ITEM_OPTIONS = ["label", "type", "role", "accelerator", "registerAccelerator", "submenu", "click"];

/** Turns menu templates into data that can be looked at and clicked from the test process. */
export class StandInMenus {
  readonly #clickById = new Map<number, () => void>();
  readonly object: object;

  constructor(show: (menu: MenuSnapshot[]) => void) {
    this.object = strict("Menu", {
      buildFromTemplate: (template: Item[]) => template.map((item) => this.#snapshot(item)),
      setApplicationMenu: show,
    });
  }

  click(id: number): void {
    const click = this.#clickById.get(id);
    if (click === undefined) throw new Error("this menu item does nothing by itself");
    click();
  }

  #snapshot(item: Item): MenuSnapshot {
    refuseUnknown("MenuItem", item, ITEM_OPTIONS);
    const id = this.#clickById.size + 1;
    this.#clickById.set(id, item.click ?? (() => undefined));
    return {
      id,
      label: item.type === "separator" ? "-" : (item.label ?? ""),
      role: item.role ?? null,
      accelerator: item.accelerator ?? null,
      submenu: (item.submenu ?? []).map((child) => this.#snapshot(child)),
    };
  }
}
