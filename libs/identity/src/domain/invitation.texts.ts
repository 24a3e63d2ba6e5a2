import { type MessageTexts } from '@app/messages';

/** Values: name, organisation, inviter (may be empty), roles in the words of the organisation, roleCount, link, until. */
export const invitationTexts: MessageTexts = {
  fr: {
    subject: '{organisation} vous invite',
    body: 'Bonjour {name},\n\n{inviter, select, none {{organisation}} other {{inviter}}} vous ouvre un accès à l’espace de {organisation}. Vous y trouverez votre agenda, vos cours et vos rendez-vous.{roleCount, plural, =0 {} one { Votre rôle : {roles}.} other { Vos rôles : {roles}.}} Cliquez pour accepter ; cela prend une minute.\n\n{link}\n\nL’invitation vous est personnelle et reste valable jusqu’au {until, date, long}. Vous ne connaissez pas {organisation} ? Ignorez ce message : rien ne sera créé sans votre accord.',
  },
  nl: {
    subject: '{organisation} nodigt u uit',
    body: 'Dag {name},\n\n{inviter, select, none {{organisation}} other {{inviter}}} geeft u toegang tot de omgeving van {organisation}. U vindt er uw agenda, uw cursussen en uw afspraken.{roleCount, plural, =0 {} one { Uw rol: {roles}.} other { Uw rollen: {roles}.}} Klik om de uitnodiging te aanvaarden; het duurt een minuut.\n\n{link}\n\nDe uitnodiging is persoonlijk en blijft geldig tot en met {until, date, long}. Kent u {organisation} niet? Dan hoeft u niets te doen: zonder uw akkoord gebeurt er niets.',
  },
  de: {
    subject: 'Einladung von {organisation}',
    body: 'Guten Tag {name},\n\n{inviter, select, none {{organisation}} other {{inviter}}} gibt Ihnen Zugang zum Bereich von {organisation}. Dort finden Sie Ihren Terminplan, Ihre Kurse und Ihre Termine.{roleCount, plural, =0 {} one { Ihre Rolle: {roles}.} other { Ihre Rollen: {roles}.}} Nehmen Sie die Einladung hier an; das dauert eine Minute.\n\n{link}\n\nDie Einladung gilt nur für Sie und bis zum {until, date, long}. Sie kennen {organisation} nicht? Dann brauchen Sie nichts zu tun: Ohne Ihre Zustimmung geschieht nichts.',
  },
  en: {
    subject: '{organisation} invites you',
    body: 'Hello {name},\n\n{inviter, select, none {{organisation}} other {{inviter}}} gives you access to the space of {organisation}, with your agenda, your courses and your appointments.{roleCount, plural, =0 {} one { Your role: {roles}.} other { Your roles: {roles}.}} Click to accept; it takes a minute.\n\n{link}\n\nThe invitation is yours alone and works until {until, date, long}. You do not know {organisation}? Then ignore this message: nothing happens without your consent.',
  },
};
