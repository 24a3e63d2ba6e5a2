import { type Curriculum } from '../domain/curriculum.js';
import { type Shelf } from './documents/document.js';
import { type Findings } from './findings/finding.js';
import { type CurriculumSource } from './source/curriculum-source.js';

/** What every reader gets. */
export interface ReadingDesk {
  readonly source: CurriculumSource;
  readonly shelf: Shelf;
  readonly findings: Findings;
}

/** One way in which authors lay out a course in files. A new kind of course is a new reader in `readers`. */
export interface CurriculumReader {
  readonly name: string;
  /** How many lessons it would find, from the paths alone; 0 means "not mine". The reader that finds most reads. */
  recognise(source: CurriculumSource): number;
  read(desk: ReadingDesk): Promise<Curriculum>;
}
