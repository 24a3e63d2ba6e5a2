import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useId } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button, IconButton } from './button';
import { IconClose } from './icons';

interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly size?: 'normal' | 'wide';
  /** In the middle, or a drawer at the side; on the phone both rise from below. */
  readonly place?: 'middle' | 'side';
  readonly role?: 'dialog' | 'alertdialog';
}

export function Dialog({ isOpen, onClose, title, children, foot, size = 'normal', place = 'middle', role = 'dialog' }: SheetProps) {
  const { t } = useLingui();
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable={role === 'dialog'}>
      <Modal className="modal" data-size={size} data-place={place}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t`Close`} onPress={onClose} size="small">
              <IconClose />
            </IconButton>
          </header>
          <div className="dialog-body">{children}</div>
          {foot !== undefined && <footer className="dialog-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export const Drawer = (props: Omit<SheetProps, 'place' | 'role'>) => <Dialog {...props} place="side" />;

interface FormDialogProps extends Omit<SheetProps, 'foot' | 'role'> {
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
  /** What is sent cannot be taken back. */
  readonly danger?: boolean;
  /** More buttons, on the left of the two. */
  readonly aside?: ReactNode;
  /** What leaves everything as it is; another word than "Cancel" where that is just what the form does. */
  readonly leave?: string;
}

/** A dialog that is a form: Enter saves, Escape leaves. */
export function FormDialog({ submit, onSubmit, isPending, isDisabled, danger = false, aside, leave, children, ...sheet }: FormDialogProps) {
  const form = useId();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending && !isDisabled) onSubmit();
  };
  const foot = (
    <>
      {aside !== undefined && <div className="mr-auto flex gap-2">{aside}</div>}
      <Button onPress={sheet.onClose}>{leave ?? <Trans>Cancel</Trans>}</Button>
      <Button look={danger ? 'danger' : 'main'} type="submit" form={form} isPending={isPending} isDisabled={isDisabled}>
        {submit}
      </Button>
    </>
  );
  return (
    <Dialog {...sheet} foot={foot}>
      <form id={form} onSubmit={send} noValidate className="contents">
        {children}
      </form>
    </Dialog>
  );
}

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, and to whom. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly isPending?: boolean;
  readonly danger?: boolean;
  readonly leave?: string;
}

/** For what cannot be undone; everything else is done at once and offers Undo. */
export function ConfirmDialog({ isOpen, onClose, title, children, confirm, onConfirm, isPending, danger = true, leave }: ConfirmProps) {
  const foot = (
    <>
      <Button onPress={onClose} autoFocus>
        {leave ?? <Trans>Cancel</Trans>}
      </Button>
      <Button look={danger ? 'danger' : 'main'} onPress={onConfirm} isPending={isPending}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} role="alertdialog" foot={foot}>
      <div className="text-muted flex flex-col gap-3">{children}</div>
    </Dialog>
  );
}
