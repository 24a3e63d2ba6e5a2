import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { hasRole, useCentre } from '~/lib/viewer';
import { Button, Card, EmptyState, FormDialog, Loaded, notices, NumberField, Problem, Select, Table } from '~/ui';
import { saveTravelTime, type Site, type TravelTime, useSites, useTravelTimes } from './operations';

export function Travel() {
  const centre = useCentre();
  const sites = useSites(centre.id);
  const times = useTravelTimes(centre.id);
  return <Loaded read={sites}>{(list) => (list.length < 2 ? <OneSite /> : <Loaded read={times}>{(ways) => <Ways sites={list} ways={ways} />}</Loaded>)}</Loaded>;
}

function OneSite() {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState title={t`Travel begins with a second site`}>
        <Trans>With two sites or more, nobody is booked here at 12:00 and at 12:15 an hour away.</Trans>
      </EmptyState>
    </Card>
  );
}

interface Way {
  readonly from: Site;
  readonly to: Site;
  readonly minutes: number | undefined;
}

const waysBetween = (sites: readonly Site[], known: readonly TravelTime[]): readonly Way[] =>
  sites.flatMap((from) =>
    sites.filter((to) => to.id !== from.id).map((to) => ({ from, to, minutes: known.find((way) => way.fromSiteId === from.id && way.toSiteId === to.id)?.minutes })),
  );

function Ways({ sites, ways }: { readonly sites: readonly Site[]; readonly ways: readonly TravelTime[] }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const mayChange = hasRole(useCentre(), 'manager', 'coordinator');
  return (
    <Card
      title={t`Travel times`}
      intro={t`Between two bookings of a person at two sites, this much time must lie.`}
      actions={mayChange && <Button onPress={() => setOpen(true)}>{t`Enter a travel time`}</Button>}
      flush
    >
      <Table
        label={t`Travel times`}
        rows={waysBetween(sites, ways)}
        rowKey={(way) => `${way.from.id} ${way.to.id}`}
        columns={[
          { id: 'from', name: t`From`, main: true, cell: (way) => way.from.name },
          { id: 'to', name: t`To`, named: true, cell: (way) => way.to.name },
          { id: 'minutes', name: t`Minutes`, align: 'end', named: true, cell: (way) => <span className="figures">{way.minutes ?? '–'}</span> },
        ]}
      />
      {open && <TravelDialog sites={sites} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function TravelDialog({ sites, onClose }: { readonly sites: readonly Site[]; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const start: { readonly fromSiteId: string | null; readonly toSiteId: string | null; readonly minutes: number } = { fromSiteId: sites[0]?.id ?? null, toSiteId: sites[1]?.id ?? null, minutes: 30 };
  const form = useForm(start, (draft) => saveTravelTime(organisationId, { fromSiteId: draft.fromSiteId ?? '', toSiteId: draft.toSiteId ?? '', minutes: draft.minutes }), () => {
    notices.say({ tone: 'good', text: t`Saved.` });
    onClose();
  });
  const options = sites.map(({ id, name }) => ({ id, name }));
  return (
    <FormDialog isOpen onClose={onClose} title={t`Enter a travel time`} submit={t`Save`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <Select label={t`From`} options={options} {...form.field('fromSiteId')} />
      <Select label={t`To`} options={options} {...form.field('toSiteId')} />
      <NumberField label={t`Minutes`} help={t`Counts for both directions.`} minValue={1} maxValue={720} {...form.field('minutes')} />
    </FormDialog>
  );
}
