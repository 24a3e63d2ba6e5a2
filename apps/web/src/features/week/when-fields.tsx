import { Trans, useLingui } from '@lingui/react/macro';
import { ownZone } from '~/lib/time';
import { type Form } from '~/lib/use-form';
import { DateField, TimeField } from '~/ui';

export interface When {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** A day and two times on the wall of the site; its zone is named where the reader's own is another. */
export function WhenFields<Draft extends When>({ form, zone }: { readonly form: Form<Draft>; readonly zone: string }) {
  const { t } = useLingui();
  return (
    <>
      <DateField label={t`Day`} {...form.field('day')} onChange={(day) => form.field('day').onChange(day)} />
      <div className="grid grid-cols-2 gap-4">
        <TimeField label={t`From`} {...form.field('from')} onChange={(time) => form.field('from').onChange(time)} />
        <TimeField label={t`Until`} {...form.field('until')} onChange={(time) => form.field('until').onChange(time)} />
      </div>
      {zone !== ownZone() && (
        <p className="field-help">
          <Trans>Times of the site ({zone}).</Trans>
        </p>
      )}
    </>
  );
}
