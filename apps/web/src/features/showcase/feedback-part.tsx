import { useState } from 'react';
import { Banner, Button, Card, ConfirmDialog, Dialog, Drawer, FormDialog, notices, Skeleton, SkeletonRows, Spinner, TextField, type Tone } from '~/ui';

const tones: readonly Tone[] = ['info', 'good', 'warn', 'bad'];

export function FeedbackParts() {
  return (
    <Card title="Feedback">
      <div className="stack">
        {tones.map((tone) => (
          <Banner key={tone} tone={tone} title={`A ${tone} banner`} announce={false} action={tone === 'warn' ? <Button size="small">Mend it</Button> : undefined}>
            Lab 2 is taken from 09:00 to 12:00 by Web development, group B.
          </Banner>
        ))}
        <div className="flex flex-wrap gap-3">
          {tones.map((tone) => (
            <Button key={tone} onPress={() => notices.say({ tone, text: `A ${tone} notice.`, action: tone === 'good' ? { name: 'Undo', run: () => undefined } : undefined })}>
              Say {tone}
            </Button>
          ))}
          <Spinner label="Loading" />
        </div>
        <Skeleton width="40%" />
        <SkeletonRows rows={3} />
      </div>
    </Card>
  );
}

export function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'form' | 'confirm' | 'drawer' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Card title="Dialogs and drawers">
      <div className="flex flex-wrap gap-3">
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button onPress={() => setOpen('form')}>Form</Button>
        <Button onPress={() => setOpen('confirm')}>Confirm</Button>
        <Button onPress={() => setOpen('drawer')}>Drawer</Button>
      </div>
      <Dialog isOpen={open === 'dialog'} onClose={close} title="A dialog">
        <p>Escape, the cross or a click beside it closes it; the focus goes back to where it was.</p>
      </Dialog>
      <FormDialog isOpen={open === 'form'} onClose={close} title="Add a room" submit="Add the room" onSubmit={close}>
        <TextField label="Name" autoFocus />
        <TextField label="Floor" optional />
      </FormDialog>
      <ConfirmDialog isOpen={open === 'confirm'} onClose={close} title="Sign out this device?" confirm="Sign out" onConfirm={close}>
        <p>Whoever uses it must sign in again.</p>
      </ConfirmDialog>
      <Drawer isOpen={open === 'drawer'} onClose={close} title="Samira Sample">
        <p>A drawer keeps the list in view.</p>
      </Drawer>
    </Card>
  );
}
