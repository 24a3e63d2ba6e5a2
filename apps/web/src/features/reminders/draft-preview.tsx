import { useLingui } from '@lingui/react/macro';
import { type Language } from '~/lib/i18n/languages';
import { SkeletonRows } from '~/ui';
import { PreviewText } from './preview-text';
import { type Draft } from './use-draft-preview';

/** What is being written, as it would arrive. */
export function DraftPreview({ language, draft: { preview, faults } }: { readonly language: Language; readonly draft: Draft }) {
  const { t } = useLingui();
  const isWrong = faults.subject !== undefined || faults.body !== undefined;
  return (
    <section aria-label={t`How it looks`}>
      {isWrong && <p className="field-help mb-2">{t`This is how it looked before the fault.`}</p>}
      {preview ? <PreviewText language={language} subject={preview.subject} body={preview.body} whose={preview.personName} /> : !isWrong && <SkeletonRows rows={3} />}
    </section>
  );
}
