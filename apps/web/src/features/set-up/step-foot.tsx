import { Trans } from '@lingui/react/macro';
import { Button } from '~/ui';
import { IconArrowRight } from '~/ui/icons';

interface StepFootProps {
  readonly onBack?: () => void;
  readonly onNext: () => void;
  /** Nothing is there yet: the step may be left out, and says so. */
  readonly empty: boolean;
}

export function StepFoot({ onBack, onNext, empty }: StepFootProps) {
  return (
    <div className="flex flex-wrap justify-between gap-3">
      {onBack ? (
        <Button look="quiet" onPress={onBack}>
          <Trans>Back</Trans>
        </Button>
      ) : (
        <span />
      )}
      <Button look={empty ? 'plain' : 'main'} onPress={onNext}>
        {empty ? <Trans>Later</Trans> : <Trans>Go on</Trans>}
        <IconArrowRight aria-hidden />
      </Button>
    </div>
  );
}
