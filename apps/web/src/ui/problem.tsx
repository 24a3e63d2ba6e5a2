import { Banner } from './feedback';

interface ProblemProps {
  readonly problem: { readonly message: string; readonly faults: readonly { readonly field: string; readonly message: string }[]; readonly details: readonly string[] } | null;
}

/** A refusal above the form it is about: what is wrong and how to mend it, as the server worded it. */
export function Problem({ problem }: ProblemProps) {
  if (!problem) return null;
  const sentences = [...problem.faults.map((fault) => fault.message), ...problem.details];
  return (
    <Banner tone="bad" title={problem.message}>
      {sentences.length > 0 && (
        <ul>
          {[...new Set(sentences)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
