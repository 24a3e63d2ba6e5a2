import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { Banner, Button, Card, Form, notices, NumberField, Problem, Row, Rows, TextField } from '~/ui';
import { IconDoor } from '~/ui/icons';
import { createRoom, type SetUpState, type Site } from './operations';
import { StepFoot } from './step-foot';

interface RoomsStepProps {
  readonly state: SetUpState;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

export function RoomsStep({ state, onBack, onNext }: RoomsStepProps) {
  return (
    <>
      {state.sites.length === 0 && (
        <Banner>
          <Trans>Rooms belong to a site: go back and add one, or come back later.</Trans>
        </Banner>
      )}
      {state.sites.map((site, index) => (
        <SiteRooms key={site.id} site={site} state={state} focus={index === 0 && state.rooms.length === 0} />
      ))}
      <StepFoot onBack={onBack} onNext={onNext} empty={state.rooms.length === 0} />
    </>
  );
}

function SiteRooms({ site, state, focus }: { readonly site: Site; readonly state: SetUpState; readonly focus: boolean }) {
  const [added, setAdded] = useState(0);
  const rooms = state.rooms.filter((room) => room.siteId === site.id);
  return (
    <Card title={site.name}>
      {rooms.length > 0 && (
        <Rows label={site.name}>
          {rooms.map((room) => (
            <Row key={room.id} lead={<IconDoor className="text-action size-5 flex-none" aria-hidden />} title={room.name}>
              {room.seats !== null && (
                <span className="text-muted figures">
                  <Plural value={room.seats} one="# seat" other="# seats" />
                </span>
              )}
            </Row>
          ))}
        </Rows>
      )}
      <div className={rooms.length > 0 ? 'border-line mt-4 border-t pt-5' : ''}>
        <RoomForm key={added} site={site} focus={focus || added > 0} onAdded={() => setAdded(added + 1)} />
      </div>
    </Card>
  );
}

function RoomForm({ site, focus, onAdded }: { readonly site: Site; readonly focus: boolean; readonly onAdded: () => void }) {
  const { t } = useLingui();
  const { id } = useCentre();
  const form = useForm({ name: '', seats: Number.NaN }, (draft) => createRoom(id, site.id, draft), (_done, { name }) => {
    notices.say({ tone: 'good', text: t`${name} can be booked now.` });
    onAdded();
  });
  return (
    <Form onSubmit={() => void form.submit()} label={t`Add a room to ${site.name}`}>
      <Problem problem={form.problem} />
      <div className="grid grid-cols-[1fr_8.5rem] items-start gap-4">
        <TextField label={t`Room`} placeholder={t`Lab 1`} autoFocus={focus} {...form.field('name')} />
        <NumberField label={t`Seats`} optional minValue={1} {...form.field('seats')} />
      </div>
      <div className="form-actions">
        <Button look="soft" type="submit" isPending={form.isPending}>
          <Trans>Add the room</Trans>
        </Button>
      </div>
    </Form>
  );
}
