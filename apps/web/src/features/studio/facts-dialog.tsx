import { useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { useCentre, useViewer } from '~/lib/viewer';
import { CheckboxGroup, FormDialog, Problem, RadioGroup, Select, Switch, TextField } from '~/ui';
import { changeCourse, type StudioCourse, useStudioCourses } from './operations';
import { levelNames, subjectNames, titleIn } from './words';

const NONE = '-';

export function FactsDialog({ course, onClose }: { readonly course: StudioCourse; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const { language } = useViewer();
  const others = (useStudioCourses(organisationId).data ?? []).filter(({ id }) => id !== course.id);
  const begin = { subject: course.subject, level: course.level ?? NONE, isPublic: Boolean(course.publicId), readers: course.readers, price: course.price ?? '', prerequisiteIds: course.prerequisites.map(({ id }) => id) };
  const form = useForm(begin, ({ level, ...facts }) => changeCourse(course, { ...facts, level: level === NONE ? null : level }), onClose);
  const { value, onChange } = form.field('isPublic');
  const readers = form.field('readers');
  return (
    <FormDialog isOpen title={t`About the course`} submit={t`Save`} onClose={onClose} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <Select label={t`Subject`} options={Object.entries(subjectNames).map(([id, name]) => ({ id, name: t(name) }))} {...form.field('subject')} />
      <Select label={t`Level`} options={[{ id: NONE, name: t`Not said` }, ...Object.entries(levelNames).map(([id, name]) => ({ id, name: t(name) }))]} {...form.field('level')} />
      <RadioGroup
        label={t`Who reads its lessons`}
        options={[{ id: 'enrolled', name: t`Who has a place in a cohort of it` }, { id: 'members', name: t`Everybody of the centre` }]}
        value={readers.value}
        onChange={readers.onChange}
      />
      {others.length > 0 && <CheckboxGroup label={t`What should be known before`} options={others.map(({ id, titles }) => ({ id, name: titleIn(titles, language) }))} {...form.field('prerequisiteIds')} />}
      <TextField label={t`Price`} help={t`As people should read it, for example “250 €”. Left empty, the course is free.`} {...form.field('price')} optional />
      <Switch isSelected={value} onChange={onChange} help={t`Title, introduction and titles of lessons of the published version. Lessons stay for your people.`}>
        {t`Show it in the public catalogue`}
      </Switch>
    </FormDialog>
  );
}
