import { useEffect, useState } from 'react';
import { type Language } from '~/lib/i18n/languages';
import { type Preview, previewDraft, type Rule, type RuleSet, type Text } from './operations';

export interface DraftFaults {
  readonly subject?: string;
  readonly body?: string;
}

export interface Draft {
  /** The last that fitted. */
  readonly preview: Preview | undefined;
  readonly faults: DraftFaults;
}

const AFTER_TYPING = 400;

/** What the next learner would get by a text that is being written, and what is wrong with it; asked anew when the writing pauses. */
export function useDraftPreview(set: RuleSet, rule: Rule, language: Language, { subject, body }: Text): Draft {
  const [draft, setDraft] = useState<Draft>({ preview: undefined, faults: {} });
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const answer = await previewDraft(set, rule, language, { subject, body });
      if (isOver) return;
      if (answer.ok) setDraft({ preview: answer.value, faults: {} });
      else {
        const of = (field: string): string | undefined => answer.refusal.faults.filter((fault) => fault.field === field).map((fault) => fault.message).join(' ') || undefined;
        setDraft((before) => ({ ...before, faults: { subject: of('subject'), body: of('body') } }));
      }
    };
    // Without an answer the last preview stays; saving says what is wrong.
    const timer = setTimeout(() => void look().catch(() => undefined), AFTER_TYPING);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [set, rule, language, subject, body]);
  return draft;
}
