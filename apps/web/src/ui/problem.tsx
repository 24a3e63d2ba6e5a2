import { Banner } from './feedback';

interface ProblemProps {
  readonly problem: { readonly message: string; readonly faults: readonly { readonly field: string; readonly message: string }[] } | null;
}

/** A refusal above the form it is about: what is wrong and how to mend it, as the server worded it. */
export function Problem({ problem }: ProblemProps) {
  if (!problem) return null;
  return (
    <Banner tone="bad" title={problem.message}>
      {problem.faults.length > 0 && (
        <ul>
          {problem.faults.map((fault) => (
            <li key={`${fault.field} ${fault.message}`}>{fault.message}</li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
