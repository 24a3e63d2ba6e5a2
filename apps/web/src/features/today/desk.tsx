import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { reasonNames } from '~/lib/half-days';
import { speakOfCourses } from '~/lib/i18n/i18n';
import { capitalised } from '~/lib/time';
import { useHalfDays } from '~/lib/use-half-days';
import { useTimes } from '~/lib/use-times';
import { type Centre } from '~/lib/viewer';
import { Avatar, Badge, Button, ButtonLink, Loaded, notices, PlainLink, Row, Skeleton } from '~/ui';
import { GiveSeats, ShortCohorts } from './desk-cohorts';
import { Group } from './desk-group';
import { decideAbsence, type Desk, type DeskAbsence, useDesk } from './my-day';

const ProofsDialog = lazy(() => speakOfCourses().then(() => import('./proofs-dialog')));

/** C1: what needs a decision, each with its action. Nothing to decide shows nothing. */
export function DeskOfCentre({ centre }: { readonly centre: Centre }) {
  const desk = useDesk(centre.id);
  return (
    <Loaded read={desk} skeleton={<Skeleton height="8rem" />}>
      {(data) => <Shown desk={data} />}
    </Loaded>
  );
}

function Shown({ desk }: { readonly desk: Desk }) {
  const { t } = useLingui();
  const { clashes, incomplete, absences, untaken, failedMessages, cohorts } = desk;
  const count = [clashes, incomplete, cohorts.short, cohorts.seats, absences, untaken].reduce((sum, some) => sum + some.length, failedMessages > 0 ? 1 : 0);
  if (count === 0) return null;
  return (
    <section aria-label={t`To decide`} className="mb-6">
      <h2 className="mb-3 text-lg">
        {t`To decide`} <Badge tone="warn">{count}</Badge>
      </h2>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {clashes.length > 0 && (
          <Group title={t`At two places at once`}>
            {clashes.map((one) => (
              <SessionRow key={`${one.occurrenceId} ${one.personName}`} session={{ ...one, title: one.personName }} help={one.title} />
            ))}
          </Group>
        )}
        {incomplete.length > 0 && (
          <Group title={t`Sessions that lack something`}>
            {incomplete.slice(0, 8).map((one) => (
              <SessionRow key={one.id} session={one} badge={<Lacks lacks={one.lacks} />} />
            ))}
          </Group>
        )}
        {cohorts.short.length > 0 && <ShortCohorts cohorts={cohorts.short} />}
        {cohorts.seats.length > 0 && <GiveSeats cohorts={cohorts.seats} />}
        {absences.length > 0 && <Absences absences={absences} />}
        {untaken.length > 0 && (
          <Group title={t`Attendance not complete`}>
            {untaken.slice(0, 8).map((one) => (
              <SessionRow key={one.id} session={one} toSheet />
            ))}
          </Group>
        )}
        {failedMessages > 0 && (
          <Group title={t`Messages`}>
            <Row title={t`${failedMessages} could not be delivered`}>
              <ButtonLink to="/operations" search={{ tab: 'deliveries', state: 'failed' }} size="small">
                <Trans>Look at them</Trans>
              </ButtonLink>
            </Row>
          </Group>
        )}
      </div>
    </section>
  );
}

interface SessionRowProps {
  readonly session: { readonly id?: string; readonly title: string; readonly startsAt: string; readonly zone: string; readonly day: string };
  readonly help?: string;
  readonly badge?: ReactNode;
  readonly toSheet?: boolean;
}

function SessionRow({ session, help, badge, toSheet = false }: SessionRowProps) {
  const times = useTimes();
  const when = `${capitalised(times.shortDay(session.day))}, ${times.time(session.startsAt, session.zone)}`;
  const title =
    toSheet && session.id ? (
      <PlainLink to="/session/$id" params={{ id: session.id }} className="rounded-field hover:underline">
        {session.title}
      </PlainLink>
    ) : (
      <PlainLink to="/week" search={{ day: session.day }} className="rounded-field hover:underline">
        {session.title}
      </PlainLink>
    );
  return (
    <Row title={title} help={[when, help].filter(Boolean).join(' · ')}>
      {badge}
    </Row>
  );
}

function Lacks({ lacks }: { readonly lacks: readonly string[] }) {
  const { t } = useLingui();
  return (
    <span className="flex flex-wrap gap-1">
      {lacks.includes('trainer') && <Badge tone="warn">{t`no trainer`}</Badge>}
      {lacks.includes('room') && <Badge tone="warn">{t`no room`}</Badge>}
    </span>
  );
}

function Absences({ absences }: { readonly absences: readonly DeskAbsence[] }) {
  const { t } = useLingui();
  const halfDays = useHalfDays();
  const [shown, setShown] = useState<DeskAbsence | null>(null);
  const decide = async (absence: DeskAbsence, decision: 'JUSTIFIED' | 'UNJUSTIFIED'): Promise<void> => {
    const answer = await decideAbsence(absence, decision);
    notices.say(answer.ok ? { tone: 'good', text: t`Decided for ${absence.personName}.` } : { tone: 'bad', text: answer.refusal.message });
  };
  return (
    <Group title={t`Absences to decide`}>
      {absences.map((absence) => (
        <Row
          key={absence.id}
          lead={<Avatar name={absence.personName} id={absence.personId} size="small" />}
          title={absence.personName}
          help={[halfDays(absence), t(reasonNames[absence.reason]), absence.sessions.map((one) => one.title).join(', ')].filter(Boolean).join(' · ')}
        >
          <span className="flex flex-wrap justify-end gap-1">
            {absence.proofs.length > 0 && (
              <Button size="small" look="quiet" onPress={() => setShown(absence)}>
                <Trans>Proof</Trans>
              </Button>
            )}
            <Button size="small" onPress={() => void decide(absence, 'JUSTIFIED')}>
              <Trans>Justified</Trans>
            </Button>
            <Button size="small" look="quiet" onPress={() => void decide(absence, 'UNJUSTIFIED')}>
              <Trans>Not justified</Trans>
            </Button>
          </span>
        </Row>
      ))}
      <Suspense>{shown && <ProofsDialog absence={shown} onClose={() => setShown(null)} />}</Suspense>
    </Group>
  );
}
