/** Why a file was not opened. The file itself and the open plan are untouched in every case. */
export type OpenError =
  | { readonly type: "empty-file" }
  | { readonly type: "too-large"; readonly bytes: number; readonly maximumBytes: number }
  | { readonly type: "not-sqlite" }
  | { readonly type: "not-a-plan" }
  | { readonly type: "truncated"; readonly bytes: number; readonly expectedBytes: number }
  | { readonly type: "write-ahead-log" }
  | { readonly type: "damaged"; readonly detail: string }
  | { readonly type: "refused-content"; readonly detail: string }
  | { readonly type: "too-many-ops"; readonly ops: number; readonly maximumOps: number }
  | { readonly type: "took-too-long"; readonly limitMs: number };
