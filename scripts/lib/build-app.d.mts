export type PartName = "main" | "preload" | "renderer";
export const projectRoot: string;
export const outFolder: string;
export function buildApp(options?: { force?: boolean; say?: (line: string) => void }): Promise<PartName[]>;
