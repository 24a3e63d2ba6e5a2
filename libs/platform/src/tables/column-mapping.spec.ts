import { type ColumnField, foldHeading, guessColumns, headerKey } from './column-mapping.js';

const fields: ColumnField<'given' | 'family' | 'email' | 'name'>[] = [
  { name: 'given', headings: { fr: ['prénom'], nl: ['voornaam'], de: ['Vorname'], en: ['first name', 'given name'] } },
  { name: 'family', headings: { fr: ['nom de famille', 'nom'], nl: ['achternaam', 'familienaam'], de: ['Nachname'], en: ['last name', 'family name'] } },
  { name: 'email', headings: { fr: ['e-mail', 'adresse e-mail', 'courriel'], nl: ['e-mail'], de: ['E-Mail'], en: ['email', 'e-mail'] } },
  { name: 'name', headings: { fr: ['nom et prénom'], nl: ['naam'], de: ['Name'], en: ['name', 'full name'] } },
];

describe('guessing columns from headings', () => {
  it.each([
    [['Nom', 'Prénom', 'E-mail'], { family: 0, given: 1, email: 2 }],
    [['ACHTERNAAM', 'Voornaam ', 'Email'], { family: 0, given: 1, email: 2 }],
    [['Vorname', 'Nachname', 'E-Mail-Adresse'], { given: 0, family: 1, email: 2 }],
    [['First_Name', 'Last-Name', 'E-mail (private)'], { given: 0, family: 1, email: 2 }],
    [['Adresse e-mail du stagiaire', 'Nom et prénom'], { email: 0, name: 1 }],
    [['Nom', 'Nom'], { family: 0 }],
    [['Renommée', 'x'], {}],
  ])('%j', (header, mapping) => expect(guessColumns(header, fields)).toEqual(mapping));

  it('knows a set of headings again whatever their case, accents and punctuation, and tells another order apart', () => {
    expect(foldHeading(' E-Mail (privé) ')).toBe('email prive');
    expect(headerKey(['Prénom', 'E-mail'])).toEqual(headerKey(['prenom ', 'E mail'.replace(' ', '-')]));
    expect(headerKey(['a', 'b'])).not.toEqual(headerKey(['b', 'a']));
  });
});
