import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { isLanguage } from './i18n/languages';
import { type Times, timesIn } from './time';

/** Dates and times as the reader writes them. */
export function useTimes(): Times {
  const { i18n } = useLingui();
  const language = isLanguage(i18n.locale) ? i18n.locale : 'en';
  return useMemo(() => timesIn(language), [language]);
}
