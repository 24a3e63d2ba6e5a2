import { useLingui } from '@lingui/react/macro';
import { type Language } from '~/lib/i18n/languages';

interface PreviewTextProps {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  /** Who would get it next; null: nobody is planned, and the values are made up. Left out where it never says. */
  readonly whose?: string | null;
}

/** A mail as somebody reads it. */
export function PreviewText({ language, subject, body, whose }: PreviewTextProps) {
  const { t } = useLingui();
  return (
    <div>
      {whose !== undefined && <p className="field-help mb-2">{whose === null ? t`Nobody gets one yet: with made-up values.` : t`As ${whose} would get it.`}</p>}
      <article lang={language} className="rounded-field bg-sunken p-4">
        <h3 className="mb-2">{subject}</h3>
        <p className="text-sm wrap-anywhere whitespace-pre-line">{body}</p>
      </article>
    </div>
  );
}
