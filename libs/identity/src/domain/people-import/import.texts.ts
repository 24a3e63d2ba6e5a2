import { type Language } from '@app/platform';

/** Reasons that only lists have. Values: first, heading, headings, organisation. */
const en = {
  'row.repeated': 'This person stands on line {first, number} already. Remove one of the two lines.',
  'language.not-understood': 'This is none of our languages. Write fr, nl, de or en.',
  'role.not-understood': 'This is no role. Write learner, trainer, expert, coordinator, manager or observer.',
  'site.not-understood': 'There is no site of this name. Write it as it stands in the list of sites.',
  'mapping.no-name': 'No column holds the name. Say which one holds the first name.',
  'mapping.no-email': 'People are to be invited, but no column holds the e-mail address. Say which one does.',
  'mapping.no-such-column': 'The list has no such column.',
  'mapping.no-such-heading': 'No column is headed "{heading}". The headings are: {headings}.',
  'mapping.twice': 'The column "{heading}" is chosen twice. Choose another one.',
  'organisation.several': 'Several organisations are called "{organisation}". Give the id.',
};

type Key = keyof typeof en;

export const importTexts: Readonly<Record<Language, Readonly<Record<Key, string>>>> = {
  en,
  fr: {
    'row.repeated': 'Cette personne figure déjà à la ligne {first, number}. Supprimez une des deux lignes.',
    'language.not-understood': 'Cette langue n’est pas proposée. Écrivez fr, nl, de ou en.',
    'role.not-understood': 'Ce rôle n’existe pas. Écrivez apprenant, formateur, expert, coordinateur, responsable ou observateur.',
    'site.not-understood': 'Aucun site ne porte ce nom. Écrivez-le comme dans la liste des sites.',
    'mapping.no-name': 'Aucune colonne ne contient le nom. Indiquez celle du prénom.',
    'mapping.no-email': 'Vous voulez inviter ces personnes, mais aucune colonne ne contient leur adresse e-mail. Indiquez laquelle.',
    'mapping.no-such-column': 'Cette colonne n’existe pas dans la liste.',
    'mapping.no-such-heading': 'Aucune colonne ne s’intitule « {heading} ». Titres présents : {headings}.',
    'mapping.twice': 'La colonne « {heading} » est choisie deux fois. Choisissez-en une autre.',
    'organisation.several': 'Plusieurs organisations s’appellent « {organisation} ». Indiquez l’identifiant.',
  },
  nl: {
    'row.repeated': 'Deze persoon staat al op regel {first, number}. Verwijder een van de twee regels.',
    'language.not-understood': 'Dit is geen van onze talen. Schrijf fr, nl, de of en.',
    'role.not-understood': 'Deze rol bestaat niet. Schrijf cursist, lesgever, expert, coördinator, verantwoordelijke of waarnemer.',
    'site.not-understood': 'Er is geen locatie met deze naam. Schrijf ze zoals in de lijst van locaties.',
    'mapping.no-name': 'Geen enkele kolom bevat de naam. Duid aan welke de voornaam bevat.',
    'mapping.no-email': 'U wilt deze personen uitnodigen, maar geen kolom bevat hun e-mailadres. Duid aan welke.',
    'mapping.no-such-column': 'Deze kolom bestaat niet in de lijst.',
    'mapping.no-such-heading': 'Geen enkele kolom heet "{heading}". De titels zijn: {headings}.',
    'mapping.twice': 'De kolom "{heading}" is twee keer gekozen. Kies een andere.',
    'organisation.several': 'Meerdere organisaties heten "{organisation}". Geef het kenmerk.',
  },
  de: {
    'row.repeated': 'Diese Person steht schon in Zeile {first, number}. Entfernen Sie eine der beiden Zeilen.',
    'language.not-understood': 'Das ist keine unserer Sprachen. Schreiben Sie fr, nl, de oder en.',
    'role.not-understood': 'Diese Rolle gibt es nicht. Schreiben Sie Teilnehmer, Kursleiter, Expert, Koordinator, Leitung oder Beobachter.',
    'site.not-understood': 'Es gibt keinen Standort dieses Namens. Schreiben Sie ihn wie in der Liste der Standorte.',
    'mapping.no-name': 'Keine Spalte enthält den Namen. Geben Sie an, welche den Vornamen enthält.',
    'mapping.no-email': 'Die Personen sollen eingeladen werden, aber keine Spalte enthält ihre E-Mail-Adresse. Geben Sie an, welche.',
    'mapping.no-such-column': 'Diese Spalte gibt es in der Liste nicht.',
    'mapping.no-such-heading': 'Keine Spalte heißt „{heading}“. Die Überschriften sind: {headings}.',
    'mapping.twice': 'Die Spalte „{heading}“ ist zweimal gewählt. Wählen Sie eine andere.',
    'organisation.several': 'Mehrere Organisationen heißen „{organisation}“. Geben Sie die Kennung an.',
  },
};
