/** How much of something is written into its bar: beside each other, in a few lines, or all of it. */
export type BarLook = 'flat' | 'short' | 'tall';

/** As in agenda.css: heights of an hour, of a line and of the edges of a bar, in rem. */
const HOUR = 3.5;
const LINE = 1.0625;
const EDGES = 0.375;

/** The title comes first: the place joins the time, and the reader's own time is left to those who hear it, where lines are few. */
export function barLook(minutes: number, hasOwnTime: boolean): { readonly look: BarLook; readonly title: number } {
  const lines = Math.floor(((minutes / 60) * HOUR - EDGES) / LINE);
  if (lines < 2) return { look: 'flat', title: 1 };
  if (lines < 4) return { look: 'short', title: lines - 1 };
  return { look: 'tall', title: lines - (hasOwnTime ? 3 : 2) };
}
