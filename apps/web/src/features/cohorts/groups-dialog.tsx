import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { Button, Dialog, Form, Problem, Row, Rows, TextField } from '~/ui';
import { changeGroup, type Cohort } from './operations';
import { tell } from './people-tab';

/** The groups of a cohort: each with its own sessions. */
export function GroupsDialog({ cohort, onClose }: { readonly cohort: Cohort; readonly onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm({ name: '' }, ({ name }) => changeGroup(cohort.id, { name }));
  const add = async (): Promise<void> => {
    if (await form.submit()) form.reset({ name: '' });
  };
  const remove = async (groupId: string, name: string): Promise<void> => tell(await changeGroup(cohort.id, { groupId }), t`${name} is removed.`);
  return (
    <Dialog isOpen onClose={onClose} title={t`Groups`}>
      <Rows label={t`Groups`}>
        {cohort.groups.map(({ id, name, learners }) => (
          <Row key={id} title={name} help={t`${learners} learners`}>
            <Button size="small" onPress={() => remove(id, name)} aria-label={t`Remove ${name}`}>
              <Trans>Remove</Trans>
            </Button>
          </Row>
        ))}
      </Rows>
      <Form onSubmit={() => void add()} label={t`New group`}>
        <Problem problem={form.problem} />
        <div className="flex items-end gap-3">
          <TextField className="flex-1" label={t`New group`} placeholder={t`Group A`} {...form.field('name')} />
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Add</Trans>
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
