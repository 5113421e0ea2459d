export function withBuildLock<T>(outFolder: string, build: () => Promise<T>): Promise<T>;
