import { AlreadyMember, BothHaveJoined, HasJoined, InvitationVoid, LastManager, SignInFirst } from '@app/identity';
import { ID } from '@nestjs/graphql';
import { problemType, shown } from '../graphql/index.js';

export const AlreadyMemberType = problemType(AlreadyMember, {
  description: 'Somebody with this address is in the organisation already.',
  texts: {
    fr: 'Une personne avec cette adresse figure déjà dans votre organisation. Ouvrez sa fiche pour lui donner un rôle ou la réinviter.',
    nl: 'Er staat al iemand met dit adres in uw organisatie. Open de fiche om een rol te geven of opnieuw uit te nodigen.',
    de: 'Es gibt schon jemanden mit dieser Adresse in Ihrer Organisation. Öffnen Sie den Eintrag, um eine Rolle zu geben oder erneut einzuladen.',
    en: 'Somebody with this address is in your organisation already. Open the entry to give a role or to invite again.',
  },
  fields: { personId: shown(() => ID, 'Who is a member already.') },
});

export const LastManagerType = problemType(LastManager, {
  description: 'The organisation would be left without a manager.',
  texts: {
    fr: 'C’est la seule personne responsable de l’organisation. Désignez d’abord une autre personne responsable.',
    nl: 'Dit is de enige verantwoordelijke van de organisatie. Duid eerst iemand anders aan.',
    de: 'Das ist die einzige Leitung der Organisation. Bestimmen Sie zuerst eine andere Person.',
    en: 'This is the only manager of the organisation. Make somebody else a manager first.',
  },
});

export const HasJoinedType = problemType(HasJoined, {
  description: 'The person has accepted already.',
  texts: {
    fr: 'Cette personne a déjà accepté l’invitation. Si elle n’arrive pas à se connecter, elle peut demander un lien de connexion.',
    nl: 'Deze persoon heeft de uitnodiging al aanvaard. Lukt aanmelden niet, dan kan een aanmeldlink gevraagd worden.',
    de: 'Diese Person hat die Einladung schon angenommen. Gelingt die Anmeldung nicht, kann sie einen Anmeldelink anfordern.',
    en: 'This person has accepted already. Who cannot sign in can ask for a sign-in link.',
  },
});

export const InvitationVoidType = problemType(InvitationVoid, {
  description: 'The link of an invitation opens nothing (any more).',
  texts: {
    fr: '{why, select, accepted {Cette invitation a déjà été acceptée. Connectez-vous.} withdrawn {Cette invitation a été retirée. Contactez la personne qui vous a invité·e.} expired {Cette invitation a expiré. Demandez à la personne qui vous a invité·e d’en envoyer une nouvelle.} other {Ce lien n’est pas complet ou n’existe pas. Ouvrez-le depuis le message que vous avez reçu.}}',
    nl: '{why, select, accepted {Deze uitnodiging is al aanvaard. Meld u aan.} withdrawn {Deze uitnodiging is ingetrokken. Neem contact op met wie u uitnodigde.} expired {Deze uitnodiging is verlopen. Vraag een nieuwe aan wie u uitnodigde.} other {Deze link is onvolledig of bestaat niet. Open hem vanuit het bericht dat u kreeg.}}',
    de: '{why, select, accepted {Diese Einladung wurde schon angenommen. Melden Sie sich an.} withdrawn {Diese Einladung wurde zurückgezogen. Wenden Sie sich an die Person, die Sie eingeladen hat.} expired {Diese Einladung ist abgelaufen. Bitten Sie um eine neue.} other {Dieser Link ist unvollständig oder unbekannt. Öffnen Sie ihn aus der Nachricht, die Sie erhalten haben.}}',
    en: '{why, select, accepted {This invitation was accepted already. Sign in.} withdrawn {This invitation was taken back. Ask the person who invited you.} expired {This invitation has run out. Ask the person who invited you for another one.} other {This link is incomplete or unknown. Open it from the message that you received.}}',
  },
  fields: { why: shown(() => String, 'Why it no longer holds, as a stable word.') },
});

export const SignInFirstType = problemType(SignInFirst, {
  description: 'The address of the invitation has an account: whoever has it signs in and opens the link again.',
  texts: {
    fr: 'Vous avez déjà un compte avec {email}. Connectez-vous, puis acceptez l’invitation.',
    nl: 'U hebt al een account met {email}. Meld u aan en aanvaard dan de uitnodiging.',
    de: 'Sie haben schon ein Konto mit {email}. Melden Sie sich an und nehmen Sie die Einladung dann an.',
    en: 'You have an account with {email} already. Sign in, then accept the invitation.',
  },
  fields: { email: shown(() => String, 'The address of the account that has to sign in.') },
});

export const BothHaveJoinedType = problemType(BothHaveJoined, {
  description: 'Both entries have signed in: only the human can say that they are one.',
  texts: {
    fr: 'Ces deux personnes se sont déjà connectées. Seule la personne elle-même peut réunir ses comptes.',
    nl: 'Beide personen hebben zich al aangemeld. Alleen de persoon zelf kan de accounts samenvoegen.',
    de: 'Beide haben sich schon angemeldet. Nur die Person selbst kann ihre Konten zusammenführen.',
    en: 'Both have signed in already. Only the person can join the two accounts.',
  },
});
