import { type MessageTexts } from '@app/messages';

/**
 * Mails about another address of the account. Values: link, newEmail, oldEmail, hours or days, taken ("yes": an account has the address
 * already; then there is no link, and only the reader of that mailbox learns it).
 */
export const addressTexts = {
  'address-confirm': {
    fr: {
      subject: '{taken, select, yes {Votre adresse a déjà un compte} other {Confirmer votre nouvelle adresse}}',
      body: 'Bonjour,\n\n{taken, select, yes {Quelqu’un a indiqué {newEmail} comme nouvelle adresse de son compte Tremplin. Cette adresse a déjà un compte : rien n’a changé. Si c’était vous, connectez-vous avec ce compte, ou demandez à votre centre de réunir vos deux comptes.\n\n{link}\n\nCe n’était pas vous ? Ignorez ce message.} other {Vous voulez désormais vous connecter à Tremplin avec {newEmail}. Confirmez dans les {hours, number} heures ; vos autres appareils seront alors déconnectés.\n\n{link}\n\nVous n’avez rien demandé ? Ignorez ce message : sans ce lien, rien ne change.}}',
    },
    nl: {
      subject: '{taken, select, yes {Uw adres heeft al een account} other {Bevestig uw nieuwe adres}}',
      body: 'Dag,\n\n{taken, select, yes {Iemand gaf {newEmail} op als nieuw adres van zijn Tremplin-account. Dit adres heeft al een account: er is niets gewijzigd. Was u het? Meld u dan met dat account aan of vraag uw centrum om uw twee accounts samen te voegen.\n\n{link}\n\nWas u het niet? Dan hoeft u niets te doen.} other {U wilt zich voortaan bij Tremplin aanmelden met {newEmail}. Bevestig dit binnen {hours, number} uur; uw andere toestellen worden dan afgemeld.\n\n{link}\n\nHebt u niets gevraagd? Dan hoeft u niets te doen: zonder deze link verandert er niets.}}',
    },
    de: {
      subject: '{taken, select, yes {Ihre Adresse hat schon ein Konto} other {Bestätigen Sie Ihre neue Adresse}}',
      body: 'Guten Tag,\n\n{taken, select, yes {jemand hat {newEmail} als neue Adresse seines Tremplin-Kontos angegeben. Diese Adresse hat schon ein Konto: Es hat sich nichts geändert. Waren Sie das, dann melden Sie sich mit diesem Konto an oder bitten Sie Ihr Zentrum, Ihre beiden Konten zusammenzuführen.\n\n{link}\n\nWaren Sie es nicht? Dann brauchen Sie nichts zu tun.} other {Sie möchten sich ab jetzt mit {newEmail} bei Tremplin anmelden. Bestätigen Sie das innerhalb von {hours, number} Stunden; Ihre anderen Geräte werden dann abgemeldet.\n\n{link}\n\nSie haben nichts angefordert? Dann brauchen Sie nichts zu tun: Ohne diesen Link ändert sich nichts.}}',
    },
    en: {
      subject: '{taken, select, yes {Your address has an account already} other {Confirm your new address}}',
      body: 'Hello,\n\n{taken, select, yes {Somebody gave {newEmail} as the new address of a Tremplin account. This address has an account already: nothing has changed. If it was you, sign in with that account, or ask your centre to join your two accounts.\n\n{link}\n\nWas it not you? Then ignore this message.} other {From now on you want to sign in to Tremplin with {newEmail}. Confirm it within {hours, number} hours; your other devices are signed out then.\n\n{link}\n\nDid you not ask for it? Then ignore this message: nothing changes without the link.}}',
    },
  },
  'address-asked': {
    fr: {
      subject: 'Quelqu’un veut changer l’adresse de votre compte',
      body: 'Bonjour,\n\nUne nouvelle adresse a été demandée pour votre compte Tremplin : {newEmail} au lieu de {oldEmail}. Si c’est vous, il suffit de confirmer depuis la nouvelle boîte.\n\nCe n’est pas vous ? Arrêtez tout ici, dans les {days, number} jours : tous les appareils seront déconnectés et vous choisirez un nouveau mot de passe.\n\n{link}',
    },
    nl: {
      subject: 'Iemand wil het adres van uw account wijzigen',
      body: 'Dag,\n\nEr werd een nieuw adres gevraagd voor uw Tremplin-account: {newEmail} in plaats van {oldEmail}. Bent u dat? Dan hoeft u het enkel in de nieuwe mailbox te bevestigen.\n\nBent u het niet? Stop het dan hier, binnen {days, number} dagen: alle toestellen worden afgemeld en u kiest een nieuw wachtwoord.\n\n{link}',
    },
    de: {
      subject: 'Jemand möchte die Adresse Ihres Kontos ändern',
      body: 'Guten Tag,\n\nfür Ihr Tremplin-Konto wurde eine neue Adresse gewünscht: {newEmail} statt {oldEmail}. Waren Sie das, dann bestätigen Sie es einfach im neuen Postfach.\n\nWaren Sie es nicht? Dann halten Sie es hier an, innerhalb von {days, number} Tagen: Alle Geräte werden abgemeldet, und Sie wählen ein neues Passwort.\n\n{link}',
    },
    en: {
      subject: 'Somebody wants to change the address of your account',
      body: 'Hello,\n\nA new address was asked for your Tremplin account: {newEmail} in place of {oldEmail}. If it was you, just confirm it in the new mailbox.\n\nWas it not you? Then stop it here, within {days, number} days: all devices are signed out and you choose a new password.\n\n{link}',
    },
  },
  'address-changed': {
    fr: {
      subject: 'L’adresse de votre compte a changé',
      body: 'Bonjour,\n\nVotre compte Tremplin a désormais l’adresse {newEmail}. {oldEmail} ne sert plus à se connecter, et vos messages n’y arrivent plus.\n\nCe n’est pas vous ? Reprenez votre compte ici, jusqu’à {days, number} jours après la demande : l’ancienne adresse revient, tous les appareils sont déconnectés et vous choisissez un nouveau mot de passe.\n\n{link}',
    },
    nl: {
      subject: 'Het adres van uw account is gewijzigd',
      body: 'Dag,\n\nUw Tremplin-account heeft voortaan het adres {newEmail}. Met {oldEmail} kunt u zich niet meer aanmelden en uw berichten komen er niet meer toe.\n\nBent u het niet? Neem uw account hier terug, tot {days, number} dagen na de aanvraag: het oude adres geldt opnieuw, alle toestellen worden afgemeld en u kiest een nieuw wachtwoord.\n\n{link}',
    },
    de: {
      subject: 'Die Adresse Ihres Kontos wurde geändert',
      body: 'Guten Tag,\n\nIhr Tremplin-Konto hat jetzt die Adresse {newEmail}. Mit {oldEmail} kann man sich nicht mehr anmelden, und Ihre Nachrichten kommen dort nicht mehr an.\n\nWaren Sie es nicht? Dann holen Sie Ihr Konto hier zurück, bis {days, number} Tage nach dem Wunsch: Die alte Adresse gilt wieder, alle Geräte werden abgemeldet, und Sie wählen ein neues Passwort.\n\n{link}',
    },
    en: {
      subject: 'The address of your account was changed',
      body: 'Hello,\n\nYour Tremplin account has the address {newEmail} from now on. {oldEmail} no longer signs in, and your messages no longer arrive there.\n\nWas it not you? Then take your account back here, until {days, number} days after it was asked for: the old address returns, all devices are signed out and you choose a new password.\n\n{link}',
    },
  },
} satisfies Record<string, MessageTexts>;
