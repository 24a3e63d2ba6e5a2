import { Mailer, type Settings } from '@app/platform';
import { bad, type Finding, good, warning } from './finding.js';

/** Says hello to the mail server and signs in; sends nothing. */
export async function examineMail(settings: Settings): Promise<readonly Finding[]> {
  if (!settings.SMTP_URL) return [good('mail', 'goes to the development mailbox of npm start; nothing leaves this machine')];
  const mailer = new Mailer(settings);
  const fault = await mailer.fault();
  mailer.onApplicationShutdown();
  if (fault !== undefined) return [bad('mail', `the mail server does not take our letters: ${fault}`, 'Check SMTP_URL: host, port, smtp or smtps, name, password.')];
  return [good('mail', 'the mail server answers and takes the sign-in'), ...sender(settings)];
}

function sender(settings: Settings): readonly Finding[] {
  if (!settings.MAIL_FROM.endsWith('@example.org')) return [];
  return [warning('sender', `mail is sent from ${settings.MAIL_FROM}, which belongs to nobody`, 'Set MAIL_FROM to an address of your own, whose domain allows this mail server (SPF, DKIM).')];
}
