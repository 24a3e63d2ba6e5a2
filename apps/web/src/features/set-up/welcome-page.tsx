import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { todayIn } from '~/lib/days';
import { type Centre, useCentreOrNone } from '~/lib/viewer';
import { Loaded, Page, Stepper } from '~/ui';
import { ClosuresStep } from './closures-step';
import { DoneStep } from './done-step';
import { MailStep } from './mail-step';
import { type SetUpState, useSetUpState } from './operations';
import { OrganisationStep } from './organisation-step';
import { RoomsStep } from './rooms-step';
import { SitesStep } from './sites-step';

const route = getRouteApi('/inside/welcome');
const order = ['organisation', 'sites', 'rooms', 'closures', 'mail', 'done'] as const;
type Step = (typeof order)[number];

/** M0: a quarter of an hour from nothing to a centre of one's own. Every step is saved at once, and may be left and come back to. */
export default function WelcomePage() {
  const { t } = useLingui();
  const centre = useCentreOrNone();
  const { step: wanted } = route.useSearch();
  const step: Step = centre ? (wanted ?? 'sites') : 'organisation';
  const names: Readonly<Record<Step, string>> = { organisation: t`Your centre`, sites: t`Sites`, rooms: t`Rooms`, closures: t`Closing days`, mail: t`Mail`, done: t`Ready` };
  return (
    <Page title={t`Set up your centre`} intro={<Trans>A quarter of an hour. Everything can be changed later.</Trans>} width="reading">
      <div className="stack">
        <Stepper label={t`Steps of the set-up`} steps={order.map((one) => names[one])} now={order.indexOf(step)} />
        {centre ? <OfCentre centre={centre} step={step} /> : <OrganisationStep />}
      </div>
    </Page>
  );
}

function OfCentre({ centre, step }: { readonly centre: Centre; readonly step: Step }) {
  const year = Number(todayIn(centre.zone).slice(0, 4));
  const state = useSetUpState(centre.id, year);
  const navigate = route.useNavigate();
  const go = (next: Exclude<Step, 'organisation'>): void => void navigate({ search: (before) => ({ ...before, step: next }) });
  const shown = (found: SetUpState): ReactNode => {
    if (step === 'rooms') return <RoomsStep state={found} onBack={() => go('sites')} onNext={() => go('closures')} />;
    if (step === 'closures') return <ClosuresStep state={found} onBack={() => go('rooms')} onNext={() => go('mail')} />;
    if (step === 'mail') return <MailStep onBack={() => go('closures')} onNext={() => go('done')} />;
    if (step === 'done') return <DoneStep state={found} />;
    return <SitesStep state={found} onNext={() => go('rooms')} />;
  };
  return <Loaded read={state}>{shown}</Loaded>;
}
