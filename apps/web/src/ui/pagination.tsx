import { Plural, Trans } from '@lingui/react/macro';
import { Button } from './button';

interface PaginationProps {
  readonly shown: number;
  readonly total?: number;
  readonly hasMore: boolean;
  readonly isPending?: boolean;
  readonly onMore: () => void;
}

/** Lists grow by what comes next; the count says how far one is. */
export function Pagination({ shown, total, hasMore, isPending, onMore }: PaginationProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
      <p className="text-muted text-sm figures" aria-live="polite">
        {total === undefined ? <Plural value={shown} one="# shown" other="# shown" /> : <Trans>{shown} of {total}</Trans>}
      </p>
      {hasMore && (
        <Button size="small" onPress={onMore} isPending={isPending}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </div>
  );
}
