import { useEffect, useMemo } from 'react';
import { type Read } from './api/use-api';

const PREFIX = 'tremplin.copy ';
/** As the service worker calls it (vite.config). */
const PICTURES = 'course-pictures';

/** Keeps what was read last on this device, and answers it where nothing else comes. Signing out forgets all copies. */
export function useKeptCopy<T>(key: string, read: Read<T>): Read<T> & { readonly isCopy: boolean } {
  const { data } = read;
  useEffect(() => {
    if (data !== undefined) keep(key, data);
  }, [key, data]);
  const copy = useMemo(() => (data === undefined ? kept<T>(key) : undefined), [key, data]);
  const isCopy = data === undefined && copy !== undefined && (read.failed !== undefined || !navigator.onLine);
  return isCopy ? { ...read, data: copy, failed: undefined, loading: false, isCopy } : { ...read, isCopy: false };
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store: then there is no copy, and nothing else is lost.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // A forbidden store holds nothing.
  }
}

export function kept<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Forgets the oldest of the copies whose keys begin alike, so that one kind does not fill the store. `order` names them from the oldest on. */
export function keepFewest(start: string, most: number): void {
  const order = (kept<readonly string[]>(`order ${start}`) ?? []).filter((key) => localStorage.getItem(PREFIX + key) !== null);
  order.slice(0, Math.max(0, order.length - most)).forEach((key) => localStorage.removeItem(PREFIX + key));
  keep(`order ${start}`, order.slice(-most));
}

/** Notes that a copy was used now. */
export function noteUse(start: string, key: string): void {
  keep(`order ${start}`, [...(kept<readonly string[]>(`order ${start}`) ?? []).filter((one) => one !== key), key]);
}

export function forgetCopies(): void {
  // Pictures of lessons, which the service worker keeps.
  if ('caches' in globalThis) void caches.delete(PICTURES);
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
