import { Trans, useLingui } from '@lingui/react/macro';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Button } from '~/ui/button';
import { EmptyState, SkeletonRows } from '~/ui/feedback';
import { ButtonLink } from '~/ui/link';
import { Page } from '~/ui/page';
import { Card } from '~/ui/surface';

/** A bug or a server that does not answer: what it means, what to do, and the reference that finds it in the log. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  const again = async (): Promise<void> => {
    reset();
    await router.invalidate();
  };
  const reference = referenceOf(error);
  return (
    <Page title={t`This page could not be shown`} width="reading">
      <Card>
        <p className="text-muted mb-4">
          <Trans>Nothing was lost. Try again; if it happens twice, tell your coordinator what you were doing.</Trans>
        </p>
        {reference !== undefined && (
          <p className="text-muted mb-4 text-sm">
            <Trans>
              Reference: <code>{reference}</code>
            </Trans>
          </p>
        )}
        <div className="form-actions">
          <Button look="main" onPress={again}>
            <Trans>Try again</Trans>
          </Button>
          <ButtonLink to="/">
            <Trans>Back to Today</Trans>
          </ButtonLink>
        </div>
      </Card>
    </Page>
  );
}

function referenceOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'requestId' in error && typeof error.requestId === 'string' ? error.requestId : undefined;
}

/** At the root, where there is no shell around a page. */
export const StrayPage = () => (
  <main>
    <NotFoundPage />
  </main>
);
export const BrokenPage = (props: ErrorComponentProps) => (
  <main>
    <ErrorPage {...props} />
  </main>
);

export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Nothing here`} width="reading">
      <Card>
        <EmptyState
          title={<Trans>This address leads nowhere</Trans>}
          actions={
            <ButtonLink to="/" look="main">
              <Trans>Back to Today</Trans>
            </ButtonLink>
          }
        >
          <Trans>Perhaps it was moved, or a letter is missing. The search (Ctrl K) knows every page.</Trans>
        </EmptyState>
      </Card>
    </Page>
  );
}

export function PendingPage() {
  return (
    <div className="page page-normal">
      <SkeletonRows />
    </div>
  );
}
