import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentType, useState } from 'react';
import { type Answer } from '~/lib/api/answer';
import { isLanguage, nameOf } from '~/lib/i18n/languages';
import { useRoleName } from '~/lib/use-role-name';
import { useTimes } from '~/lib/use-times';
import { hasRole, useCentre } from '~/lib/viewer';
import { Avatar, Badge, Button, ConfirmDialog, Drawer, Facts, Loaded, Menu, MenuItem, notices, Problem } from '~/ui';
import { IconDots } from '~/ui/icons';
import { ChangeRolesDialog } from './change-roles-dialog';
import { EditPersonDialog } from './edit-person-dialog';
import { EraseDialog } from './erase-dialog';
import { PersonHistory } from './person-history';
import { endMembership, type PersonLine, reinstate, sendInvitationAgain, suspend, usePerson, withdrawInvitation } from './operations';
import { useDeed } from './use-deed';
import { stateNames, stateTones } from './words';

interface PersonDrawerProps {
  readonly personId: string;
  readonly onClose: () => void;
}

interface StageProps {
  readonly person: PersonLine;
  readonly onClose: () => void;
}

type Stage = 'look' | 'edit' | 'roles' | 'suspend' | 'end' | 'history' | 'erase';
const dialogs: Readonly<Record<Exclude<Stage, 'look'>, ComponentType<StageProps>>> = { edit: EditPersonDialog, roles: ChangeRolesDialog, suspend: SuspendDialog, end: EndDialog, history: PersonHistory, erase: EraseDialog };

export function PersonDrawer({ personId, onClose }: PersonDrawerProps) {
  const { t } = useLingui();
  const person = usePerson(useCentre().id, personId);
  const [stage, setStage] = useState<Stage>('look');
  const back = (): void => {
    setStage('look');
    person.again();
  };
  const found = person.data;
  const Dialog = stage === 'look' ? undefined : dialogs[stage];
  if (found && Dialog) return <Dialog person={found} onClose={back} />;
  return (
    <Drawer isOpen onClose={onClose} title={found?.name ?? t`Person`} foot={found && <Foot person={found} onStage={setStage} onDone={back} />}>
      <Loaded read={person}>{(data) => <Details person={data} />}</Loaded>
    </Drawer>
  );
}

function Details({ person }: { readonly person: PersonLine }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const times = useTimes();
  return (
    <>
      <div className="flex items-center gap-4">
        <Avatar name={person.name} id={person.personId} size="large" />
        <div className="flex flex-wrap gap-1.5">
          <Badge tone={stateTones[person.state]}>{t(stateNames[person.state])}</Badge>
          {person.roles.map((role) => (
            <Badge key={role}>{roleName(role)}</Badge>
          ))}
        </div>
      </div>
      <Facts
        facts={[
          { name: t`E-mail`, value: person.email ?? '–' },
          { name: t`Telephone`, value: person.phone ?? '–' },
          { name: t`Language`, value: isLanguage(person.language) ? nameOf[person.language] : person.language },
          { name: t`Site`, value: person.siteName ?? '–' },
          { name: t`Own number`, value: person.reference ?? '–' },
          ...(person.invitationExpiresAt ? [{ name: t`Invitation`, value: t`open until ${times.moment(person.invitationExpiresAt)}` }] : []),
        ]}
      />
    </>
  );
}

function Foot({ person, onStage, onDone }: { readonly person: PersonLine; readonly onStage: (stage: Stage) => void; readonly onDone: () => void }) {
  const { t } = useLingui();
  const mayErase = hasRole(useCentre(), 'manager');
  const say = async (answer: Promise<Answer<unknown>>, text: string): Promise<void> => {
    const result = await answer;
    notices.say(result.ok ? { tone: 'good', text } : { tone: 'bad', text: result.refusal.message });
    onDone();
  };
  return (
    <>
      <Menu placement="top start" trigger={<Button icon={<IconDots aria-hidden />}>{t`More`}</Button>}>
        <MenuItem id="history" onAction={() => onStage('history')}>
          {t`History`}
        </MenuItem>
        {person.state === 'invited' && (
          <MenuItem id="again" onAction={() => void say(sendInvitationAgain(person), t`The invitation is on its way again.`)}>
            {t`Send the invitation again`}
          </MenuItem>
        )}
        {person.state === 'invited' && (
          <MenuItem id="withdraw" onAction={() => void say(withdrawInvitation(person), t`The invitation is taken back.`)}>
            {t`Take the invitation back`}
          </MenuItem>
        )}
        {person.state === 'suspended' && (
          <MenuItem id="reinstate" onAction={() => void say(reinstate(person), t`${person.name} may come in again.`)}>
            {t`Let in again`}
          </MenuItem>
        )}
        {person.state === 'active' && (
          <MenuItem id="suspend" tone="bad" onAction={() => onStage('suspend')}>
            {t`Suspend`}
          </MenuItem>
        )}
        <MenuItem id="end" tone="bad" onAction={() => onStage('end')}>
          {t`Has left`}
        </MenuItem>
        {mayErase && (
          <MenuItem id="erase" tone="bad" onAction={() => onStage('erase')}>
            {t`Erase`}
          </MenuItem>
        )}
      </Menu>
      <Button onPress={() => onStage('roles')}>
        <Trans>Change roles</Trans>
      </Button>
      <Button look="main" onPress={() => onStage('edit')}>
        <Trans>Change</Trans>
      </Button>
    </>
  );
}

function SuspendDialog({ person, onClose }: StageProps) {
  const { t } = useLingui();
  const { problem, isPending, run } = useDeed(onClose);
  return (
    <ConfirmDialog isOpen onClose={onClose} title={t`Suspend ${person.name}?`} confirm={t`Suspend`} isPending={isPending} onConfirm={() => void run(suspend(person), t`${person.name} is out until you let them in again.`)}>
      <Problem problem={problem} />
      <p>
        <Trans>Within five seconds this person is signed out everywhere and cannot come in. Bookings and history stay.</Trans>
      </p>
    </ConfirmDialog>
  );
}

function EndDialog({ person, onClose }: StageProps) {
  const { t } = useLingui();
  const { problem, isPending, run } = useDeed(onClose);
  return (
    <ConfirmDialog isOpen onClose={onClose} title={t`${person.name} has left?`} confirm={t`Has left`} isPending={isPending} onConfirm={() => void run(endMembership(person), t`${person.name} is no longer among those who belong here.`)}>
      <Problem problem={problem} />
      <p>
        <Trans>All roles here end today. What happened stays readable; the person keeps their own account.</Trans>
      </p>
    </ConfirmDialog>
  );
}
