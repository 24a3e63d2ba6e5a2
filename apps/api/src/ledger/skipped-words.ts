import { defineTexts, type Language } from '@app/platform';
import { type SkippedEntry } from '@app/ledger';

const texts = defineTexts({
  en: {
    'closure.date': '“{date}” is not a date. Write 2026-12-24 or 24/12/2026.',
    'closure.no-name': 'It has no name.',
    'closure.no-start': 'It has no start.',
    'closure.reversed': 'The end comes before the start.',
    'closure.too-long': 'It lasts longer than {max, number} days.',
    'closure.out-of-bounds': 'It lies outside the years 2000 to 2099.',
    'closure.timed': 'It has hours. Only whole days close a site; block a room for hours.',
    'closure.endless': 'It repeats without end. Give it an end, or use the computed public holidays.',
    'closure.repeats': 'It repeats too often.',
  },
  fr: {
    'closure.date': '« {date} » n’est pas une date. Écrivez 2026-12-24 ou 24/12/2026.',
    'closure.no-name': 'Il n’y a pas de nom.',
    'closure.no-start': 'Il n’y a pas de début.',
    'closure.reversed': 'La fin précède le début.',
    'closure.too-long': 'Cela dure plus de {max, number} jours.',
    'closure.out-of-bounds': 'C’est en dehors des années 2000 à 2099.',
    'closure.timed': 'Il y a des heures. Seules des journées entières ferment un site ; pour quelques heures, bloquez un local.',
    'closure.endless': 'Cela se répète sans fin. Donnez une fin, ou utilisez les jours fériés calculés.',
    'closure.repeats': 'Cela se répète trop souvent.',
  },
  nl: {
    'closure.date': '“{date}” is geen datum. Schrijf 2026-12-24 of 24/12/2026.',
    'closure.no-name': 'Er is geen naam.',
    'closure.no-start': 'Er is geen begin.',
    'closure.reversed': 'Het einde komt vóór het begin.',
    'closure.too-long': 'Dit duurt langer dan {max, number} dagen.',
    'closure.out-of-bounds': 'Dit valt buiten de jaren 2000 tot 2099.',
    'closure.timed': 'Er staan uren bij. Alleen hele dagen sluiten een locatie; blokkeer voor uren een lokaal.',
    'closure.endless': 'Dit herhaalt zich zonder einde. Geef een einde, of gebruik de berekende feestdagen.',
    'closure.repeats': 'Dit herhaalt zich te vaak.',
  },
  de: {
    'closure.date': '„{date}“ ist kein Datum. Schreiben Sie 2026-12-24 oder 24/12/2026.',
    'closure.no-name': 'Es fehlt eine Bezeichnung.',
    'closure.no-start': 'Es fehlt der Anfang.',
    'closure.reversed': 'Das Ende liegt vor dem Anfang.',
    'closure.too-long': 'Das dauert länger als {max, number} Tage.',
    'closure.out-of-bounds': 'Das liegt außerhalb der Jahre 2000 bis 2099.',
    'closure.timed': 'Es hat Uhrzeiten. Nur ganze Tage schließen einen Standort; sperren Sie für Stunden einen Raum.',
    'closure.endless': 'Das wiederholt sich ohne Ende. Geben Sie ein Ende an oder nutzen Sie die berechneten Feiertage.',
    'closure.repeats': 'Das wiederholt sich zu oft.',
  },
});

/** Why an entry of a file of closures was not taken. */
export const wordSkipped = ({ reason, values }: SkippedEntry, language: Language): string => (texts.has(reason) ? texts.render(reason, language, values) : reason);
