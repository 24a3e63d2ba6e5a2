import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button } from '~/ui';
import { type Marks } from './use-marks';

/** What became of marks that are not saved yet, or cannot be. */
export function MarksNotes({ marks }: { readonly marks: Marks }) {
  const { t } = useLingui();
  return (
    <>
      <div role="status">
        {marks.waiting > 0 && (
          <Banner tone="warn" title={<Plural value={marks.waiting} one="# mark waits for the connection" other="# marks wait for the connection" />}>
            <Trans>They are kept on this device and sent by themselves. You can go on.</Trans>
          </Banner>
        )}
      </div>
      {(marks.refusal !== null || marks.lost.length > 0) && (
        <Banner tone="bad" title={t`Not saved`} action={<Button size="small" onPress={() => marks.forgetLost()}>{t`Understood`}</Button>}>
          {marks.refusal ?? <Plural value={marks.lost.length} one="A learner whom you marked is not expected any more." other="# learners whom you marked are not expected any more." />}
        </Banner>
      )}
    </>
  );
}
