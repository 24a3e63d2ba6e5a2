import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { isLanguage, languages, nameOf } from '~/lib/i18n/languages';
import { useForm } from '~/lib/use-form';
import { roles, useCentre } from '~/lib/viewer';
import { roleNames } from '~/lib/words';
import { Button, Card, Form, Loaded, Problem, TextField } from '~/ui';
import { saveWords } from './integration-operations';
import { type OrganisationFacts, useOrganisation } from './operations';

const words = [...roles, 'cohort'] as const;
const wordNames: Readonly<Record<(typeof words)[number], MessageDescriptor>> = { ...roleNames, cohort: msg`Cohort` };

export function OwnWords() {
  const organisation = useOrganisation(useCentre().id);
  return <Loaded read={organisation}>{(facts) => <Words key={facts.version} organisation={facts} />}</Loaded>;
}

/** What the centre calls our things: a coach where we say trainer. */
function Words({ organisation }: { readonly organisation: OrganisationFacts }) {
  const { t } = useLingui();
  const spoken = languages.filter((language) => organisation.languages.includes(language));
  const start = Object.fromEntries(words.flatMap((word) => spoken.map((language) => [`words.${word}.${language}`, organisation.words.find((own) => own.word === word && own.language === language)?.own ?? ''])));
  const send = (draft: Readonly<Record<string, string>>) => saveWords(organisation, [...kept(organisation, spoken), ...entered(draft)]);
  // The shell has read the words with the person: it reads them again.
  const form = useForm<Record<string, string>, unknown>(start, send, () => location.reload());
  return (
    <Card title={t`Own words`} intro={t`Say what your centre says: a coach instead of a trainer, a promotion instead of a cohort. Left empty, our word stands.`} className="max-w-4xl">
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        {words.map((word) => (
          <fieldset key={word} className="grid gap-2">
            <legend className="font-semibold">{t(wordNames[word])}</legend>
            <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
              {spoken.map((language) => (
                <TextField key={language} label={nameOf[language]} optional {...form.field(`words.${word}.${language}`)} />
              ))}
            </div>
          </fieldset>
        ))}
        <div className="form-actions">
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Words in a language that the centre has switched off are kept for the day it comes back. */
const kept = (organisation: OrganisationFacts, spoken: readonly string[]) => organisation.words.filter(({ language }) => isLanguage(language) && !spoken.includes(language)).map(({ word, language, own }) => ({ word, language, own }));

const entered = (draft: Readonly<Record<string, string>>) =>
  Object.entries(draft).flatMap(([field, own]) => {
    const [, word = '', language = ''] = field.split('.');
    return own.trim() === '' ? [] : [{ word, language, own: own.trim() }];
  });
