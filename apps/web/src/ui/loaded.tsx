import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { Button } from './button';
import { Banner, SkeletonRows } from './feedback';

interface LoadedProps<Data> {
  readonly read: { readonly data: Data | undefined; readonly failed: unknown; readonly again: () => void };
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** A skeleton, then the thing; or what to do when it did not come. */
export function Loaded<Data>({ read, skeleton = <SkeletonRows />, children }: LoadedProps<Data>) {
  if (read.data !== undefined) return <>{children(read.data)}</>;
  if (read.failed === undefined) return <>{skeleton}</>;
  return (
    <Banner
      tone="bad"
      title={<Trans>This could not be loaded.</Trans>}
      action={
        <Button size="small" onPress={read.again}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      <Trans>Check the connection. What you entered elsewhere is not lost.</Trans>
    </Banner>
  );
}
