import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { useCentre } from '~/lib/viewer';
import { Badge, Button, ConfirmDialog, Drawer, EmptyState, Facts, Loaded, Problem, Row, Rows } from '~/ui';
import { type Clash, type Entry, merge, type Pair, useDuplicates } from './history-operations';
import { useDeed } from './use-deed';

/** Entries of one name: one human perhaps, who should be one entry. */
export function DuplicatesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const pairs = useDuplicates(organisationId);
  const [chosen, setChosen] = useState<{ readonly pair: Pair; readonly clashes: readonly Clash[] } | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const look = async (pair: Pair): Promise<void> => {
    const answer = await merge(organisationId, pair, true);
    if (answer.ok) setChosen({ pair, clashes: answer.value.clashes });
    setProblem(answer.ok ? null : answer.refusal);
  };
  const back = (): void => {
    setChosen(null);
    pairs.again();
  };
  if (chosen) return <MergeDialog {...chosen} onClose={back} />;
  return (
    <Drawer isOpen onClose={onClose} title={t`Likely duplicates`} size="wide">
      <Problem problem={problem} />
      <Loaded read={pairs}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState level={3} title={t`No two entries of one name`}>
              <Trans>When a list brings in somebody who is here already under another address, both appear here.</Trans>
            </EmptyState>
          ) : (
            <Rows label={t`Likely duplicates`}>
              {list.map((pair) => (
                <PairRow key={`${pair.into.personId} ${pair.away.personId}`} pair={pair} onLook={() => void look(pair)} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Drawer>
  );
}

function PairRow({ pair, onLook }: { readonly pair: Pair; readonly onLook: () => void }) {
  const { t } = useLingui();
  const { into, away } = pair;
  return (
    <Row title={into.name} help={<Addresses entries={[into, away]} />}>
      {into.joined && away.joined ? (
        <Badge>{t`both sign in: only they can say that they are one`}</Badge>
      ) : (
        <Button size="small" onPress={onLook} aria-label={t`Compare ${into.name}`}>
          <Trans>Compare</Trans>
        </Button>
      )}
    </Row>
  );
}

function Addresses({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useLingui();
  return <span className="break-all">{entries.map(({ email }) => email ?? t`no address`).join(' · ')}</span>;
}

const clashNames: Readonly<Record<string, MessageDescriptor>> = {
  givenName: msg`First name`,
  familyName: msg`Family name`,
  email: msg`E-mail`,
  phone: msg`Telephone`,
  language: msg`Language`,
  reference: msg`Own number`,
  siteId: msg`Site`,
  'booking-twice': msg`Booked twice: both stay, one does not bind`,
};

function MergeDialog({ pair, clashes, onClose }: { readonly pair: Pair; readonly clashes: readonly Clash[]; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const { problem, isPending, run } = useDeed(onClose);
  const { into, away } = pair;
  const facts = clashes.map(({ what, kept, dropped }) => ({ name: clashNames[what] ? t(clashNames[what]) : what, value: <Choice what={what} kept={kept} dropped={dropped} /> }));
  return (
    <ConfirmDialog isOpen onClose={onClose} title={t`Make one of the two?`} confirm={t`Make one`} danger={false} isPending={isPending} onConfirm={() => void run(merge(organisationId, pair, false), t`${into.name} is one entry now.`)}>
      <Problem problem={problem} />
      <p>
        <Trans>
          The entry with {into.email ?? t`no address`} stays and gets what the one with {away.email ?? t`no address`} has. What happened before keeps the entry to which it happened.
        </Trans>
      </p>
      {facts.length > 0 && (
        <>
          <h3 className="text-ink font-semibold">
            <Trans>Where the two disagree</Trans>
          </h3>
          <Facts facts={facts} />
        </>
      )}
    </ConfirmDialog>
  );
}

/** Ids say nothing to people: of a site only that it differs is shown. */
function Choice({ what, kept, dropped }: Clash) {
  if (what === 'siteId') return <Trans>the one of the entry that stays</Trans>;
  return (
    <span className="break-all">
      {kept} {dropped && <s>{dropped}</s>}
    </span>
  );
}
