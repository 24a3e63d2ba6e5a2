import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useCentre } from '~/lib/viewer';
import { Card, Loaded, Page, Row, Rows } from '~/ui';
import { SelectFound } from '~/ui/select-found';
import { type RuleSet, useCohortName, useFoundCohorts, useRules } from './operations';
import { Previews } from './previews';
import { RulesCard } from './rules-card';
import { useRuleText } from './use-rule-text';

const route = getRouteApi('/inside/reminders');
const CENTRE = 'centre';

/** M2: when people are reminded and in which words, in the centre or in one cohort. */
export default function RemindersPage() {
  const { t } = useLingui();
  const centre = useCentre();
  const { cohort } = route.useSearch();
  const navigate = route.useNavigate();
  const rules = useRules(centre.id, cohort);
  const choose = (id: string): void => void navigate({ search: (before) => ({ ...before, cohort: id === CENTRE ? undefined : id }) });
  return (
    <Page title={t`Reminders`} intro={t`Changes are told at once, always. These rules decide what is reminded of beside them.`}>
      <div className="stack">
        <ForWhom cohort={cohort} onChange={choose} />
        <Loaded read={rules}>
          {(set) => (
            // Another cohort has dialogs and choices of its own.
            <div key={set.scopeId ?? CENTRE} className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
              <div className="stack">
                <RulesCard set={set} />
                {set.scopeId !== null && set.isOwn && <Above set={set} />}
              </div>
              <Previews set={set} />
            </div>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

/** The whole centre, or one of its cohorts, however many there are. */
function ForWhom({ cohort, onChange }: { readonly cohort: string | undefined; readonly onChange: (id: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const { cohorts, hasMore } = useFoundCohorts(useCentre().id, text);
  const name = useCohortName(cohort);
  const centre = { id: CENTRE, name: t`The whole centre` };
  return (
    <SelectFound
      {...{ hasMore, text, onChange, onText: setText, className: 'max-w-md', label: t`For whom` }}
      options={text.trim() === '' ? [centre, ...cohorts] : cohorts}
      value={cohort ?? CENTRE}
      chosenName={cohort === undefined ? centre.name : name}
    />
  );
}

/** What would hold for a cohort without rules of its own, to compare. */
function Above({ set }: { readonly set: RuleSet }) {
  const { t } = useLingui();
  const text = useRuleText();
  return (
    <Card title={t`What the centre says`} intro={t`It does not hold for this cohort as long as the cohort has rules of its own.`}>
      <Rows label={t`What the centre says`}>
        {set.above.map((one, index) => (
          <Row key={index} title={text.when(one)} help={text.whom(one)} />
        ))}
      </Rows>
      {set.above.length === 0 && (
        <p className="text-muted">
          <Trans>Nobody is reminded of anything. Changes are still told at once.</Trans>
        </p>
      )}
    </Card>
  );
}
