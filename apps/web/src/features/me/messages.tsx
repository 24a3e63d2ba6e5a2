import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { type Form as FormOf } from '~/lib/use-form';
import { useKeptForm } from '~/lib/use-kept-form';
import { zones } from '~/lib/zones';
import { Button, Card, CheckboxGroup, Form, Loaded, notices, Problem, RadioGroup, Select, Skeleton, Switch, TimeField } from '~/ui';
import { type MessagePreferences, savePreferences, usePreferences } from './operations';

export function Messages() {
  const preferences = usePreferences();
  return <Loaded read={preferences}>{(own) => <Preferences preferences={own} />}</Loaded>;
}

const channels = ['mail', 'notice'] as const;
type Channel = (typeof channels)[number];
const digests = ['none', 'daily', 'weekly'] as const;
type Digest = (typeof digests)[number];

interface Draft {
  readonly asCentre: boolean;
  readonly quiet: boolean;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly zone: string | null;
  readonly digest: Digest | null;
  readonly channels: readonly Channel[];
}

const clock = (time: string | null): string => time?.slice(0, 5) ?? '';

function draftOf(own: MessagePreferences): Draft {
  return {
    asCentre: !own.isOwn,
    quiet: own.quietFrom !== null,
    quietFrom: clock(own.quietFrom) || '21:00',
    quietUntil: clock(own.quietUntil) || '07:00',
    zone: own.zone,
    digest: digests.find((digest) => digest === own.digest) ?? 'none',
    channels: channels.filter((channel) => own.channels.includes(channel)),
  };
}

function toSave(own: MessagePreferences, draft: Draft, expectedVersion: number) {
  return savePreferences({
    expectedVersion,
    quietFrom: draft.quiet ? draft.quietFrom : null,
    quietUntil: draft.quiet ? draft.quietUntil : null,
    zone: draft.zone ?? own.zone,
    digest: draft.digest ?? 'none',
    channels: draft.channels,
    isOwn: !draft.asCentre,
    mutedTypes: own.mutedTypes,
  });
}

function Preferences({ preferences }: { readonly preferences: MessagePreferences }) {
  const { t } = useLingui();
  const form = useKeptForm({ version: preferences.version, values: draftOf(preferences) }, (draft, version) => toSave(preferences, draft, version), () => notices.say({ tone: 'good', text: t`Saved.` }));
  const { value: asCentre, onChange: onAsCentre } = form.field('asCentre');
  return (
    <Card>
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        <Switch isSelected={asCentre} onChange={onAsCentre} help={t`Quiet hours, and whether what can wait comes together. Switch it off to choose for yourself.`}>
          {t`As my centre has it`}
        </Switch>
        {!asCentre && <OwnHours form={form} zone={preferences.zone} />}
        <CheckboxGroup<Channel>
          label={t`By which way`}
          options={[
            { id: 'mail', name: t`E-mail` },
            { id: 'notice', name: t`Notices in Tremplin` },
          ]}
          {...form.field('channels')}
        />
        <div className="form-actions">
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** What the person chose counts in all centres. */
function OwnHours({ form, zone }: { readonly form: FormOf<Draft>; readonly zone: string }) {
  const { t } = useLingui();
  const { value: quiet, onChange: onQuiet } = form.field('quiet');
  return (
    <>
      <Switch isSelected={quiet} onChange={onQuiet} help={t`What is urgent comes all the same: a session moved to today, for example.`}>
        {t`Quiet hours`}
      </Switch>
      {quiet && (
        <Suspense fallback={<Skeleton height="4rem" />}>
          <div className="grid grid-cols-2 gap-4">
            <TimeField label={t`From`} {...form.field('quietFrom')} />
            <TimeField label={t`Until`} {...form.field('quietUntil')} />
          </div>
          <Select label={t`Time zone`} options={zones(zone)} {...form.field('zone')} />
        </Suspense>
      )}
      <RadioGroup<Digest>
        label={t`What can wait`}
        options={[
          { id: 'none', name: t`comes at once` },
          { id: 'daily', name: t`comes together, once a day` },
          { id: 'weekly', name: t`comes together, once a week` },
        ]}
        {...form.field('digest')}
      />
    </>
  );
}
