import { useEffect, useMemo } from 'react';
import { type Read } from './api/use-api';

const PREFIX = 'tremplin.copy ';

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

export function kept<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function forgetCopies(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
