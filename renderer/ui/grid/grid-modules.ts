import {
  CellStyleModule,
  CheckboxEditorModule,
  ClientSideRowModelModule,
  CustomEditorModule,
  LocaleModule,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
} from "ag-grid-community";

let isRegistered = false;

/** Makes the parts of the grid that the screens use available; the rest is not bundled. Once is enough. */
export function registerGridModules(): void {
  if (isRegistered) return;
  isRegistered = true;
  ModuleRegistry.registerModules([
    CellStyleModule,
    CheckboxEditorModule,
    ClientSideRowModelModule,
    CustomEditorModule,
    LocaleModule,
    PinnedRowModule,
    RenderApiModule,
    RowApiModule,
    RowStyleModule,
    ScrollApiModule,
    TooltipModule,
  ]);
}
