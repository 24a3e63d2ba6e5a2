import { importTexts } from '@app/identity';
import { tableTexts } from '@app/platform';
import { defineFaultTexts } from '../graphql/index.js';

defineFaultTexts(tableTexts);
defineFaultTexts(importTexts);

/** "1 year", "3 months", "400 days", from a count and its unit: years, months, days, each as `one|other`. */
const length = (count: 'least' | 'most', ...words: readonly [years: string, months: string, days: string]): string => {
  const [years, months, days] = words.map((word) => {
    const [one, other] = word.split('|');
    return `{${count}, plural, one {# ${one}} other {# ${other}}}`;
  });
  return `{${count}Unit, select, years {${years}} months {${months}} other {${days}}}`;
};

/** Texts of what can be wrong with organisations, sites and people. */
defineFaultTexts({
  fr: {
    'retention.bounds': `Choisissez une durée entre ${length('least', 'an|ans', 'mois|mois', 'jour|jours')} et ${length('most', 'an|ans', 'mois|mois', 'jour|jours')}.`,
    'name.taken': 'Ce nom est déjà utilisé. Choisissez-en un autre.',
    'country.unknown': 'Ce code de pays n’existe pas. Utilisez deux lettres, par exemple BE.',
    'languages.none': 'Choisissez au moins une langue.',
    'language.not-among': 'Choisissez une des langues proposées par l’organisation.',
    'second-factor.own-first': 'Activez d’abord votre propre double authentification, sous Mon compte : l’exigence vaut tout de suite, pour vous aussi.',
    'word.not-renamable': 'Ce mot ne peut pas être remplacé.',
    'founder.missing': 'Indiquez votre nom : vous serez la première personne responsable.',
    'role.not-yours': 'Vous ne pouvez ni donner ni retirer le rôle {role, select, learner {apprenant·e} trainer {formateur·rice} expert {expert·e} coordinator {coordinateur·rice} manager {responsable} observer {observateur·rice} other {{role}}}. Demandez à une personne responsable.',
    'roles.none': 'Choisissez au moins un rôle.',
    'email.taken': 'Une autre personne de votre organisation a déjà cette adresse.',
    'reference.taken': 'Une autre personne a déjà ce numéro.',
    'phone.malformed': 'Ce numéro de téléphone n’est pas complet. Exemple : +32 470 12 34 56.',
    'site.unknown': 'Ce site n’existe pas ou est archivé.',
    'person.oneself': 'Vous ne pouvez pas faire cela pour vous-même.',
    'erase.other-address': 'Ce n’est pas l’adresse de votre compte.',
    'merge.same': 'Choisissez deux fiches différentes.',
    'merge.joined-stays': 'Cette personne s’est déjà connectée : c’est sa fiche qui doit rester.',
    'share.not-for-kind': 'Ceci ne peut pas être partagé de cette façon.',
    'share.unknown-organisation': 'Aucun opérateur n’a ce numéro. Demandez-le à ses responsables : il se trouve sous Opérateur, Partages.',
    'share.with-oneself': 'Choisissez une autre organisation que la vôtre.',
    'instant.past': 'Choisissez une date à venir.',
  },
  nl: {
    'retention.bounds': `Kies een duur tussen ${length('least', 'jaar|jaar', 'maand|maanden', 'dag|dagen')} en ${length('most', 'jaar|jaar', 'maand|maanden', 'dag|dagen')}.`,
    'name.taken': 'Deze naam is al in gebruik. Kies een andere.',
    'country.unknown': 'Deze landcode bestaat niet. Gebruik twee letters, bijvoorbeeld BE.',
    'languages.none': 'Kies minstens één taal.',
    'language.not-among': 'Kies een van de talen van de organisatie.',
    'second-factor.own-first': 'Zet eerst uw eigen tweestapsverificatie aan, onder Mijn account: de eis geldt meteen, ook voor u.',
    'word.not-renamable': 'Dit woord kan niet vervangen worden.',
    'founder.missing': 'Geef uw naam op: u wordt de eerste verantwoordelijke.',
    'role.not-yours': 'U kunt de rol {role, select, learner {cursist} trainer {lesgever} expert {expert} coordinator {coördinator} manager {verantwoordelijke} observer {waarnemer} other {{role}}} niet geven of afnemen. Vraag het aan een verantwoordelijke.',
    'roles.none': 'Kies minstens één rol.',
    'email.taken': 'Iemand anders in uw organisatie heeft dit adres al.',
    'reference.taken': 'Iemand anders heeft dit nummer al.',
    'phone.malformed': 'Dit telefoonnummer is niet volledig. Voorbeeld: +32 470 12 34 56.',
    'site.unknown': 'Deze locatie bestaat niet of is gearchiveerd.',
    'person.oneself': 'U kunt dit niet voor uzelf doen.',
    'erase.other-address': 'Dit is niet het adres van uw account.',
    'merge.same': 'Kies twee verschillende fiches.',
    'merge.joined-stays': 'Deze persoon heeft zich al aangemeld: die fiche moet blijven.',
    'share.not-for-kind': 'Dit kan niet op deze manier gedeeld worden.',
    'share.unknown-organisation': 'Geen opleidingsverstrekker heeft dit nummer. Vraag het aan de verantwoordelijken: het staat onder Organisatie, Delen.',
    'share.with-oneself': 'Kies een andere organisatie dan de uwe.',
    'instant.past': 'Kies een datum in de toekomst.',
  },
  de: {
    'retention.bounds': `Wählen Sie eine Dauer zwischen ${length('least', 'Jahr|Jahren', 'Monat|Monaten', 'Tag|Tagen')} und ${length('most', 'Jahr|Jahren', 'Monat|Monaten', 'Tag|Tagen')}.`,
    'name.taken': 'Dieser Name wird schon verwendet. Wählen Sie einen anderen.',
    'country.unknown': 'Diesen Ländercode gibt es nicht. Verwenden Sie zwei Buchstaben, zum Beispiel BE.',
    'languages.none': 'Wählen Sie mindestens eine Sprache.',
    'language.not-among': 'Wählen Sie eine der Sprachen der Organisation.',
    'second-factor.own-first': 'Schalten Sie zuerst unter Mein Konto Ihren eigenen zweiten Faktor ein: Die Forderung gilt sofort, auch für Sie.',
    'word.not-renamable': 'Dieses Wort kann nicht ersetzt werden.',
    'founder.missing': 'Geben Sie Ihren Namen an: Sie werden die erste Leitung.',
    'role.not-yours': 'Sie können die Rolle {role, select, learner {Teilnehmer/in} trainer {Kursleiter/in} expert {Experte/Expertin} coordinator {Koordinator/in} manager {Leitung} observer {Beobachter/in} other {{role}}} weder geben noch nehmen. Fragen Sie die Leitung.',
    'roles.none': 'Wählen Sie mindestens eine Rolle.',
    'email.taken': 'Eine andere Person Ihrer Organisation hat diese Adresse schon.',
    'reference.taken': 'Eine andere Person hat diese Nummer schon.',
    'phone.malformed': 'Diese Telefonnummer ist nicht vollständig. Beispiel: +32 470 12 34 56.',
    'site.unknown': 'Diesen Standort gibt es nicht, oder er ist archiviert.',
    'person.oneself': 'Das können Sie nicht für sich selbst tun.',
    'erase.other-address': 'Das ist nicht die Adresse Ihres Kontos.',
    'merge.same': 'Wählen Sie zwei verschiedene Einträge.',
    'merge.joined-stays': 'Diese Person hat sich schon angemeldet: Ihr Eintrag muss bleiben.',
    'share.not-for-kind': 'Das kann so nicht geteilt werden.',
    'share.unknown-organisation': 'Kein Bildungsträger hat diese Nummer. Fragen Sie dessen Leitung: Sie steht unter Bildungsträger, Teilen.',
    'share.with-oneself': 'Wählen Sie eine andere Organisation als Ihre eigene.',
    'instant.past': 'Wählen Sie ein künftiges Datum.',
  },
  en: {
    'retention.bounds': `Choose a length between ${length('least', 'year|years', 'month|months', 'day|days')} and ${length('most', 'year|years', 'month|months', 'day|days')}.`,
    'name.taken': 'This name is taken. Choose another one.',
    'country.unknown': 'There is no such country code. Use two letters, such as BE.',
    'languages.none': 'Choose at least one language.',
    'language.not-among': 'Choose one of the languages of the organisation.',
    'second-factor.own-first': 'Switch your own second factor on first, under Me: the demand counts at once, for you too.',
    'word.not-renamable': 'This word cannot be replaced.',
    'founder.missing': 'Give your name: you will be the first manager.',
    'role.not-yours': 'You can neither give nor take the role {role}. Ask a manager.',
    'roles.none': 'Choose at least one role.',
    'email.taken': 'Somebody else in your organisation has this address.',
    'reference.taken': 'Somebody else has this number.',
    'phone.malformed': 'This telephone number is incomplete. Example: +32 470 12 34 56.',
    'site.unknown': 'There is no such site, or it is put away.',
    'person.oneself': 'You cannot do this to yourself.',
    'erase.other-address': 'This is not the address of your account.',
    'merge.same': 'Choose two different entries.',
    'merge.joined-stays': 'This person has signed in already: that entry has to stay.',
    'share.not-for-kind': 'This cannot be shared in this way.',
    'share.unknown-organisation': 'No organisation has this number. Ask its managers: it stands under Organisation, Sharing.',
    'share.with-oneself': 'Choose another organisation than your own.',
    'instant.past': 'Choose a date to come.',
  },
});
