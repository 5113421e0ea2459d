export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean;
export function openBrowser(url: string): void;
