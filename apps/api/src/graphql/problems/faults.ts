import { defineTexts, type Fault, type Language, type Texts } from '@app/platform';

/** Texts of reasons that every context uses; `{max}` and the like are values of the fault. */
const common = defineTexts({
  en: {
    'value.missing': 'Fill this in.',
    'value.unexpected': 'This cannot be accepted here. Check the entry.',
    'value.unknown': 'This is not one of the choices.',
    'text.too-long': 'Shorten this to {max, plural, one {# character} other {# characters}}.',
    'text.too-short': 'Write at least {min, plural, one {# character} other {# characters}}.',
    'text.one-line': 'Write this on one line, without control characters.',
    'number.too-small': 'Enter {min, number} or more.',
    'number.too-large': 'Enter {max, number} or less.',
    'number.whole': 'Enter a whole number.',
    'email.malformed': 'This is not an e-mail address. Check for typing errors.',
    'id.malformed': 'This is not an identifier of ours.',
    'list.too-long': 'Choose at most {max, number}.',
    'list.too-short': 'Choose at least {min, number}.',
    'zone.unknown': 'This is not a time zone. Use a name such as Europe/Brussels.',
    'cursor.unknown': 'This list has changed. Start again from its beginning.',
    'date.malformed': 'Enter a date.',
    'field.unknown': 'This field does not exist here.',
  },
  fr: {
    'value.missing': 'Complétez ce champ.',
    'value.unexpected': 'Cette valeur ne convient pas ici. Vérifiez votre saisie.',
    'value.unknown': 'Ce choix n’existe pas.',
    'text.too-long': 'Raccourcissez à {max, plural, one {# caractère} other {# caractères}}.',
    'text.too-short': 'Écrivez au moins {min, plural, one {# caractère} other {# caractères}}.',
    'text.one-line': 'Écrivez sur une seule ligne, sans caractère spécial invisible.',
    'number.too-small': 'Indiquez {min, number} ou plus.',
    'number.too-large': 'Indiquez {max, number} ou moins.',
    'number.whole': 'Indiquez un nombre entier.',
    'email.malformed': 'Cette adresse e-mail n’est pas complète ou contient une faute de frappe.',
    'id.malformed': 'Cet identifiant n’est pas valable.',
    'list.too-long': 'Choisissez {max, number} éléments au plus.',
    'list.too-short': 'Choisissez au moins {min, plural, one {# élément} other {# éléments}}.',
    'zone.unknown': 'Ce fuseau horaire n’existe pas. Utilisez un nom comme Europe/Brussels.',
    'cursor.unknown': 'Cette liste a changé. Reprenez au début.',
    'date.malformed': 'Indiquez une date.',
    'field.unknown': 'Ce champ n’existe pas ici.',
  },
  nl: {
    'value.missing': 'Vul dit in.',
    'value.unexpected': 'Dit past hier niet. Kijk uw invoer na.',
    'value.unknown': 'Deze keuze bestaat niet.',
    'text.too-long': 'Kort dit in tot {max, plural, one {# teken} other {# tekens}}.',
    'text.too-short': 'Schrijf minstens {min, plural, one {# teken} other {# tekens}}.',
    'text.one-line': 'Schrijf dit op één regel, zonder onzichtbare tekens.',
    'number.too-small': 'Geef {min, number} of meer in.',
    'number.too-large': 'Geef {max, number} of minder in.',
    'number.whole': 'Geef een geheel getal in.',
    'email.malformed': 'Dit is geen volledig e-mailadres. Kijk na op typfouten.',
    'id.malformed': 'Dit is geen geldig kenmerk.',
    'list.too-long': 'Kies er hoogstens {max, number}.',
    'list.too-short': 'Kies er minstens {min, number}.',
    'zone.unknown': 'Deze tijdzone bestaat niet. Gebruik een naam zoals Europe/Brussels.',
    'cursor.unknown': 'Deze lijst is veranderd. Begin opnieuw bovenaan.',
    'date.malformed': 'Geef een datum in.',
    'field.unknown': 'Dit veld bestaat hier niet.',
  },
  de: {
    'value.missing': 'Füllen Sie dieses Feld aus.',
    'value.unexpected': 'Das passt hier nicht. Prüfen Sie die Eingabe.',
    'value.unknown': 'Diese Auswahl gibt es nicht.',
    'text.too-long': 'Kürzen Sie auf {max, plural, one {# Zeichen} other {# Zeichen}}.',
    'text.too-short': 'Schreiben Sie mindestens {min, plural, one {# Zeichen} other {# Zeichen}}.',
    'text.one-line': 'Schreiben Sie in einer Zeile, ohne unsichtbare Zeichen.',
    'number.too-small': 'Geben Sie {min, number} oder mehr ein.',
    'number.too-large': 'Geben Sie {max, number} oder weniger ein.',
    'number.whole': 'Geben Sie eine ganze Zahl ein.',
    'email.malformed': 'Das ist keine vollständige E-Mail-Adresse. Prüfen Sie auf Tippfehler.',
    'id.malformed': 'Das ist keine gültige Kennung.',
    'list.too-long': 'Wählen Sie höchstens {max, number}.',
    'list.too-short': 'Wählen Sie mindestens {min, number}.',
    'zone.unknown': 'Diese Zeitzone gibt es nicht. Verwenden Sie einen Namen wie Europe/Brussels.',
    'cursor.unknown': 'Diese Liste hat sich geändert. Beginnen Sie wieder am Anfang.',
    'date.malformed': 'Geben Sie ein Datum ein.',
    'field.unknown': 'Dieses Feld gibt es hier nicht.',
  },
});

const catalogues: Texts[] = [common];

/** A context's own reasons: `defineFaultTexts({ fr: { 'range.reversed': '…' }, … })`, beside its GraphQL types. */
export function defineFaultTexts<Key extends string>(messages: Readonly<Record<Language, Readonly<Record<Key, string>>>>): void {
  const texts = defineTexts(messages);
  const twice = texts.keys.find((key) => catalogues.some((known) => known.has(key)));
  if (twice) throw new Error(`The fault text ${twice} is defined twice.`);
  catalogues.push(texts);
}

/** The sentence for one fault. A reason without a text gets the general one: the person still learns which field it is. */
export function wordFault(fault: Fault, language: Language): string {
  const texts = catalogues.find((known) => known.has(fault.reason));
  return texts ? texts.render(fault.reason, language, fault.values) : common.render('value.unexpected', language);
}

export function hasFaultText(reason: string): boolean {
  return catalogues.some((known) => known.has(reason));
}
