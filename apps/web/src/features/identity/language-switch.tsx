import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { speak, spoken } from '~/lib/i18n/i18n';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { Segments } from '~/ui';

/** Before the sign-in nobody knows the person's language: all four stand there. */
export function LanguageSwitch() {
  const { t } = useLingui();
  const [language, setLanguage] = useState<Language>(spoken());
  const choose = async (next: Language): Promise<void> => {
    setLanguage(next);
    await speak(next);
  };
  return <Segments label={t`Language`} value={language} onChange={(next) => void choose(next)} options={languages.map((one) => ({ id: one, name: one.toUpperCase(), label: `${one.toUpperCase()} ${nameOf[one]}` }))} />;
}
