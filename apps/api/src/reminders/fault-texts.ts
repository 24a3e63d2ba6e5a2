import { defineFaultTexts } from '../graphql/index.js';

/** What is wrong with rules of reminders, and how to mend it. */
defineFaultTexts({
  en: {
    'reminders.too-many': 'Keep at most {max, number} rules.',
    'reminders.nobody': 'Choose at least one group to remind.',
    'reminders.kind': 'Write kinds in small letters, such as workshop.',
    'reminders.time': 'Enter a time such as 15:00.',
    'reminders.note': 'Write at most {max, number} characters.',
    'reminders.weekday': 'Choose a day from Monday (1) to Sunday (7).',
    'reminders.amount': 'Enter a number between 1 and {max, number}.',
  },
  fr: {
    'reminders.too-many': 'Gardez {max, number} règles au plus.',
    'reminders.nobody': 'Choisissez au moins un groupe à prévenir.',
    'reminders.kind': 'Écrivez les types en minuscules, par exemple workshop.',
    'reminders.time': 'Indiquez une heure, par exemple 15:00.',
    'reminders.note': 'Écrivez {max, number} caractères au plus.',
    'reminders.weekday': 'Choisissez un jour, de lundi (1) à dimanche (7).',
    'reminders.amount': 'Indiquez un nombre entre 1 et {max, number}.',
  },
  nl: {
    'reminders.too-many': 'Houd hoogstens {max, number} regels over.',
    'reminders.nobody': 'Kies minstens één groep om te verwittigen.',
    'reminders.kind': 'Schrijf soorten in kleine letters, zoals workshop.',
    'reminders.time': 'Geef een uur in, bijvoorbeeld 15:00.',
    'reminders.note': 'Schrijf hoogstens {max, number} tekens.',
    'reminders.weekday': 'Kies een dag van maandag (1) tot zondag (7).',
    'reminders.amount': 'Geef een getal tussen 1 en {max, number} in.',
  },
  de: {
    'reminders.too-many': 'Behalten Sie höchstens {max, number} Regeln.',
    'reminders.nobody': 'Wählen Sie mindestens eine Gruppe, die erinnert wird.',
    'reminders.kind': 'Schreiben Sie Arten in Kleinbuchstaben, etwa workshop.',
    'reminders.time': 'Geben Sie eine Uhrzeit ein, etwa 15:00.',
    'reminders.note': 'Schreiben Sie höchstens {max, number} Zeichen.',
    'reminders.weekday': 'Wählen Sie einen Tag von Montag (1) bis Sonntag (7).',
    'reminders.amount': 'Geben Sie eine Zahl zwischen 1 und {max, number} ein.',
  },
});
