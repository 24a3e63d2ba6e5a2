import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { notices, Switch, TextLink } from '~/ui';
import { chooseInvitations, type Cohort } from './operations';

/** How the sessions of the cohort reach calendars; shown at once, and taken back where the server refuses. */
export function InvitationsSwitch({ cohort }: { readonly cohort: Cohort }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const choose = async (byMail: boolean): Promise<void> => {
    setChosen(byMail);
    const answer = await chooseInvitations(cohort, byMail).finally(() => setChosen(null));
    const good = byMail ? t`The sessions are sent as invitations in ten minutes.` : t`Nobody is invited any more. What stands in calendars goes on following changes.`;
    notices.say(answer.ok ? { tone: 'good', text: good } : { tone: 'bad', text: answer.refusal.message });
  };
  // Nothing of it is still to come.
  if (cohort.state === 'COMPLETED' || cohort.state === 'CANCELLED') return null;
  return (
    <div className="mt-4 flex flex-col gap-2">
      <Switch
        isSelected={chosen ?? cohort.invitesByMail}
        onChange={(byMail) => void choose(byMail)}
        help={t`One mail a series and time of day puts all sessions into Outlook, Google or Apple calendars and follows changes. Who subscribes to the agenda gets none. Otherwise they come by subscription and the week ahead.`}
      >
        {t`Send the sessions as invitations by mail`}
      </Switch>
      <TextLink to="/reminders" search={{ cohort: cohort.id }}>{t`Reminders of this cohort`}</TextLink>
    </div>
  );
}
