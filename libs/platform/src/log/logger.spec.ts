import { createLog, maskedUrl } from './logger.js';

describe('the log', () => {
  it('masks what could open a door in addresses', () => {
    const token = 'a'.repeat(43);
    expect(maskedUrl(`/calendar/${token}.ics`)).toBe('/calendar/***.ics');
    expect(maskedUrl(`/sign-in?token=${token}&next=/rooms`)).toBe('/sign-in?token=***&next=/rooms');
    expect(maskedUrl('/graphql?x=1')).toBe('/graphql?x=1');
  });

  it('never writes a field that holds a secret', () => {
    const lines: string[] = [];
    const log = createLog({ LOG_LEVEL: 'info' }, 'test', { write: (line) => void lines.push(line) });
    log.info({ password: 'p-1', request: { headers: { authorization: 'p-2', cookie: 'p-3' } }, requestId: 'r-1' }, 'Signed in');
    expect(lines.join('')).not.toMatch(/p-\d/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: 'r-1', msg: 'Signed in', name: 'test' });
  });
});
