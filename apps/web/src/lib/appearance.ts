export type Theme = 'system' | 'light' | 'dark';
export type Contrast = 'system' | 'more';

const read = (key: string): string | null => localStorage.getItem(`tremplin.${key}`);
const write = (key: string, value: string): void => {
  if (value === 'system') localStorage.removeItem(`tremplin.${key}`);
  else localStorage.setItem(`tremplin.${key}`, value);
};

export const chosenTheme = (): Theme => {
  const theme = read('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};
export const chosenContrast = (): Contrast => (read('contrast') === 'more' ? 'more' : 'system');

/** The same rule as public/appearance.js, which runs before the first paint. */
export function applyAppearance(): void {
  const root = document.documentElement;
  const theme = chosenTheme();
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  if (chosenContrast() === 'more' || matchMedia('(prefers-contrast: more)').matches) root.dataset.contrast = 'more';
  else delete root.dataset.contrast;
}

export function chooseTheme(theme: Theme): void {
  write('theme', theme);
  applyAppearance();
}

export function chooseContrast(contrast: Contrast): void {
  write('contrast', contrast);
  applyAppearance();
}

/** Follows the system as long as nothing else was chosen. */
export function followSystem(): void {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) matchMedia(query).addEventListener('change', applyAppearance);
}
