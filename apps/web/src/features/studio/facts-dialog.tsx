import { useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { FormDialog, Problem, Select, Switch } from '~/ui';
import { changeCourse, type StudioCourse } from './operations';
import { levelNames, subjectNames } from './words';

const NONE = '-';

export function FactsDialog({ course, onClose }: { readonly course: StudioCourse; readonly onClose: () => void }) {
  const { t } = useLingui();
  const begin = { subject: course.subject, level: course.level ?? NONE, isPublic: Boolean(course.publicId) };
  const form = useForm(begin, ({ level, ...facts }) => changeCourse(course, { ...facts, level: level === NONE ? null : level }), onClose);
  const { value, onChange } = form.field('isPublic');
  return (
    <FormDialog isOpen title={t`About the course`} submit={t`Save`} onClose={onClose} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <Select label={t`Subject`} options={Object.entries(subjectNames).map(([id, name]) => ({ id, name: t(name) }))} {...form.field('subject')} />
      <Select label={t`Level`} options={[{ id: NONE, name: t`Not said` }, ...Object.entries(levelNames).map(([id, name]) => ({ id, name: t(name) }))]} {...form.field('level')} />
      <Switch isSelected={value} onChange={onChange} help={t`Title, introduction and titles of lessons of the published version. Lessons stay for your people.`}>
        {t`Show it in the public catalogue`}
      </Switch>
    </FormDialog>
  );
}
