import { readFailure, type SendError } from './hand-over.js';

const failure = (error: Partial<SendError>): SendError => ({ message: 'failed', ...error });

describe('readFailure', () => {
  it.each([
    ['an unknown mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no such user' }, { kind: 'refused', forGood: true, about: 'address' }],
    ['a full mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, { kind: 'refused', forGood: false, about: 'address' }],
    ['content refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, { kind: 'refused', forGood: true, about: 'letter' }],
    ['a sender refused', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, { kind: 'refused', forGood: true, about: 'server' }],
    ['a wrong password of ours', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, { kind: 'refused', forGood: true, about: 'server' }],
    ['a server that closes', { code: 'ECONNECTION', command: 'CONN', responseCode: 421 }, { kind: 'unreachable' }],
    ['421 for a recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 }, { kind: 'unreachable' }],
    ['nobody listening', { code: 'ESOCKET', command: 'CONN' }, { kind: 'unreachable' }],
  ])('reads %s', (_what, error, expected) => {
    expect(readFailure(failure(error), false)).toMatchObject(expected);
  });

  it('case 85: silence after the letter was given is uncertain, silence before it is not', () => {
    const silence = failure({ code: 'ETIMEDOUT', command: 'CONN' });
    expect(readFailure(silence, true).kind).toBe('uncertain');
    expect(readFailure(silence, false).kind).toBe('unreachable');
  });

  it('keeps control characters of an answer out of what is stored', () => {
    expect(readFailure(failure({ response: '550 no\r\nX-Evil: yes\u001b[31m', responseCode: 550, command: 'RCPT TO' }), false)).toMatchObject({ answer: '550 no X-Evil: yes [31m' });
  });
});
