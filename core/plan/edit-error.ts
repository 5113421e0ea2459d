import type { EntityName } from "./entities";
import type { UncertainPart } from "./uncertain-fields";

/** Why a command was refused. Nothing was changed. The texts are in the page's and the CLI's language files. */
export type EditError =
  | {
      readonly type: "not-a-number";
      readonly entity: EntityName;
      readonly rowId: string;
      readonly field: string;
      readonly input: string;
    }
  | {
      readonly type: "out-of-range";
      readonly entity: EntityName;
      readonly rowId: string;
      readonly field: string;
      readonly minimum: number;
      readonly maximum: number;
      readonly value: number;
    }
  | {
      readonly type: "not-a-choice";
      readonly entity: EntityName;
      readonly rowId: string;
      readonly field: string;
      readonly choices: readonly string[];
      readonly input: string;
    }
  | {
      readonly type: "wrong-kind";
      readonly entity: string;
      readonly rowId: string;
      readonly field: string;
    }
  | {
      readonly type: "unknown-field";
      readonly entity: EntityName;
      readonly rowId: string;
      readonly field: string;
    }
  | {
      readonly type: "key-field";
      readonly entity: EntityName;
      readonly rowId: string;
      readonly field: string;
    }
  | { readonly type: "unknown-row"; readonly entity: EntityName; readonly rowId: string }
  | { readonly type: "row-exists"; readonly entity: EntityName; readonly rowId: string }
  | {
      readonly type: "end-before-start";
      readonly rowId: string;
      readonly startYear: number;
      readonly endYear: number;
    }
  | { readonly type: "horizon-reversed"; readonly firstYear: number; readonly lastYear: number }
  | {
      readonly type: "seats-below-officials";
      readonly rowId: string;
      readonly seats: number;
      readonly officials: number;
    }
  | {
      readonly type: "range-reversed";
      readonly rowId: string;
      readonly lowWon: number;
      readonly likelyWon: number;
      readonly highWon: number;
    }
  | {
      readonly type: "empty-name";
      readonly entity: EntityName;
      readonly rowId: string;
      readonly field: string;
    }
  /** These tasks, by code or else title, would each wait for the next, and the last for the first. */
  | { readonly type: "dependency-circle"; readonly rowId: string; readonly tasks: readonly string[] }
  /** Low, likely and high of something uncertain, or the chances of a lower and a higher grade, do not fit together. */
  | {
      readonly type: "assumption-reversed" | "chances-above-one";
      readonly part: UncertainPart;
      readonly rowId: string;
      /** Where to begin to set it right. */
      readonly field: string;
    }
  /** The cell has one value that everybody knows of: settled meanwhile, or never in question. */
  | {
      readonly type: "not-in-conflict";
      readonly entity: string;
      readonly rowId: string;
      readonly field: string;
    }
  | { readonly type: "nothing-changed" };
