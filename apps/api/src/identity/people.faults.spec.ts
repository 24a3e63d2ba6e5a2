import { retentionFaults } from '@app/identity';
import { languages } from '@app/platform';
import { wordFault } from '../graphql/problems/faults.js';
import './people.faults.js';

describe('what is wrong with how long data is kept', () => {
  it('names the bounds as people say them, in every language', () => {
    const [people] = retentionFaults({ people: 364 });
    const [messages] = retentionFaults({ messages: 29 });
    expect(languages.map((language) => people && wordFault(people, language))).toEqual([
      'Choisissez une durée entre 1 an et 10 ans.',
      'Kies een duur tussen 1 jaar en 10 jaar.',
      'Wählen Sie eine Dauer zwischen 1 Jahr und 10 Jahren.',
      'Choose a length between 1 year and 10 years.',
    ]);
    expect(messages && wordFault(messages, 'fr')).toBe('Choisissez une durée entre 1 mois et 3 ans.');
  });
});
