import { returnPath } from './return-path.js';

describe('case 8: where a sign-in returns to', () => {
  it.each(['/', '/agenda', '/agenda?week=2027-W05&zone=Europe%2FBrussels#now', '/a//b', '/@evil.example.org', '/%2Fevil.example.org'])('%s is ours', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([undefined, '', 'agenda', '//evil.example.org', '///evil.example.org', '/\\evil.example.org', '\\\\evil.example.org', '/\t/evil.example.org', '/\n/evil', ' //evil', '/.//evil.example.org', '/..//evil.example.org', '/x/..//evil.example.org', 'https://evil.example.org', 'https:evil', 'javascript:alert(1)', `/${'a'.repeat(1000)}`])(
    '%j goes to the start page instead',
    (path) => {
      expect(returnPath(path)).toBe('/');
    },
  );
});
