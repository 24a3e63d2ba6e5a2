import { Trans, useLingui } from '@lingui/react/macro';
import { Dialog } from '~/ui/dialog';
import { Kbd } from '~/ui/surface';

interface Line {
  readonly keys: readonly string[];
  readonly does: string;
}

export default function KeyboardMap({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const groups: readonly { readonly name: string; readonly lines: readonly Line[] }[] = [
    {
      name: t`Everywhere`,
      lines: [
        { keys: ['Ctrl', 'K'], does: t`Search or do something` },
        { keys: ['?'], does: t`This list` },
        { keys: [t`Esc`], does: t`Close or cancel` },
      ],
    },
    {
      name: t`Go to`,
      lines: [
        { keys: ['g', 'h'], does: t`Today` },
        { keys: ['g', 'w'], does: t`Week` },
        { keys: ['g', 'p'], does: t`People` },
        { keys: ['g', 'o'], does: t`Organisation` },
        { keys: ['g', 'n'], does: t`Notices` },
        { keys: ['g', 'm'], does: t`Me` },
      ],
    },
    {
      name: t`On the week board`,
      lines: [
        { keys: ['←', '↑', '↓', '→'], does: t`Move through the board` },
        { keys: [t`Space`], does: t`Pick up a booking, put it down again` },
        { keys: [t`Shift`, '←', '→'], does: t`With a booking picked up: a quarter of an hour earlier, later` },
        { keys: [t`Enter`], does: t`Open a booking, book a free place` },
        { keys: [t`Page up`, t`Page down`], does: t`Week before, week after` },
      ],
    },
  ];
  return (
    <Dialog isOpen onClose={onClose} title={t`Keyboard`} size="wide">
      <div className="grid gap-6 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.name}>
            <h3 className="text-muted mb-2 text-sm">{group.name}</h3>
            <dl className="grid gap-2">
              {group.lines.map((line) => (
                <div key={line.does} className="flex items-center justify-between gap-4">
                  <dt>{line.does}</dt>
                  <dd className="flex gap-1">
                    {line.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-muted text-sm">
        <Trans>Letters work when no field has the focus.</Trans>
      </p>
    </Dialog>
  );
}
