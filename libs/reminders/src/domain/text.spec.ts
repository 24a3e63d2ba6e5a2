import { languages } from '@app/platform';
import { ourTexts } from './reminder.texts.js';
import { faultsOfText, fillText, type ReminderText } from './text.js';
import { sampleWords } from './words.js';

const triggers = ['before', 'weekly'] as const;
const reasons = (text: ReminderText) => faultsOfText('before', text, ourTexts.before.en).map(({ field, reason, values }) => `${field} ${reason.slice('reminders.text-'.length)} ${values?.['line'] ?? '-'} ${values?.['name'] ?? ''}`.trim());
const GOOD = '{title}, {date}, {time}\n\n{link}';

describe('texts of reminders', () => {
  it.each(triggers)('ours for "%s" follow the rules that a centre has to follow, in every language', (trigger) => {
    for (const language of languages) expect(faultsOfText(trigger, ourTexts[trigger][language], ourTexts[trigger][language])).toEqual([]);
  });

  it('names each fault with its line', () => {
    expect(reasons({ subject: '', body: GOOD })).toEqual(['subject empty -']);
    expect(reasons({ subject: 'x', body: `{title} } {date} {time}\n{Link}\n{link}` })).toEqual(['body brace 1', 'body unknown 2 {Link}']);
    expect(reasons({ subject: 'x{', body: GOOD })).toEqual(['subject brace 1']);
    expect(reasons({ subject: 'x', body: '{date} {}\n{link}' })).toEqual(['body unknown 1 {}', 'body missing 3 {title}', 'body missing 3 {time}']);
    expect(reasons({ subject: 'x', body: `${GOOD}${'y'.repeat(4_000)}` })).toEqual(['body long -']);
  });

  it('leaves out the line of what has nothing to say, and the blank before an empty name', () => {
    const text = { subject: '{title}', body: 'Hello {name},\nWhere: {place}\nBring: {bring}\nNow.\n{link}\nBye' };
    expect(fillText(text, { title: ' A\n b ', bring: 'pen\npaper', link: 'https://x' })).toEqual({ subject: 'A b', body: 'Hello,\nBring: pen\npaper\nNow.\n\nhttps://x\n\nBye' });
  });

  it('fills in one pass: braces in a value stay what they are', () => {
    expect(fillText({ subject: 's', body: '{title} {time}' }, { title: '{time} {link} $& $1', time: '13:00' }).body).toBe('{time} {link} $& $1 13:00');
  });

  it('says ours whole in every language', () => {
    for (const language of languages) {
      const { subject, body } = fillText(ourTexts.before[language], sampleWords('before', language));
      expect(`${subject}\n${body}`).not.toMatch(/[{}]/);
      expect(body).toContain('13:00');
      expect(fillText(ourTexts.weekly[language], sampleWords('weekly', language)).body).toMatch(/JavaScript 3[\s\S]*\n\nhttps:/);
    }
  });
});
