/** A whole page load: nothing that was known before stays. */
export const enter = (next: string) => (): void => location.assign(next);
