/** Where curriculum files come from: a folder today, an archive or an upload later. Paths use slashes and never leave the root. */
export interface CurriculumSource {
  readonly name: string;
  /** Paths of all regular files, sorted. */
  readonly paths: readonly string[];
  read(path: string): Promise<Buffer>;
}
