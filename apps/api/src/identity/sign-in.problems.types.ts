import { Int } from '@nestjs/graphql';
import { AccountSuspended, AddressTaken, CodeRefused, LinkExpired, PasswordRefused, SecondFactorActive, SignInAgain, SignInRefused, TooManyAttempts } from '@app/identity';
import { defineFaultTexts, problemType, shown } from '../graphql/index.js';

export const SignInRefusedType = problemType(SignInRefused, {
  description: 'Address and password do not belong together. The same for addresses that nobody has.',
  texts: {
    fr: 'Cette adresse et ce mot de passe ne vont pas ensemble. Réessayez, ou demandez un lien de connexion par e-mail.',
    nl: 'Dit adres en dit wachtwoord horen niet bij elkaar. Probeer opnieuw of vraag een aanmeldlink per e-mail.',
    de: 'Adresse und Passwort passen nicht zusammen. Versuchen Sie es noch einmal oder fordern Sie einen Anmeldelink per E-Mail an.',
    en: 'This address and this password do not belong together. Try again, or ask for a sign-in link by e-mail.',
  },
});

export const TooManyAttemptsType = problemType(TooManyAttempts, {
  description: 'Too many attempts for this account or from this network.',
  texts: {
    fr: 'Il y a eu trop de tentatives. Réessayez dans {waitMinutes, plural, one {# minute} other {# minutes}}.',
    nl: 'Er waren te veel pogingen. Probeer opnieuw over {waitMinutes, plural, one {# minuut} other {# minuten}}.',
    de: 'Das waren zu viele Versuche. Versuchen Sie es in {waitMinutes, plural, one {# Minute} other {# Minuten}} wieder.',
    en: 'There were too many attempts. Try again in {waitMinutes, plural, one {# minute} other {# minutes}}.',
  },
  fields: { waitMinutes: shown(() => Int, 'Minutes until the next attempt counts.') },
});

export const AccountSuspendedType = problemType(AccountSuspended, {
  description: 'The person may not come in at present.',
  texts: {
    fr: 'Votre accès est suspendu. Adressez-vous à votre centre de formation.',
    nl: 'Uw toegang is geschorst. Neem contact op met uw opleidingscentrum.',
    de: 'Ihr Zugang ist gesperrt. Wenden Sie sich an Ihr Bildungszentrum.',
    en: 'Your access is suspended. Ask your training centre.',
  },
});

export const LinkExpiredType = problemType(LinkExpired, {
  description: 'The link was used, is too old, or never existed.',
  texts: {
    fr: 'Ce lien ne fonctionne plus : il a déjà servi ou il est trop ancien. Demandez-en un nouveau.',
    nl: 'Deze link werkt niet meer: hij is al gebruikt of te oud. Vraag een nieuwe.',
    de: 'Dieser Link gilt nicht mehr: Er wurde schon benutzt oder ist zu alt. Fordern Sie einen neuen an.',
    en: 'This link no longer works: it was used or is too old. Ask for a new one.',
  },
});

export const CodeRefusedType = problemType(CodeRefused, {
  description: 'The code of the second factor is wrong or was used before, or the sign-in took too long.',
  texts: {
    fr: 'Ce code n’est pas bon, ou il a déjà servi. Attendez le suivant dans votre application ; si cela dure, reconnectez-vous.',
    nl: 'Deze code klopt niet of is al gebruikt. Wacht op de volgende in uw app; meld u anders opnieuw aan.',
    de: 'Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten in Ihrer App; sonst melden Sie sich neu an.',
    en: 'This code is wrong or was used before. Wait for the next one in your app; if it goes on, sign in again.',
  },
});

export const PasswordRefusedType = problemType(PasswordRefused, {
  description: 'The password that was to confirm the change is not the account’s.',
  texts: {
    fr: 'Ce n’est pas votre mot de passe actuel.',
    nl: 'Dit is niet uw huidige wachtwoord.',
    de: 'Das ist nicht Ihr jetziges Passwort.',
    en: 'This is not your present password.',
  },
});

export const SecondFactorActiveType = problemType(SecondFactorActive, {
  description: 'A second factor is active already.',
  texts: {
    fr: 'La double authentification est déjà activée. Désactivez-la avant d’en installer une autre.',
    nl: 'Tweestapsverificatie is al ingeschakeld. Schakel ze eerst uit om ze opnieuw in te stellen.',
    de: 'Die Zwei-Faktor-Anmeldung ist schon eingeschaltet. Schalten Sie sie zuerst aus, um sie neu einzurichten.',
    en: 'A second factor is active already. Switch it off before you set up another one.',
  },
});

export const SignInAgainType = problemType(SignInAgain, {
  description: 'The account has no password, and the sign-in is too long ago to stand in for one.',
  texts: {
    fr: 'Pour votre sécurité, déconnectez-vous, reconnectez-vous, puis recommencez dans le quart d’heure.',
    nl: 'Meld u voor uw veiligheid af en opnieuw aan, en probeer het dan binnen het kwartier nog eens.',
    de: 'Zu Ihrer Sicherheit: Melden Sie sich ab und wieder an, und versuchen Sie es dann innerhalb einer Viertelstunde noch einmal.',
    en: 'For your security, sign out and in again, then try once more within a quarter of an hour.',
  },
});

export const AddressTakenType = problemType(AddressTaken, {
  description: 'Another account has this address.',
  texts: {
    fr: 'Un compte existe déjà avec cette adresse. Connectez-vous, ou indiquez une autre adresse.',
    nl: 'Er bestaat al een account met dit adres. Meld u aan of geef een ander adres op.',
    de: 'Mit dieser Adresse gibt es schon ein Konto. Melden Sie sich an oder geben Sie eine andere Adresse an.',
    en: 'There is an account with this address already. Sign in, or give another address.',
  },
});

defineFaultTexts({
  fr: {
    'email.unchanged': 'C’est déjà l’adresse de votre compte.',
    'password.too-short': 'Choisissez au moins {min, number} caractères : une petite phrase est facile à retenir.',
    'password.too-long': 'Restez sous {max, number} caractères.',
    'password.common': 'Ce mot de passe est parmi les premiers que l’on devine. Prenez plutôt une petite phrase à vous.',
    'password.own': 'Ce mot de passe est fait de votre nom ou de votre adresse : on le devine trop facilement.',
  },
  nl: {
    'email.unchanged': 'Dit is al het adres van uw account.',
    'password.too-short': 'Kies minstens {min, number} tekens: een korte zin onthoudt u makkelijk.',
    'password.too-long': 'Blijf onder {max, number} tekens.',
    'password.common': 'Dit wachtwoord wordt als een van de eerste geraden. Neem liever een korte zin van uzelf.',
    'password.own': 'Dit wachtwoord bestaat uit uw naam of adres: dat is te makkelijk te raden.',
  },
  de: {
    'email.unchanged': 'Das ist schon die Adresse Ihres Kontos.',
    'password.too-short': 'Wählen Sie mindestens {min, number} Zeichen: Ein kurzer Satz ist leicht zu merken.',
    'password.too-long': 'Bleiben Sie unter {max, number} Zeichen.',
    'password.common': 'Dieses Passwort wird als eines der ersten erraten. Nehmen Sie lieber einen kurzen eigenen Satz.',
    'password.own': 'Dieses Passwort besteht aus Ihrem Namen oder Ihrer Adresse: Das ist zu leicht zu erraten.',
  },
  en: {
    'email.unchanged': 'This is the address of your account already.',
    'password.too-short': 'Choose at least {min, number} characters: a short sentence is easy to remember.',
    'password.too-long': 'Stay under {max, number} characters.',
    'password.common': 'This password is among the first that are guessed. Take a short sentence of your own.',
    'password.own': 'This password is made of your name or address: that is too easy to guess.',
  },
});
