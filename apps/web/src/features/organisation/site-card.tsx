import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCentre } from '~/lib/viewer';
import { Badge, Button, Card, ConfirmDialog, Loaded, MenuItem, notices, Problem, Row, RowMenu, Rows, SkeletonRows, TextLink } from '~/ui';
import { IconDoor, IconPlus, IconTool } from '~/ui/icons';
import { type Refusal } from '~/lib/api/answer';
import { archiveSite, archiveThing, type Site, type Thing, useThings } from './operations';
import { SiteDialog } from './site-dialog';
import { ThingDialog } from './thing-dialog';

interface SiteCardProps {
  readonly site: Site;
  readonly mayChange: boolean;
}

export function SiteCard({ site, mayChange }: SiteCardProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'edit' | 'room' | 'equipment' | 'archive' | null>(null);
  const things = useThings(useCentre().id, site.id);
  const close = (): void => setOpen(null);
  const address = [site.street, [site.postalCode, site.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const actions = mayChange && (
    <>
      <Button size="small" icon={<IconPlus aria-hidden />} onPress={() => setOpen('room')}>
        <Trans>Add a room</Trans>
      </Button>
      <RowMenu label={t`More for ${site.name}`}>
        <MenuItem id="equipment" onAction={() => setOpen('equipment')}>{t`Add equipment`}</MenuItem>
        <MenuItem id="edit" onAction={() => setOpen('edit')}>{t`Change the site`}</MenuItem>
        <MenuItem id="archive" tone="bad" onAction={() => setOpen('archive')}>{t`Close the site down`}</MenuItem>
      </RowMenu>
    </>
  );
  return (
    <Card title={site.name} intro={address || site.zone} actions={actions}>
      <Loaded read={things} skeleton={<SkeletonRows rows={2} />}>
        {(list) => (list.length === 0 ? <NoRooms /> : <Things things={list} mayChange={mayChange} site={site} />)}
      </Loaded>
      <p className="mt-3 text-sm">
        <TextLink to="/week" search={{ site: site.id }}>
          <Trans>Week of {site.name}</Trans>
        </TextLink>
      </p>
      {open === 'edit' && <SiteDialog site={site} onClose={close} />}
      {open === 'room' && <ThingDialog site={site} kind="ROOM" onClose={close} />}
      {open === 'equipment' && <ThingDialog site={site} kind="EQUIPMENT" onClose={close} />}
      {open === 'archive' && <ArchiveDialog title={t`Close ${site.name} down?`} archive={() => archiveSite(site)} onClose={close} />}
    </Card>
  );
}

const NoRooms = () => (
  <p className="text-muted">
    <Trans>No rooms yet. Add them, then they can be booked.</Trans>
  </p>
);

function Things({ things, mayChange, site }: { readonly things: readonly Thing[]; readonly mayChange: boolean; readonly site: Site }) {
  const { t } = useLingui();
  const [edited, setEdited] = useState<Thing | null>(null);
  const [archived, setArchived] = useState<Thing | null>(null);
  return (
    <>
      <Rows label={t`Rooms and equipment of ${site.name}`}>
        {things.map((thing) => (
          <Row
            key={thing.id}
            lead={thing.kind === 'ROOM' ? <IconDoor className="text-muted size-5 flex-none" aria-hidden /> : <IconTool className="text-muted size-5 flex-none" aria-hidden />}
            title={<span className="inline-flex flex-wrap items-center gap-x-2">{thing.name}{thing.shared && <Badge>{t`shared by seats`}</Badge>}</span>}
            help={thing.features.join(', ') || undefined}
          >
            {thing.seats !== null && (
              <span className="text-muted figures whitespace-nowrap">
                <Plural value={thing.seats} one="# seat" other="# seats" />
              </span>
            )}
            {mayChange && (
              <RowMenu label={t`More for ${thing.name}`}>
                <MenuItem id="edit" onAction={() => setEdited(thing)}>{t`Change`}</MenuItem>
                <MenuItem id="archive" tone="bad" onAction={() => setArchived(thing)}>{t`Remove`}</MenuItem>
              </RowMenu>
            )}
          </Row>
        ))}
      </Rows>
      {edited && <ThingDialog site={site} kind={edited.kind} thing={edited} onClose={() => setEdited(null)} />}
      {archived && <ArchiveDialog title={t`Remove ${archived.name}?`} archive={() => archiveThing(archived)} onClose={() => setArchived(null)} />}
    </>
  );
}

interface ArchiveProps {
  readonly title: string;
  readonly archive: () => ReturnType<typeof archiveSite>;
  readonly onClose: () => void;
}

function ArchiveDialog({ title, archive, onClose }: ArchiveProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const run = async (): Promise<void> => {
    setPending(true);
    const answer = await archive().finally(() => setPending(false));
    if (!answer.ok) return setProblem(answer.refusal);
    notices.say({ tone: 'good', text: t`Removed.` });
    onClose();
  };
  return (
    <ConfirmDialog isOpen onClose={onClose} title={title} confirm={t`Remove`} onConfirm={() => void run()} isPending={isPending}>
      <Problem problem={problem} />
      <p>
        <Trans>It can no longer be booked. What took place there stays readable.</Trans>
      </p>
    </ConfirmDialog>
  );
}
