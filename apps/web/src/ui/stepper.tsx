import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck } from './icons';

interface StepperProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step that the person is at; all steps before it are done. */
  readonly now: number;
}

export function Stepper({ label, steps, now }: StepperProps) {
  const { t } = useLingui();
  const count = steps.length;
  const position = now + 1;
  return (
    <nav aria-label={label}>
      <p className="text-muted mb-2 text-sm font-semibold md:hidden">
        <Trans>
          Step {position} of {count}: {steps[now]}
        </Trans>
      </p>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step} className="step" data-state={index < now ? 'done' : index === now ? 'now' : 'next'} aria-current={index === now ? 'step' : undefined}>
            <span className="step-line" />
            <span className="step-name">
              {index < now && <IconCheck role="img" aria-hidden={false} aria-label={t`Done`} />}
              {step}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
