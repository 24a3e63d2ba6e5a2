/** A file's name for showing: its last part, composed, without what cannot be shown, 200 characters at most. Never used as a path. */
export function tidyFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(-200) || 'list';
}
