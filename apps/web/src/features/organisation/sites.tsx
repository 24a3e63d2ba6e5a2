import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useCentre } from '~/lib/viewer';
import { Button, Card, EmptyState, Loaded, Skeleton } from '~/ui';
import { IconPlus } from '~/ui/icons';
import { type Site, useSites } from './operations';
import { SiteCard } from './site-card';
import { SiteDialog } from './site-dialog';

const route = getRouteApi('/inside/organisation');

export function Sites() {
  const { t } = useLingui();
  const centre = useCentre();
  const sites = useSites(centre.id);
  const { site: wanted } = route.useSearch();
  const [adding, setAdding] = useState(false);
  const mayChange = hasRole(centre, 'manager', 'coordinator');
  const add = mayChange && (
    <Button look="main" icon={<IconPlus aria-hidden />} onPress={() => setAdding(true)}>
      <Trans>Add a site</Trans>
    </Button>
  );
  return (
    <div className="stack">
      <Loaded read={sites} skeleton={<Skeleton height="14rem" />}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <EmptyState title={t`No site yet`} actions={add}>
                <Trans>A site is a place with an address: its rooms, its clock and its closing days hang on it.</Trans>
              </EmptyState>
            </Card>
          ) : (
            <>
              {add && <div>{add}</div>}
              {first(list, wanted).map((site) => (
                <SiteCard key={site.id} site={site} mayChange={mayChange} />
              ))}
            </>
          )
        }
      </Loaded>
      {adding && <SiteDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

/** The site of the address stands first. */
const first = (list: readonly Site[], wanted: string | undefined): readonly Site[] => [...list.filter((site) => site.id === wanted), ...list.filter((site) => site.id !== wanted)];
