import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useTimes } from '~/lib/use-times';
import { ButtonLink, PlainLink, Row } from '~/ui';
import { Group } from './desk-group';
import { type CohortsToDecide } from './my-day';

type Short = CohortsToDecide['short'][number];

/** Too few learners, and registration ends or the first day comes soon: the page of the cohort offers all three ways out. */
export function ShortCohorts({ cohorts }: { readonly cohorts: readonly Short[] }) {
  const { t } = useLingui();
  const until = useUntil();
  return (
    <Group title={t`Not enough learners`} intro={t`Enrol more, confirm all the same, or cancel.`}>
      {cohorts.map((cohort) => (
        <Row key={cohort.id} title={<Name {...cohort} />} help={[t`${cohort.enrolled} of at least ${cohort.minimum}`, until(cohort)].join(' · ')}>
          <ButtonLink to="/cohorts/$cohortId" params={{ cohortId: cohort.id }} search={{ tab: 'people' }} size="small" aria-label={t`Decide: ${cohort.name}`}>
            <Trans>Decide</Trans>
          </ButtonLink>
        </Row>
      ))}
    </Group>
  );
}

/** Until when somebody has to decide. */
function useUntil() {
  const { t } = useLingui();
  const times = useTimes();
  return ({ registrationClosesAt, startsOn, hasBegun, zone }: Short): string => {
    if (registrationClosesAt) return t`registration until ${times.moment(registrationClosesAt, zone)}`;
    return hasBegun ? t`should have begun on ${times.date(startsOn)}` : t`begins on ${times.date(startsOn)}`;
  };
}

/** Freed seats are given by hand, in the order in which people came. */
export function GiveSeats({ cohorts }: { readonly cohorts: CohortsToDecide['seats'] }) {
  const { t } = useLingui();
  return (
    <Group title={t`Free seats, and people who wait`}>
      {cohorts.map(({ id, name, free, waiting }) => (
        <Row key={id} title={<Name id={id} name={name} />} help={[t`${plural(free, { one: '# seat is free', other: '# seats are free' })}`, t`${plural(waiting, { one: '# person is waiting', other: '# people are waiting' })}`].join(' · ')}>
          <ButtonLink to="/cohorts/$cohortId" params={{ cohortId: id }} search={{ tab: 'waiting' }} size="small" aria-label={t`Give seats: ${name}`}>
            <Trans>Give seats</Trans>
          </ButtonLink>
        </Row>
      ))}
    </Group>
  );
}

const Name = ({ id, name }: { readonly id: string; readonly name: string }) => (
  <PlainLink to="/cohorts/$cohortId" params={{ cohortId: id }} className="rounded-field hover:underline">
    {name}
  </PlainLink>
);
