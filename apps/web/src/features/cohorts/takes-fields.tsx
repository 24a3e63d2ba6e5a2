import { useLingui } from '@lingui/react/macro';
import { useCentre } from '~/lib/viewer';
import { SelectMany } from '~/ui/select-many';
import { useSeriesChoices } from './operations';

/** Who gives sessions, and what they take. */
export interface Takes {
  readonly trainerIds: readonly string[];
  readonly roomIds: readonly string[];
  readonly equipmentIds: readonly string[];
}

/** Several trainers, rooms and pieces of equipment; own ones first, then those on loan; those that stand already stay choosable, whatever the lists say. */
export function TakesFields({ value, onChange, standing = [] }: { readonly value: Takes; readonly onChange: (changes: Partial<Takes>) => void; readonly standing?: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useLingui();
  const choices = useSeriesChoices(useCentre().id).data;
  const withStanding = (options: readonly { readonly id: string; readonly name: string; readonly help?: string }[], chosen: readonly string[]) => [...options, ...standing.filter(({ id }) => chosen.includes(id) && !options.some((option) => option.id === id))];
  const seatsOf = (seats: number | null): string[] => (seats ? [t`${seats} seats`] : []);
  const own = ({ id, name, seats }: { readonly id: string; readonly name: string; readonly seats?: number | null }) => ({ id, name, help: seatsOf(seats ?? null).join() || undefined });
  const lent = (kind: 'ROOM' | 'EQUIPMENT') =>
    (choices?.lent ?? []).filter((thing) => thing.kind === kind).map(({ id, name, seats, siteName, ownerName }) => ({ id, name, help: [t`lent by ${ownerName}`, siteName, ...(kind === 'ROOM' ? seatsOf(seats) : [])].join(' · ') }));
  const rooms = [...(choices?.rooms ?? []).map(own), ...lent('ROOM')];
  const equipment = [...(choices?.equipment ?? []), ...lent('EQUIPMENT')];
  return (
    <>
      <SelectMany label={t`Trainers`} placeholder={t`Nobody yet`} options={withStanding(choices?.trainers ?? [], value.trainerIds)} value={value.trainerIds} onChange={(trainerIds) => onChange({ trainerIds })} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectMany label={t`Rooms`} placeholder={t`No room`} help={t`The first one chosen says where it is.`} options={withStanding(rooms, value.roomIds)} value={value.roomIds} onChange={(roomIds) => onChange({ roomIds })} />
        <SelectMany label={t`Equipment`} placeholder={t`No equipment`} options={withStanding(equipment, value.equipmentIds)} value={value.equipmentIds} onChange={(equipmentIds) => onChange({ equipmentIds })} />
      </div>
    </>
  );
}
