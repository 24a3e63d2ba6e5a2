import { type MessageValues, MessageTypes } from '@app/messages';
import { Actor } from '@app/platform';
import { type TestModule } from './test-module.js';

interface WaitingMail {
  readonly id: string;
  readonly type: string;
  readonly address: string | null;
  readonly values: MessageValues | undefined;
}

/** The mails that wait for a person, each loaded as the dispatcher would at hand-over (which makes the tokens of links). */
export async function mailsTo(test: TestModule, personId: string): Promise<readonly WaitingMail[]> {
  const rows = await test.asOwner<{ id: string; type: string; address: string | null; subject_kind: string; subject_id: string }>(
    `select id, type, address, subject_kind, subject_id from message where person_id = $1 and state = 'due' order by created_at, id`,
    [personId],
  );
  const mails: WaitingMail[] = [];
  for (const row of rows) {
    const message = { messageId: row.id, personId, subject: { kind: row.subject_kind, id: row.subject_id }, language: 'fr' as const };
    const values = await test.database.as(Actor.system(), async (tx) => test.get(MessageTypes).get(row.type)?.load(tx, message));
    mails.push({ id: row.id, type: row.type, address: row.address, values });
  }
  return mails;
}

/** The token in the newest link that waits for a person. */
export async function linkTo(test: TestModule, personId: string): Promise<string> {
  const links = (await mailsTo(test, personId)).map((mail) => String(mail.values?.link ?? '')).filter((link) => link.includes('#'));
  return links.at(-1)?.split('#')[1] ?? '';
}
