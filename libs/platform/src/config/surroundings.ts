/** Environment of a child process: what we got ourselves, with these variables set, or taken away where undefined. */
export function childEnvironment(changed: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changed };
}

/** The folder in which the person typed the command: npm changes into the repository and leaves this note. */
export function startingFolder(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}
