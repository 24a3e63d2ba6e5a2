import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { todayIn } from '~/lib/days';
import { useForm } from '~/lib/use-form';
import { useTimes } from '~/lib/use-times';
import { hasRole, useCentre } from '~/lib/viewer';
import { Badge, Button, Card, ConfirmDialog, CopyField, DateField, EmptyState, FormDialog, Loaded, notices, Problem, Row, Rows, Select, Skeleton, TextField } from '~/ui';
import { IconShare } from '~/ui/icons';
import { endShare, type OwnThing, type Share, shareThing, useShares } from './integration-operations';
import { useDeed } from './use-deed';

/** Rooms and equipment that another organisation may book, and what others lend. */
export function Sharing() {
  const { t } = useLingui();
  const centre = useCentre();
  const read = useShares(centre.id);
  const [adding, setAdding] = useState(false);
  const mayChange = hasRole(centre, 'manager', 'coordinator');
  const add = mayChange && (
    <Button icon={<IconShare aria-hidden />} onPress={() => setAdding(true)}>
      <Trans>Share something</Trans>
    </Button>
  );
  return (
    <div className="stack">
      <Card title={t`Shared with others`} intro={t`Another organisation may book it; your own bookings stay hidden from it and show as busy.`} actions={add}>
        <Loaded read={read}>
          {({ shares, things }) => (
            <>
              <Shares shares={shares.filter(({ organisationId }) => organisationId === centre.id)} things={things} onEnded={read.again} />
              {adding && (
                <ShareDialog
                  things={things}
                  onClose={() => {
                    setAdding(false);
                    read.again();
                  }}
                />
              )}
            </>
          )}
        </Loaded>
      </Card>
      <Loaded read={read}>{({ shares }) => <Received shares={shares.filter(({ toOrganisationId }) => toOrganisationId === centre.id)} />}</Loaded>
      <Card title={t`Your number`} intro={t`Whoever wants to share something with you needs it.`}>
        <CopyField label={t`Number of ${centre.name}`} value={centre.id} />
      </Card>
    </div>
  );
}

interface SharesProps {
  readonly shares: readonly Share[];
  readonly things: readonly OwnThing[];
  readonly onEnded: () => void;
}

function Shares({ shares, things, onEnded }: SharesProps) {
  const { t } = useLingui();
  if (shares.length === 0) {
    return (
      <EmptyState level={3} title={t`Nothing is shared`}>
        <Trans>Share a room with a partner, and both plan it without ever booking it twice.</Trans>
      </EmptyState>
    );
  }
  return (
    <Rows label={t`Shared with others`}>
      {shares.map((share) => (
        <ShareRow key={share.id} share={share} name={things.find(({ id }) => id === share.subjectId)?.name ?? share.subjectKind} onEnded={onEnded} />
      ))}
    </Rows>
  );
}

function ShareRow({ share, name, onEnded }: { readonly share: Share; readonly name: string; readonly onEnded: () => void }) {
  const { t } = useLingui();
  const times = useTimes();
  const [asking, setAsking] = useState(false);
  const { problem, isPending, run } = useDeed(() => {
    setAsking(false);
    onEnded();
  });
  return (
    <Row title={name} help={share.until ? t`with ${share.partnerName}, until ${times.moment(share.until)}` : t`with ${share.partnerName}, until you end it`}>
      <Button size="small" onPress={() => setAsking(true)} aria-label={t`Take back ${name}`}>
        <Trans>Take back</Trans>
      </Button>
      <ConfirmDialog isOpen={asking} onClose={() => setAsking(false)} title={t`Take back ${name}?`} confirm={t`Take back`} isPending={isPending} onConfirm={() => void run(endShare(share), t`${share.partnerName} can book it no longer.`)}>
        <Problem problem={problem} />
        <p>
          <Trans>What is booked already stays until somebody cancels it.</Trans>
        </p>
      </ConfirmDialog>
    </Row>
  );
}

function Received({ shares }: { readonly shares: readonly Share[] }) {
  const { t } = useLingui();
  const times = useTimes();
  if (shares.length === 0) return null;
  return (
    <Card title={t`Lent by others`} intro={t`It stands on your week like your own.`}>
      <Rows label={t`Lent by others`}>
        {shares.map((share) => (
          <Row key={share.id} title={share.subjectName ?? share.partnerName} help={share.until ? t`by ${share.partnerName}, until ${times.moment(share.until)}` : t`by ${share.partnerName}, until it is taken back`}>
            <Badge>{share.subjectKind === 'room' ? t`Room` : t`Equipment`}</Badge>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function ShareDialog({ things, onClose }: { readonly things: readonly OwnThing[]; readonly onClose: () => void }) {
  const { t } = useLingui();
  const centre = useCentre();
  const start: { readonly subjectId: string | null; readonly toOrganisationId: string; readonly until: string } = { subjectId: things[0]?.id ?? null, toOrganisationId: '', until: '' };
  const send = (draft: typeof start) => shareThing(centre.id, { thing: things.find(({ id }) => id === draft.subjectId), partner: draft.toOrganisationId, until: draft.until });
  const form = useForm(start, send, () => {
    notices.say({ tone: 'good', text: t`It is shared.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Share something`} submit={t`Share`} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={things.length === 0}>
      <Problem problem={form.problem} />
      <Select label={t`Room or equipment`} options={things.map(({ id, name }) => ({ id, name }))} {...form.field('subjectId')} />
      <TextField label={t`Number of the other organisation`} help={t`Its managers find it here, under Sharing.`} autoComplete="off" {...form.field('toOrganisationId')} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <DateField label={t`Until`} optional help={t`Left out: until you end it.`} min={todayIn(centre.zone)} {...form.field('until')} />
      </Suspense>
    </FormDialog>
  );
}
