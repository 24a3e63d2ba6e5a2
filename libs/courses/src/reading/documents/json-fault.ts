/** The line of a JSON text on which its parser stopped, as far as its words tell. */
export function lineOfFault(text: string, reason: string): number | undefined {
  const line = Number(/line (\d+)/.exec(reason)?.[1]);
  const position = Number(/position (\d+)/.exec(reason)?.[1]);
  if (line > 0) return line;
  return Number.isNaN(position) ? (/end of JSON/i.test(reason) ? text.split('\n').length : undefined) : text.slice(0, position).split('\n').length;
}
