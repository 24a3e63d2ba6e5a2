import { type Licence } from '../domain/curriculum.js';
import { decodeText } from './source/decode-text.js';
import { type CurriculumSource } from './source/curriculum-source.js';

/** Licences by a phrase that only their own text holds. */
const KNOWN: readonly (readonly [name: string, phrase: RegExp])[] = [
  ['CC0 1.0', /CC0 1\.0 Universal/i],
  ['CC BY-NC-ND 4.0', /Attribution-NonCommercial-NoDerivatives 4\.0/i],
  ['CC BY-NC-SA 4.0', /Attribution-NonCommercial-ShareAlike 4\.0/i],
  ['CC BY-NC 4.0', /Attribution-NonCommercial 4\.0/i],
  ['CC BY-SA 4.0', /Attribution-ShareAlike 4\.0/i],
  ['CC BY-ND 4.0', /Attribution-NoDerivatives 4\.0/i],
  ['CC BY 4.0', /Attribution 4\.0 International/i],
  ['Apache-2.0', /Apache License,?\s+Version 2\.0/i],
  ['MIT', /Permission is hereby granted, free of charge, to any person obtaining a copy/i],
];
const LONGEST_TEXT = 50_000;
const LICENCE_FILE = /^([^/]+\/)?licen[cs]e(\.(md|txt))?$/i;

/** What the course may be used for, from the licence file that lies nearest to the root. */
export async function readLicence(source: CurriculumSource): Promise<Licence | undefined> {
  const [file] = source.paths.filter((path) => LICENCE_FILE.test(path)).sort((a, b) => a.split('/').length - b.split('/').length);
  if (!file) return undefined;
  const text = decodeText(await source.read(file)).text.slice(0, LONGEST_TEXT);
  const name = KNOWN.find(([, phrase]) => phrase.test(text))?.[0] ?? file;
  const attribution = /^\s*(copyright\s.*\S)\s*$/im.exec(text)?.[1]?.slice(0, 300);
  return { name, text, attribution };
}
