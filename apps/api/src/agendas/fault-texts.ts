import { defineFaultTexts } from '../graphql/index.js';

/** What is wrong with attendance that was sent, and how to mend it. */
defineFaultTexts({
  en: {
    'marks.count': 'Send between 1 and {max, number} marks at once.',
    'marks.not-expected': 'This person is not on the list of this session. Load the page again.',
    'marks.unit': 'This session has {max, plural, one {# unit} other {# units}}. Choose one of them.',
    'marks.minutes-late': 'Minutes are for who was late: between 1 and {max, number}.',
  },
  fr: {
    'marks.count': 'Envoyez entre 1 et {max, number} présences à la fois.',
    'marks.not-expected': 'Cette personne n’est pas sur la liste de cette séance. Rechargez la page.',
    'marks.unit': 'Cette séance compte {max, plural, one {# demi-jour} other {# demi-jours}}. Choisissez-en un.',
    'marks.minutes-late': 'Les minutes sont pour les retards : entre 1 et {max, number}.',
  },
  nl: {
    'marks.count': 'Stuur tussen 1 en {max, number} aanwezigheden tegelijk.',
    'marks.not-expected': 'Deze persoon staat niet op de lijst van deze sessie. Laad de pagina opnieuw.',
    'marks.unit': 'Deze sessie telt {max, plural, one {# halve dag} other {# halve dagen}}. Kies er een.',
    'marks.minutes-late': 'Minuten zijn voor wie te laat was: tussen 1 en {max, number}.',
  },
  de: {
    'marks.count': 'Senden Sie zwischen 1 und {max, number} Einträge auf einmal.',
    'marks.not-expected': 'Diese Person steht nicht auf der Liste dieses Kurstermins. Laden Sie die Seite neu.',
    'marks.unit': 'Dieser Kurstermin hat {max, plural, one {# Halbtag} other {# Halbtage}}. Wählen Sie einen davon.',
    'marks.minutes-late': 'Minuten sind für Verspätete: zwischen 1 und {max, number}.',
  },
});
