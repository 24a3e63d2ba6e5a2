import { defineTexts } from '@app/platform';

/** What every mail says around its own text. */
export const letterTexts = defineTexts({
  fr: {
    open: 'Continuer',
    linkBelow: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
    sentBy: 'Message envoyé par {organisation} avec Tremplin.',
    sentByTremplin: 'Message envoyé par Tremplin.',
    unsubscribe: 'Ne plus recevoir ce type de message',
    preferences: 'Choisir quand et comment vous recevez nos messages',
    testPrefix: '[Test] {subject}',
    digestSubject: '{count, plural, one {Une nouvelle de {organisation}} other {# nouvelles de {organisation}}}',
    digestIntro: 'Bonjour,\n\nVoici ce qui s’est passé depuis le dernier récapitulatif.',
  },
  nl: {
    open: 'Doorgaan',
    linkBelow: 'Werkt de knop niet? Kopieer dan dit adres in uw browser:',
    sentBy: 'Bericht van {organisation}, verstuurd met Tremplin.',
    sentByTremplin: 'Bericht verstuurd door Tremplin.',
    unsubscribe: 'Dit soort berichten niet meer ontvangen',
    preferences: 'Kies wanneer en hoe u onze berichten ontvangt',
    testPrefix: '[Test] {subject}',
    digestSubject: '{count, plural, one {Eén nieuwtje van {organisation}} other {# nieuwtjes van {organisation}}}',
    digestIntro: 'Dag,\n\nDit is er gebeurd sinds het vorige overzicht.',
  },
  de: {
    open: 'Weiter',
    linkBelow: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
    sentBy: 'Nachricht von {organisation}, versandt mit Tremplin.',
    sentByTremplin: 'Nachricht von Tremplin.',
    unsubscribe: 'Solche Nachrichten nicht mehr erhalten',
    preferences: 'Wählen Sie, wann und wie Sie unsere Nachrichten erhalten',
    testPrefix: '[Test] {subject}',
    digestSubject: '{count, plural, one {Eine Neuigkeit von {organisation}} other {# Neuigkeiten von {organisation}}}',
    digestIntro: 'Guten Tag,\n\ndas ist seit der letzten Übersicht geschehen.',
  },
  en: {
    open: 'Continue',
    linkBelow: 'If the button does not work, copy this address into your browser:',
    sentBy: 'Sent by {organisation} with Tremplin.',
    sentByTremplin: 'Sent by Tremplin.',
    unsubscribe: 'Stop receiving this kind of message',
    preferences: 'Choose when and how you receive our messages',
    testPrefix: '[Test] {subject}',
    digestSubject: '{count, plural, one {One piece of news from {organisation}} other {# pieces of news from {organisation}}}',
    digestIntro: 'Hello,\n\nThis is what happened since the last summary.',
  },
});
