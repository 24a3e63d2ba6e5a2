import { Plural, Trans } from '@lingui/react/macro';

/** "45 min" or "3 h 20": what a lesson or a course takes. */
export function Duration({ minutes }: { readonly minutes: number }) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return <Trans>{minutes} min</Trans>;
  return hours >= 10 || rest === 0 ? <Trans>{hours} h</Trans> : <Trans>{hours} h {rest}</Trans>;
}

export const LessonCount = ({ count }: { readonly count: number }) => <Plural value={count} one="# lesson" other="# lessons" />;
