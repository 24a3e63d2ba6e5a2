import { Trans, useLingui } from '@lingui/react/macro';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { type Answer } from '~/lib/api/answer';
import { useViewer } from '~/lib/viewer';
import { BareButton, Button, ConfirmDialog, IconButton, notices } from '~/ui';
import { IconAlert, IconChevronDown, IconChevronUp, IconPlus, IconTrash } from '~/ui/icons';
import { addPart, movePart, type PartKind, removePart, type StudioModule, type StudioTree } from './operations';
import { kindNames, titleIn } from './words';

interface TreeProps {
  readonly tree: StudioTree;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly onChanged: () => void;
}

interface Item {
  readonly id: string;
  readonly kind: PartKind | 'course';
  readonly title: string;
  readonly isBehind: boolean;
  readonly depth: number;
  readonly parentId?: string;
  /** Place among its brothers, and how many they are. */
  readonly position: number;
  readonly brothers: number;
}

/** Modules, lessons, assignments and quizzes: moved by drag, by the arrows beside them, or by Alt and the arrow keys. */
export function Tree({ tree, selected, onSelect, onChanged }: TreeProps) {
  const { t } = useLingui();
  const { language } = useViewer();
  const [dragged, setDragged] = useState<Item | null>(null);
  const [doomed, setDoomed] = useState<Item | null>(null);
  const isDraft = tree.state === 'draft';
  const items = itemsOf(tree, language, t`Title and introduction`);
  const current = items.find(({ id }) => id === selected);
  const work = async (change: Promise<Answer<unknown>>): Promise<void> => {
    const answer = await change;
    if (!answer.ok) notices.say({ tone: 'bad', text: answer.refusal.message });
    onChanged();
  };
  const shift = (item: Item, by: -1 | 1): void => void (item.position + by >= 0 && item.position + by < item.brothers && work(movePart(tree, { itemId: item.id, parentId: item.parentId, position: item.position + by })));
  const drop = (onto: Item): void => {
    const place = dragged && placeFor(dragged, onto);
    if (dragged && place) void work(movePart(tree, { itemId: dragged.id, ...place }));
    setDragged(null);
  };
  const line = { isDraft, selected, dragged, onSelect, onShift: shift, onDrag: setDragged, onDrop: drop, onRemove: setDoomed };
  return (
    <div className="studio-tree">
      <ol aria-label={t`Parts of the course`}>
        {items.map((item) => <Line key={item.id} item={item} {...line} />)}
      </ol>
      {isDraft && <Adding tree={tree} current={current} onAdd={(part) => void work(addPart(tree, part))} />}
      {doomed && (
        <ConfirmDialog isOpen title={t`Remove “${doomed.title}”?`} confirm={t`Remove`} onClose={() => setDoomed(null)} onConfirm={() => void work(removePart(tree, doomed.id)).then(() => setDoomed(null))}>
          <p><Trans>Everything in it goes along, in all languages. Published versions keep it.</Trans></p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function itemsOf(tree: StudioTree, language: string, courseTitle: string): readonly Item[] {
  const behind = (titles: StudioModule['titles']): boolean => titles.some(({ olderThanOriginal }) => olderThanOriginal);
  const course: Item = { id: tree.id, kind: 'course', title: courseTitle, isBehind: behind(tree.titles), depth: 0, position: 0, brothers: 1 };
  const activities = (all: StudioModule['activities'], parentId: string, depth: number): Item[] =>
    all.map(({ id, kind, titles }, position) => ({ id, kind: kind as PartKind, title: titleIn(titles, language), isBehind: behind(titles), depth, parentId, position, brothers: all.length }));
  const modules = tree.modules.flatMap((module, position): Item[] => [
    { id: module.id, kind: 'module', title: titleIn(module.titles, language), isBehind: behind(module.titles), depth: 0, position, brothers: tree.modules.length },
    ...module.lessons.flatMap((lesson, place): Item[] => [
      { id: lesson.id, kind: 'lesson', title: titleIn(lesson.titles, language), isBehind: behind(lesson.titles), depth: 1, parentId: module.id, position: place, brothers: module.lessons.length },
      ...activities(lesson.activities, lesson.id, 2),
    ]),
    ...activities(module.activities, module.id, 1),
  ]);
  return [course, ...modules];
}

const hangsOnLesson: ReadonlySet<Item['kind']> = new Set(['assignment', 'material', 'quiz']);

/** Dropped on a brother it takes that place; dropped on what may hold it, the last place inside. */
function placeFor(item: Item, onto: Item): { readonly parentId?: string; readonly position: number } | null {
  if (item.id === onto.id) return null;
  if (onto.kind === item.kind) return { parentId: onto.parentId, position: onto.position };
  if (item.kind === 'lesson' && onto.kind === 'module') return { parentId: onto.id, position: 10_000 };
  const holds = onto.kind === 'lesson' || (onto.kind === 'module' && item.kind === 'quiz');
  return holds && hangsOnLesson.has(item.kind) ? { parentId: onto.id, position: 10_000 } : null;
}

interface LineProps {
  readonly item: Item;
  readonly isDraft: boolean;
  readonly selected: string;
  readonly dragged: Item | null;
  readonly onSelect: (id: string) => void;
  readonly onShift: (item: Item, by: -1 | 1) => void;
  readonly onDrag: (item: Item | null) => void;
  readonly onDrop: (onto: Item) => void;
  readonly onRemove: (item: Item) => void;
}

function Line({ item, isDraft, selected, dragged, ...on }: LineProps) {
  const { t } = useLingui();
  const moves = isDraft && item.kind !== 'course';
  const keys = (event: KeyboardEvent): void => {
    if (!moves || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    on.onShift(item, event.key === 'ArrowUp' ? -1 : 1);
  };
  const over = (event: DragEvent): void => {
    if (dragged && placeFor(dragged, item)) event.preventDefault();
  };
  const kind = kindNames[item.kind];
  return (
    <li data-depth={item.depth} data-kind={item.kind} data-selected={item.id === selected || undefined} draggable={moves} onKeyDown={keys} onDragStart={() => on.onDrag(item)} onDragEnd={() => on.onDrag(null)} onDragOver={over} onDrop={() => on.onDrop(item)}>
      <BareButton className="studio-part" onPress={() => on.onSelect(item.id)} aria-current={item.id === selected ? 'true' : undefined}>
        <span className="text-muted text-xs">{kind ? t(kind) : ''}</span> {item.title} {item.isBehind && <IconAlert className="inline size-4" aria-label={t`A translation is older than the original`} />}
      </BareButton>
      {moves && item.id === selected && (
        <span className="studio-part-tools">
          <IconButton size="small" label={t`Up`} isDisabled={item.position === 0} onPress={() => on.onShift(item, -1)}><IconChevronUp /></IconButton>
          <IconButton size="small" label={t`Down`} isDisabled={item.position >= item.brothers - 1} onPress={() => on.onShift(item, 1)}><IconChevronDown /></IconButton>
          <IconButton size="small" label={t`Remove`} onPress={() => on.onRemove(item)}><IconTrash /></IconButton>
        </span>
      )}
    </li>
  );
}

function Adding({ tree, current, onAdd }: { readonly tree: StudioTree; readonly current?: Item; readonly onAdd: (part: { kind: PartKind; parentId?: string; title: string }) => void }) {
  const { t } = useLingui();
  const { moduleId, lessonId } = parentsFor(tree, current);
  const button = (kind: PartKind, name: string, parentId?: string) => (
    <Button key={kind} size="small" icon={<IconPlus aria-hidden />} onPress={() => onAdd({ kind, parentId, title: t`New: ${name}` })}>{name}</Button>
  );
  return (
    <div className="flex flex-wrap gap-2 p-3">
      {button('module', t`Module`)}
      {moduleId && button('lesson', t`Lesson`, moduleId)}
      {lessonId && button('assignment', t`Assignment`, lessonId)}
      {lessonId && button('material', t`Material`, lessonId)}
      {lessonId && button('quiz', t`Quiz`, lessonId)}
    </div>
  );
}

/** Where a new lesson or activity goes: into what is selected, or into what holds it; lessons else into the last module. */
function parentsFor(tree: StudioTree, current?: Item): { readonly moduleId?: string; readonly lessonId?: string } {
  const lessonId = current?.kind === 'lesson' ? current.id : current?.depth === 2 ? current.parentId : undefined;
  if (current?.kind === 'module') return { moduleId: current.id };
  const around = tree.modules.find((module) => module.id === current?.parentId || module.lessons.some(({ id }) => id === lessonId));
  return { moduleId: around?.id ?? tree.modules.at(-1)?.id, lessonId };
}
