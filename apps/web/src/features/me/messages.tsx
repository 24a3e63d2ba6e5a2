import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { useForm } from '~/lib/use-form';
import { zones } from '~/lib/zones';
import { Button, Card, CheckboxGroup, Form, Loaded, notices, Problem, RadioGroup, Select, Skeleton, Switch, TimeField } from '~/ui';
import { type MessagePreferences, savePreferences, usePreferences } from './operations';

export function Messages() {
  const preferences = usePreferences();
  return <Loaded read={preferences}>{(own) => <Preferences key={own.version} preferences={own} />}</Loaded>;
}

const channels = ['mail', 'notice'] as const;
type Channel = (typeof channels)[number];
const digests = ['none', 'daily', 'weekly'] as const;
type Digest = (typeof digests)[number];

interface Draft {
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
    quiet: own.quietFrom !== null,
    quietFrom: clock(own.quietFrom) || '21:00',
    quietUntil: clock(own.quietUntil) || '07:00',
    zone: own.zone,
    digest: digests.find((digest) => digest === own.digest) ?? 'none',
    channels: channels.filter((channel) => own.channels.includes(channel)),
  };
}

function toSave(own: MessagePreferences, draft: Draft) {
  return savePreferences({
    expectedVersion: own.version,
    quietFrom: draft.quiet ? draft.quietFrom : null,
    quietUntil: draft.quiet ? draft.quietUntil : null,
    zone: draft.zone ?? own.zone,
    digest: draft.digest ?? 'none',
    channels: draft.channels,
    mutedTypes: own.mutedTypes,
  });
}

function Preferences({ preferences }: { readonly preferences: MessagePreferences }) {
  const { t } = useLingui();
  const form = useForm(draftOf(preferences), (draft) => toSave(preferences, draft), () => notices.say({ tone: 'good', text: t`Saved.` }));
  const { value: quiet, onChange: onQuiet } = form.field('quiet');
  return (
    <Card>
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        <Switch isSelected={quiet} onChange={onQuiet} help={t`What is urgent comes all the same: a session moved to today, for example.`}>
          {t`Quiet hours`}
        </Switch>
        {quiet && (
          <Suspense fallback={<Skeleton height="4rem" />}>
            <div className="grid grid-cols-2 gap-4">
              <TimeField label={t`From`} {...form.field('quietFrom')} />
              <TimeField label={t`Until`} {...form.field('quietUntil')} />
            </div>
            <Select label={t`Time zone`} options={zones(preferences.zone)} {...form.field('zone')} />
          </Suspense>
        )}
        <RadioGroup<Digest>
          label={t`What can wait`}
          options={[
            { id: 'none', name: t`comes at once` },
            { id: 'daily', name: t`comes together, once a day` },
            { id: 'weekly', name: t`comes together, on Friday` },
          ]}
          {...form.field('digest')}
        />
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
