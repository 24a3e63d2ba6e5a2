import { type ColumnField } from '@app/platform';

export const importFields = ['givenName', 'familyName', 'name', 'email', 'phone', 'language', 'reference', 'role', 'site'] as const;
/** What a column of a list of people can hold. */
export type ImportField = (typeof importFields)[number];

/** Headings under which centres keep these things. */
export const peopleColumns: readonly ColumnField<ImportField>[] = [
  {
    name: 'givenName',
    headings: { fr: ['prénom', 'prénoms'], nl: ['voornaam', 'voornamen'], de: ['Vorname', 'Vornamen', 'Rufname'], en: ['first name', 'given name', 'firstname', 'forename', 'givenName'] },
  },
  {
    name: 'familyName',
    headings: {
      fr: ['nom', 'nom de famille'],
      nl: ['achternaam', 'familienaam'],
      de: ['Nachname', 'Familienname', 'Zuname'],
      en: ['last name', 'family name', 'lastname', 'surname', 'familyName'],
    },
  },
  {
    name: 'name',
    headings: {
      fr: ['nom et prénom', 'nom prénom', 'prénom et nom', 'prénom nom', 'nom complet'],
      nl: ['naam', 'volledige naam', 'naam en voornaam', 'naam voornaam'],
      de: ['Name', 'vollständiger Name', 'Name und Vorname', 'Vor- und Nachname'],
      en: ['name', 'full name', 'fullname'],
    },
  },
  {
    name: 'email',
    headings: { fr: ['e-mail', 'mail', 'courriel', 'adresse e-mail', 'adresse électronique'], nl: ['e-mail', 'mail', 'e-mailadres'], de: ['E-Mail', 'Mail', 'E-Mail-Adresse'], en: ['email', 'e-mail', 'email address'] },
  },
  {
    name: 'phone',
    headings: {
      fr: ['téléphone', 'tél', 'gsm', 'portable', 'numéro de téléphone'],
      nl: ['telefoon', 'tel', 'gsm', 'mobiel', 'telefoonnummer'],
      de: ['Telefon', 'Tel', 'Handy', 'Mobil', 'Telefonnummer'],
      en: ['phone', 'telephone', 'mobile', 'phone number'],
    },
  },
  { name: 'language', headings: { fr: ['langue'], nl: ['taal'], de: ['Sprache'], en: ['language'] } },
  {
    name: 'reference',
    headings: {
      fr: ['référence', 'matricule', 'numéro', 'n°', 'code'],
      nl: ['referentie', 'stamnummer', 'nummer', 'code'],
      de: ['Referenz', 'Kennnummer', 'Nummer', 'Code'],
      en: ['reference', 'id', 'number', 'code', 'student id'],
    },
  },
  { name: 'role', headings: { fr: ['rôle', 'fonction'], nl: ['rol', 'functie'], de: ['Rolle', 'Funktion'], en: ['role'] } },
  { name: 'site', headings: { fr: ['site', 'lieu', 'implantation'], nl: ['locatie', 'vestiging'], de: ['Standort'], en: ['site', 'location'] } },
];
