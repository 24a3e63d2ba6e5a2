import { type MessageTexts } from '@app/messages';

/** Mails that carry a link. Values: link, minutes, provider. */
export const linkTexts = {
  'sign-in-link': {
    fr: {
      subject: 'Votre lien de connexion',
      body: 'Bonjour,\n\nVoici le lien que vous avez demandé pour vous connecter à Tremplin. Il fonctionne une seule fois, pendant {minutes, number} minutes.\n\n{link}\n\nVous n’avez rien demandé ? Ignorez ce message : sans ce lien, personne ne peut entrer.',
    },
    nl: {
      subject: 'Uw aanmeldlink',
      body: 'Dag,\n\nMet deze link meldt u zich aan bij Tremplin. Hij werkt één keer en blijft {minutes, number} minuten geldig.\n\n{link}\n\nHebt u niets gevraagd? Dan hoeft u niets te doen: zonder deze link komt niemand binnen.',
    },
    de: {
      subject: 'Ihr Anmeldelink',
      body: 'Guten Tag,\n\nmit diesem Link melden Sie sich bei Tremplin an. Er gilt einmal und {minutes, number} Minuten lang.\n\n{link}\n\nSie haben nichts angefordert? Dann brauchen Sie nichts zu tun: Ohne diesen Link kommt niemand hinein.',
    },
    en: {
      subject: 'Your sign-in link',
      body: 'Hello,\n\nHere is the link you asked for to sign in to Tremplin. It works once, within {minutes, number} minutes.\n\n{link}\n\nDid you not ask for it? Then ignore this message: nobody gets in without the link.',
    },
  },
  'password-reset': {
    fr: {
      subject: 'Choisir un nouveau mot de passe',
      body: 'Bonjour,\n\nVous pouvez choisir un nouveau mot de passe pour Tremplin avec ce lien. Il fonctionne une seule fois, pendant {minutes, number} minutes.\n\n{link}\n\nVous n’avez rien demandé ? Ignorez ce message : votre mot de passe reste le même.',
    },
    nl: {
      subject: 'Een nieuw wachtwoord kiezen',
      body: 'Dag,\n\nMet deze link kiest u een nieuw wachtwoord voor Tremplin. Hij werkt één keer en blijft {minutes, number} minuten geldig.\n\n{link}\n\nHebt u niets gevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft hetzelfde.',
    },
    de: {
      subject: 'Neues Passwort wählen',
      body: 'Guten Tag,\n\nmit diesem Link wählen Sie ein neues Passwort für Tremplin. Er gilt einmal und {minutes, number} Minuten lang.\n\n{link}\n\nSie haben nichts angefordert? Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    },
    en: {
      subject: 'Choose a new password',
      body: 'Hello,\n\nWith this link you choose a new password for Tremplin. It works once, within {minutes, number} minutes.\n\n{link}\n\nDid you not ask for it? Then ignore this message: your password stays the same.',
    },
  },
  'provider-link': {
    fr: {
      subject: 'Confirmer la connexion avec {provider}',
      body: 'Bonjour,\n\nQuelqu’un s’est identifié avec {provider} sous votre adresse et voudrait entrer ainsi dans votre compte Tremplin. Si c’est vous, confirmez dans le navigateur où vous venez de le faire, dans les {minutes, number} minutes.\n\n{link}\n\nCe n’est pas vous ? N’ouvrez pas ce lien : rien ne change tant que vous ne confirmez pas.',
    },
    nl: {
      subject: 'Aanmelden met {provider} bevestigen',
      body: 'Dag,\n\nIemand heeft zich met uw adres aangemeld bij {provider} en wil zo in uw Tremplin-account. Bent u dat? Bevestig het dan binnen {minutes, number} minuten, in dezelfde browser.\n\n{link}\n\nBent u het niet? Open de link dan niet: zonder uw bevestiging verandert er niets.',
    },
    de: {
      subject: 'Anmeldung mit {provider} bestätigen',
      body: 'Guten Tag,\n\njemand hat sich bei {provider} mit Ihrer Adresse angemeldet und möchte so in Ihr Tremplin-Konto. Waren Sie das, dann bestätigen Sie es innerhalb von {minutes, number} Minuten im selben Browser.\n\n{link}\n\nWaren Sie es nicht? Dann öffnen Sie den Link nicht: Ohne Ihre Bestätigung ändert sich nichts.',
    },
    en: {
      subject: 'Confirm signing in with {provider}',
      body: 'Hello,\n\nSomebody identified as you with {provider} and wants to enter your Tremplin account that way. If it was you, confirm it in the browser in which you did so, within {minutes, number} minutes.\n\n{link}\n\nWas it not you? Then do not open the link: nothing changes unless you confirm.',
    },
  },
} satisfies Record<string, MessageTexts>;

const closing = {
  fr: 'Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe et déconnectez les appareils que vous ne connaissez pas.\n\n{link}',
  nl: 'Was u dit niet? Kies dan meteen een nieuw wachtwoord en meld de toestellen af die u niet kent.\n\n{link}',
  de: 'Waren Sie das nicht? Dann wählen Sie sofort ein neues Passwort und melden Sie die Geräte ab, die Sie nicht kennen.\n\n{link}',
  en: 'If this was not you, choose a new password at once and sign out the devices that you do not know.\n\n{link}',
};

const where = {
  fr: 'Le {at, date, long} à {at, time, short} · {device} · réseau {network}',
  nl: '{at, date, long} om {at, time, short} · {device} · netwerk {network}',
  de: '{at, date, long} um {at, time, short} · {device} · Netz {network}',
  en: '{at, date, long} at {at, time, short} · {device} · network {network}',
};

function notice(lines: Readonly<Record<keyof typeof closing, readonly [subject: string, happened: string]>>): MessageTexts {
  const hello = { fr: 'Bonjour,', nl: 'Dag,', de: 'Guten Tag,', en: 'Hello,' };
  const text = (language: keyof typeof closing) => ({
    subject: lines[language][0],
    body: [hello[language], lines[language][1], where[language], closing[language]].join('\n\n'),
  });
  return { fr: text('fr'), nl: text('nl'), de: text('de'), en: text('en') };
}

/** A platform admin took the second factor away. Values: link. */
export const takenAwayTexts: MessageTexts = {
  fr: {
    subject: 'Double authentification retirée de votre compte',
    body: 'Bonjour,\n\nÀ votre demande, l’administration de la plateforme a retiré la double authentification de votre compte Tremplin. Tous vos appareils ont été déconnectés. Connectez-vous, puis installez-la à nouveau.\n\n{link}\n\nVous n’avez rien demandé ? Prévenez tout de suite votre centre de formation.',
  },
  nl: {
    subject: 'Tweestapsverificatie van uw account verwijderd',
    body: 'Dag,\n\nOp uw vraag heeft de beheerder van het platform de tweestapsverificatie van uw Tremplin-account verwijderd. Al uw toestellen zijn afgemeld. Meld u aan en stel ze daarna opnieuw in.\n\n{link}\n\nHebt u dit niet gevraagd? Verwittig dan meteen uw opleidingscentrum.',
  },
  de: {
    subject: 'Zwei-Faktor-Anmeldung Ihres Kontos entfernt',
    body: 'Guten Tag,\n\nauf Ihren Wunsch hat die Verwaltung der Plattform die Zwei-Faktor-Anmeldung Ihres Tremplin-Kontos entfernt. Alle Ihre Geräte wurden abgemeldet. Melden Sie sich an und richten Sie sie neu ein.\n\n{link}\n\nSie haben das nicht gewünscht? Dann sagen Sie es sofort Ihrem Bildungszentrum.',
  },
  en: {
    subject: 'Second factor removed from your account',
    body: 'Hello,\n\nAs you asked, the administrators of the platform removed the second factor from your Tremplin account. All your devices were signed out. Sign in, then set it up again.\n\n{link}\n\nDid you not ask for this? Then tell your training centre at once.',
  },
};

/** Mails about what happened to a sign-in. Values: at, device, network, link. */
export const noticeTexts = {
  'new-device': notice({
    fr: ['Connexion depuis un nouvel appareil', 'Votre compte Tremplin vient d’être ouvert sur un appareil que nous ne connaissons pas encore.'],
    nl: ['Aangemeld op een nieuw toestel', 'Uw Tremplin-account werd geopend op een toestel dat we nog niet kennen.'],
    de: ['Anmeldung auf einem neuen Gerät', 'Ihr Tremplin-Konto wurde auf einem Gerät geöffnet, das wir noch nicht kennen.'],
    en: ['Signed in on a new device', 'Your Tremplin account was opened on a device that we do not know yet.'],
  }),
  'password-changed': notice({
    fr: ['Votre mot de passe a changé', 'Le mot de passe de votre compte Tremplin a changé. Tous vos autres appareils ont été déconnectés.'],
    nl: ['Uw wachtwoord is gewijzigd', 'Het wachtwoord van uw Tremplin-account is gewijzigd. Al uw andere toestellen zijn afgemeld.'],
    de: ['Ihr Passwort wurde geändert', 'Das Passwort Ihres Tremplin-Kontos wurde geändert. Alle anderen Geräte wurden abgemeldet.'],
    en: ['Your password was changed', 'The password of your Tremplin account was changed. All your other devices were signed out.'],
  }),
  'second-factor-activated': notice({
    fr: ['Double authentification activée', 'Votre compte Tremplin demande désormais aussi un code de votre application d’authentification. Tous vos autres appareils ont été déconnectés.'],
    nl: ['Tweestapsverificatie ingeschakeld', 'Uw Tremplin-account vraagt voortaan ook een code van uw authenticator-app. Al uw andere toestellen zijn afgemeld.'],
    de: ['Zwei-Faktor-Anmeldung eingeschaltet', 'Ihr Tremplin-Konto verlangt ab jetzt auch einen Code Ihrer Authenticator-App. Alle anderen Geräte wurden abgemeldet.'],
    en: ['Second factor switched on', 'Your Tremplin account now also asks for a code of your authenticator app. All your other devices were signed out.'],
  }),
  'second-factor-removed': notice({
    fr: ['Double authentification désactivée', 'Votre compte Tremplin ne demande plus de code en plus du mot de passe. Tous vos autres appareils ont été déconnectés.'],
    nl: ['Tweestapsverificatie uitgeschakeld', 'Uw Tremplin-account vraagt geen extra code meer. Al uw andere toestellen zijn afgemeld.'],
    de: ['Zwei-Faktor-Anmeldung ausgeschaltet', 'Ihr Tremplin-Konto verlangt keinen zusätzlichen Code mehr. Alle anderen Geräte wurden abgemeldet.'],
    en: ['Second factor switched off', 'Your Tremplin account no longer asks for a code besides the password. All your other devices were signed out.'],
  }),
  'recovery-code-used': notice({
    fr: ['Un code de secours a été utilisé', 'Un code de secours a servi à ouvrir votre compte Tremplin. Il ne fonctionnera plus.'],
    nl: ['Er werd een herstelcode gebruikt', 'Uw Tremplin-account werd geopend met een herstelcode. Die werkt nu niet meer.'],
    de: ['Ein Wiederherstellungscode wurde benutzt', 'Ihr Tremplin-Konto wurde mit einem Wiederherstellungscode geöffnet. Er gilt jetzt nicht mehr.'],
    en: ['A recovery code was used', 'Your Tremplin account was opened with a recovery code. It will not work again.'],
  }),
  'provider-linked': notice({
    fr: ['Nouvelle façon de vous connecter', 'Votre compte Tremplin peut désormais aussi être ouvert avec le compte de votre établissement.'],
    nl: ['Nieuwe manier om aan te melden', 'Uw Tremplin-account kan voortaan ook worden geopend met het account van uw instelling.'],
    de: ['Neuer Anmeldeweg', 'Ihr Tremplin-Konto lässt sich jetzt auch mit dem Konto Ihrer Einrichtung öffnen.'],
    en: ['A new way to sign in', 'Your Tremplin account can now also be opened with the account of your institution.'],
  }),
  'provider-unlinked': notice({
    fr: ['Une façon de vous connecter a été retirée', 'Votre compte Tremplin ne peut plus être ouvert avec le compte de votre établissement.'],
    nl: ['Een manier om aan te melden is verwijderd', 'Uw Tremplin-account kan niet meer worden geopend met het account van uw instelling.'],
    de: ['Ein Anmeldeweg wurde entfernt', 'Ihr Tremplin-Konto lässt sich nicht mehr mit dem Konto Ihrer Einrichtung öffnen.'],
    en: ['A way to sign in was removed', 'Your Tremplin account can no longer be opened with the account of your institution.'],
  }),
} satisfies Record<string, MessageTexts>;
