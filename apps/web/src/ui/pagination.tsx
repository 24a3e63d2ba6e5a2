import { Plural, Trans } from '@lingui/react/macro';
import { Button } from './button';

interface PaginationProps {
  readonly shown: number;
  readonly onNext?: () => void;
  readonly onFirst?: () => void;
}

/** Lists are read page by page; each page has an address of its own, and "back" goes back. */
export function Pagination({ shown, onNext, onFirst }: PaginationProps) {
  return (
    <nav className="flex flex-wrap items-center gap-3 px-4 py-3">
      <p className="text-muted figures mr-auto text-sm" aria-live="polite">
        <Plural value={shown} one="# shown" other="# shown" />
      </p>
      {onFirst && (
        <Button size="small" look="quiet" onPress={onFirst}>
          <Trans>First page</Trans>
        </Button>
      )}
      {onNext && (
        <Button size="small" onPress={onNext}>
          <Trans>Next page</Trans>
        </Button>
      )}
    </nav>
  );
}
