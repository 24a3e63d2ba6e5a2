import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useCentre } from '~/lib/viewer';
import { type Refusal } from '~/lib/api/answer';
import { Button, FileDrop, FormDialog, IconButton, notices, Problem, Row, Rows, SearchField, Select } from '~/ui';
import { IconPlus, IconTrash } from '~/ui/icons';
import { findCompetences, loadCompetences, setSkills, type StudioSkill, type StudioTree } from './operations';

interface SkillsDialogProps {
  readonly tree: StudioTree;
  readonly onClose: () => void;
}

const nameOf = ({ framework, code, role }: Pick<StudioSkill, 'framework' | 'code' | 'role'>): string => `${framework} ${code} ${role}`;

/** Competences that the draft gives and asks for, from the frameworks that the centre has loaded. */
export function SkillsDialog({ tree, onClose }: SkillsDialogProps) {
  const { t } = useLingui();
  const [skills, put] = useState<readonly StudioSkill[]>(tree.skills);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const save = async (): Promise<void> => {
    setPending(true);
    const answer = await setSkills(tree, skills).finally(() => setPending(false));
    if (answer.ok) onClose();
    else setProblem(answer.refusal);
  };
  const change = (at: number, changes: Partial<StudioSkill> | null): void => put(skills.flatMap((skill, index) => (index === at ? (changes ? { ...skill, ...changes } : []) : skill)));
  const add = (skill: StudioSkill): void => put(skills.some((one) => nameOf(one) === nameOf(skill)) ? skills : [...skills, skill]);
  return (
    <FormDialog isOpen size="wide" title={t`Competences`} submit={t`Save`} onClose={onClose} onSubmit={() => void save()} isPending={isPending}>
      <Problem problem={problem} />
      {skills.length === 0 ? (
        <p className="text-muted"><Trans>None yet. Look for one below.</Trans></p>
      ) : (
        <Rows label={t`Competences of this course`}>{skills.map((skill, at) => <Line key={nameOf(skill)} skill={skill} onChange={(changes) => change(at, changes)} />)}</Rows>
      )}
      <Finder onAdd={add} />
    </FormDialog>
  );
}

function Line({ skill, onChange }: { readonly skill: StudioSkill; readonly onChange: (changes: Partial<StudioSkill> | null) => void }) {
  const { t } = useLingui();
  const levels = [{ id: '-', name: t`No level` }, ...Array.from({ length: 8 }, (_, index) => ({ id: String(index + 1), name: t`Level ${index + 1}` }))];
  return (
    <Row title={skill.label} help={skill.framework === 'digcomp' ? `DigComp ${skill.code}` : 'ESCO'}>
      <Select label={t`What the course does with it`} hideLabel options={[{ id: 'gives', name: t`gives` }, { id: 'requires', name: t`asks for` }]} value={skill.role} onChange={(role) => onChange({ role })} />
      <Select label={t`Level`} hideLabel options={levels} value={skill.level ? String(skill.level) : '-'} onChange={(level) => onChange({ level: level === '-' ? null : Number(level) })} />
      <IconButton label={t`Remove “${skill.label}”`} onPress={() => onChange(null)}><IconTrash /></IconButton>
    </Row>
  );
}

function Finder({ onAdd }: { readonly onAdd: (skill: StudioSkill) => void }) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly { readonly framework: string; readonly code: string; readonly label: string }[] | null>(null);
  useEffect(() => {
    if (words.trim().length < 2) return;
    let isHere = true;
    const timer = setTimeout(() => void findCompetences(organisationId, words).then((all) => isHere && setFound(all), () => undefined), 300);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [organisationId, words]);
  const load = async (file: File): Promise<void> => {
    const answer = await loadCompetences(organisationId, file);
    notices.say(answer.ok ? { tone: 'good', text: t`${answer.value.loaded} competences are loaded.` } : { tone: 'bad', text: answer.refusal.message });
  };
  return (
    <>
      <SearchField label={t`Look for a competence`} placeholder={t`Words of its name, or its code`} value={words} onChange={setWords} />
      {words.trim().length >= 2 && found && (
        <Rows label={t`Found`}>
          {found.map(({ framework, code, label }) => (
            <Row key={`${framework} ${code}`} title={label} help={framework === 'digcomp' ? `DigComp ${code}` : 'ESCO'}>
              <Button size="small" icon={<IconPlus aria-hidden />} onPress={() => onAdd({ __typename: 'CourseSkill', framework, code, label, role: 'gives', level: null })}><Trans>Add</Trans></Button>
            </Row>
          ))}
        </Rows>
      )}
      {words.trim().length >= 2 && found?.length === 0 && <p className="text-muted"><Trans>Nothing found. Load the file of the framework below first.</Trans></p>}
      <details>
        <summary><Trans>Load a framework (DigComp, ESCO)</Trans></summary>
        <FileDrop label={t`Drop the CSV file of the framework here`} help={t`As its publisher gives it; loaded again, it is brought up to date`} accepts={['.csv']} onFile={(file) => void load(file)} />
      </details>
    </>
  );
}
