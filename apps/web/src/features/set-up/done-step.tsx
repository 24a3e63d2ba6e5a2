import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink, Card, Stat } from '~/ui';
import { IconCalendarWeek, IconUserPlus } from '~/ui/icons';
import { type SetUpState } from './operations';

export function DoneStep({ state }: { readonly state: SetUpState }) {
  const { t } = useLingui();
  return (
    <Card title={t`Your centre is ready`} intro={t`What follows: people, then the first week.`}>
      <div className="mb-6 flex flex-wrap gap-x-10 gap-y-4">
        <Stat figure={state.sites.length} name={<Plural value={state.sites.length} one="site" other="sites" />} />
        <Stat figure={state.rooms.length} name={<Plural value={state.rooms.length} one="room" other="rooms" />} />
        <Stat figure={closedDays(state)} name={<Plural value={closedDays(state)} one="closing day this year" other="closing days this year" />} />
      </div>
      <div className="form-actions">
        <ButtonLink to="/people" search={{ do: 'invite' }} look="main" icon={<IconUserPlus aria-hidden />}>
          <Trans>Invite people</Trans>
        </ButtonLink>
        <ButtonLink to="/week" icon={<IconCalendarWeek aria-hidden />}>
          <Trans>To the week</Trans>
        </ButtonLink>
      </div>
    </Card>
  );
}

const closedDays = (state: SetUpState): number => new Set(state.calendars.flatMap((calendar) => calendar.closed.map((day) => day.date))).size;
