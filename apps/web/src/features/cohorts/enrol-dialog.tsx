import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { Banner, CheckboxGroup, FormDialog, notices, Problem, SearchField, Select, SkeletonRows, Switch } from '~/ui';
import { type Cohort, enrolLearners, useFoundLearners, useLacks } from './operations';

interface Draft {
  readonly personIds: readonly string[];
  readonly groupId: string;
  readonly wait: boolean;
}

/** Whom to give a place: found by name, ticked, enrolled all together. */
export function EnrolDialog({ cohort, onClose }: { readonly cohort: Cohort; readonly onClose: () => void }) {
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const found = useFoundLearners(useCentre().id, search);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const form = useForm<Draft, { readonly enrolled: readonly string[]; readonly waiting: readonly string[]; readonly yielded: readonly unknown[] }>(
    { personIds: [], groupId: 'none', wait: false },
    ({ personIds, groupId, wait }) => enrolLearners(cohort.id, personIds, { groupId: groupId === 'none' ? null : groupId, whenFull: wait ? 'WAIT' : 'REFUSE' }),
    ({ enrolled, waiting, yielded }) => {
      notices.say({ tone: 'good', text: waiting.length > 0 ? t`${enrolled.length} enrolled, ${waiting.length} on the waiting list.` : t`${enrolled.length} enrolled, in all sessions to come.` });
      if (yielded.length > 0) notices.say({ tone: 'warn', text: t`At ${yielded.length} sessions somebody has something else. See the column Clashes.` });
      onClose();
    },
  );
  const { personIds } = form.values;
  const shown = [...personIds.filter((id) => !found.data?.some((one) => one.id === id)).map((id) => ({ id, name: names[id] ?? '', email: '' })), ...(found.data ?? [])];
  const lacks = useLacks(cohort.id, shown.map(({ id }) => id));
  const lacking = personIds.filter((id) => lacks[id]).length;
  const helpOf = (id: string, email: string): string | undefined => [email, lacks[id] && t`Not completed here: ${lacks[id].join(', ')}`].filter(Boolean).join(' · ') || undefined;
  const choose = (chosen: string[]): void => {
    setNames((before) => ({ ...before, ...Object.fromEntries(shown.map(({ id, name }) => [id, name])) }));
    form.set({ personIds: chosen });
  };
  const free = cohort.capacity - cohort.enrolled;
  const { value: wait, onChange: onWait } = form.field('wait');
  return (
    <FormDialog isOpen size="wide" onClose={onClose} title={t`Enrol`} submit={t`Enrol ${personIds.length}`} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={personIds.length === 0}>
      <Problem problem={form.problem} />
      <p className="text-muted">{t`${free} of ${cohort.capacity} seats are free.`}</p>
      <SearchField label={t`Search learners`} placeholder={t`Name, e-mail or number`} value={search} onChange={setSearch} />
      {found.data === undefined ? <SkeletonRows rows={4} /> : <CheckboxGroup<string> label={t`Learners`} options={shown.map(({ id, name, email }) => ({ id, name, help: helpOf(id, email) }))} value={personIds} onChange={choose} />}
      {lacking > 0 && <Banner tone="warn">{t`Have not completed what comes before: ${lacking}. You can enrol them all the same, if they learned it elsewhere.`}</Banner>}
      {cohort.groups.length > 0 && <Select label={t`Group`} options={[{ id: 'none', name: t`No group` }, ...cohort.groups.map(({ id, name }) => ({ id, name }))]} {...form.field('groupId')} />}
      <Switch isSelected={wait} onChange={onWait} help={t`Otherwise nobody is enrolled when there are too few seats.`}>
        {t`Put those without a seat on the waiting list`}
      </Switch>
    </FormDialog>
  );
}
