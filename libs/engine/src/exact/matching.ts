/** Largest matching of lefts to rights (Kuhn 1955): the right of each left, -1 for none. */
export function match(options: readonly (readonly number[])[], rights: number): Int32Array {
  const ofRight = new Int32Array(rights).fill(-1);
  const ofLeft = new Int32Array(options.length).fill(-1);
  const seen = new Int32Array(rights).fill(-1);
  const place = (left: number, round: number): boolean => {
    for (const right of options[left]!) {
      if (seen[right] === round) continue;
      seen[right] = round;
      if (ofRight[right]! >= 0 && !place(ofRight[right]!, round)) continue;
      ofRight[right] = left;
      ofLeft[left] = right;
      return true;
    }
    return false;
  };
  options.forEach((_, left) => place(left, left));
  return ofLeft;
}
