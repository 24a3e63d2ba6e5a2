import { useLingui } from '@lingui/react/macro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button';
import { ToneIcon } from './feedback';
import { IconClose } from './icons';
import { type Notice, notices } from './notices-store';

const shownFor = 7_000;

export function Toasts() {
  const { t } = useLingui();
  const shown = useSyncExternalStore(notices.subscribe, notices.shown);
  return (
    <section className="toasts" aria-label={t`What just happened`} aria-live="polite" aria-relevant="additions">
      {shown.map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

/** Stays while the pointer or the focus is on it: nobody has to be quick. */
function Toast({ notice }: { readonly notice: Notice }) {
  const { t } = useLingui();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => notices.hide(notice.id), notice.action ? shownFor * 2 : shownFor);
    return () => clearTimeout(timer);
  }, [held, notice]);
  const { action } = notice;
  return (
    <div className="toast" data-tone={notice.tone} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <ToneIcon tone={notice.tone} />
      <p className="toast-text">{notice.text}</p>
      {action && (
        <Button
          look="quiet"
          size="small"
          onPress={() => {
            notices.hide(notice.id);
            action.run();
          }}
        >
          {action.name}
        </Button>
      )}
      <IconButton label={t`Close`} size="small" onPress={() => notices.hide(notice.id)}>
        <IconClose />
      </IconButton>
    </div>
  );
}
