/** The little of Eleventy that render.ts uses; the package has no types of its own. */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    setUseGitIgnore(use: boolean): void;
    setWatchJavaScriptDependencies(watch: boolean): void;
    setLibrary(engine: string, library: unknown): void;
    addTemplate(name: string, content: string, data: object): void;
  }
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { quietMode: boolean; configPath: string; config: (config: UserConfig) => void | Promise<void> },
    );
    disableLogger(): void;
    toJSON(): Promise<unknown[]>;
  }
}
