import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError';
import { Label as AriaLabel } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { IconAlert } from './icons';

export interface FieldTexts {
  readonly label: string;
  readonly help?: ReactNode;
  /** Says what is wrong and how to mend it. */
  readonly error?: string;
  /** Fields are required unless they say "optional"; nobody has to learn what a star means. */
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
}

export function FieldLabel({ label, optional, hideLabel }: FieldTexts) {
  return (
    <AriaLabel className={hideLabel ? 'seen-by-readers-only' : 'field-label'}>
      {label}
      {optional && (
        <span className="field-optional">
          <Trans>optional</Trans>
        </span>
      )}
    </AriaLabel>
  );
}

export function FieldNotes({ help, error }: Pick<FieldTexts, 'help' | 'error'>) {
  return (
    <>
      {help !== undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <AriaFieldError className="field-error">
        {error !== undefined && (
          <>
            <IconAlert aria-hidden />
            <span>{error}</span>
          </>
        )}
      </AriaFieldError>
    </>
  );
}
