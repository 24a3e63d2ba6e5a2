import { compileMessage, languages } from '@app/platform';
import { linkTexts, noticeTexts, takenAwayTexts } from './sign-in.texts.js';

describe('the mails about signing in', () => {
  const values = { link: 'https://campus.example.org/sign-in/link#t', minutes: 30, provider: 'Campus', device: 'Firefox · Windows', network: '192.0.2.0/24', at: new Date('2027-03-01T09:30:00Z') };

  it.each(Object.entries({ ...linkTexts, ...noticeTexts, takenAway: takenAwayTexts }))('%s is whole in four languages, with the link on a line of its own', (_type, texts) => {
    const bodies = languages.map((language) => String(compileMessage(texts[language].body, language, 'Europe/Brussels').format(values)));
    const subjects = languages.map((language) => String(compileMessage(texts[language].subject, language).format(values)));
    for (const body of bodies) {
      expect(body.split('\n')).toContain(values.link);
      expect(body).not.toMatch(/[{}]/);
    }
    expect(new Set([...bodies, ...subjects]).size).toBe(8);
    for (const subject of subjects) expect(subject).toMatch(/^\S.{5,70}$/);
  });

  it('words date and device of what happened', () => {
    const body = String(compileMessage(noticeTexts['new-device'].fr.body, 'fr', 'Europe/Brussels').format(values));
    expect(body).toContain('Le 1er mars 2027 à 10:30 · Firefox · Windows · réseau 192.0.2.0/24');
  });
});
