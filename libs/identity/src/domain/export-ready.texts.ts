import { type MessageTexts } from '@app/messages';

/** The copy of somebody's own data is made. Values: link, days. */
export const exportReadyTexts: MessageTexts = {
  fr: {
    subject: 'La copie de vos données est prête',
    body: 'Bonjour,\n\nLa copie de vos données que vous avez demandée est prête. Vous pouvez la lire et la télécharger pendant {days, number} jours, après vous être identifié dans Tremplin.\n\n{link}\n\nVous n’avez rien demandé ? Changez votre mot de passe et vérifiez vos appareils.',
  },
  nl: {
    subject: 'De kopie van uw gegevens staat klaar',
    body: 'Dag,\n\nDe kopie van uw gegevens die u vroeg, staat klaar. U kunt ze {days, number} dagen lezen en downloaden nadat u zich bij Tremplin hebt aangemeld.\n\n{link}\n\nHebt u niets gevraagd? Wijzig dan uw wachtwoord en kijk uw toestellen na.',
  },
  de: {
    subject: 'Die Kopie Ihrer Daten ist fertig',
    body: 'Guten Tag,\n\ndie Kopie Ihrer Daten, die Sie gewünscht haben, ist fertig. Sie können sie {days, number} Tage lang lesen und herunterladen, nachdem Sie sich bei Tremplin angemeldet haben.\n\n{link}\n\nSie haben nichts gewünscht? Dann ändern Sie Ihr Passwort und prüfen Sie Ihre Geräte.',
  },
  en: {
    subject: 'The copy of your data is ready',
    body: 'Hello,\n\nThe copy of your data that you asked for is ready. You can read and download it for {days, number} days, after signing in to Tremplin.\n\n{link}\n\nDid you not ask for it? Then change your password and look through your devices.',
  },
};
