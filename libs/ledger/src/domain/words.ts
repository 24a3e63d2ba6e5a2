import { type Fault } from '@app/platform';

const LONGEST_NAME = 200;
// eslint-disable-next-line no-control-regex -- line breaks and other control characters are exactly what a name must not have
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** What is wrong with a name or title that people will read on one line. */
export function faultsOfName(field: string, name: string): readonly Fault[] {
  if (name.trim() === '') return [{ field, reason: 'name.empty' }];
  if (CONTROL.test(name)) return [{ field, reason: 'name.control-characters' }];
  if (name.length > LONGEST_NAME) return [{ field, reason: 'name.too-long', values: { most: LONGEST_NAME } }];
  return [];
}
