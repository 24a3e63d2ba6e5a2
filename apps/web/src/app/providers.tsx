import { I18nProvider as LinguiProvider } from '@lingui/react';
import { useLingui } from '@lingui/react';
import { type ReactNode } from 'react';
import { I18nProvider as KitLocale } from 'react-aria-components/I18nProvider';
import { i18n } from '~/lib/i18n/i18n';
import { isLanguage, localeOf } from '~/lib/i18n/languages';

export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <LinguiProvider i18n={i18n}>
      <Kit>{children}</Kit>
    </LinguiProvider>
  );
}

/** The kit's own words and calendars follow the language of the app. */
function Kit({ children }: { readonly children: ReactNode }) {
  const { i18n: active } = useLingui();
  return <KitLocale locale={isLanguage(active.locale) ? localeOf[active.locale] : 'en-GB'}>{children}</KitLocale>;
}
