import { defineFaultTexts } from '../graphql/index.js';

/** Texts of what can be wrong with message preferences. */
defineFaultTexts({
  fr: { 'quiet-hours.empty': 'Choisissez une autre heure de fin.' },
  nl: { 'quiet-hours.empty': 'Kies een ander einduur.' },
  de: { 'quiet-hours.empty': 'Wählen Sie eine andere Endzeit.' },
  en: { 'quiet-hours.empty': 'Choose another end time.' },
});
