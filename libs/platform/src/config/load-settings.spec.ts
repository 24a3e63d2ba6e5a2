import { loadSettings, SettingsRefused } from './load-settings.js';
import { describeSettings } from './setting.js';

function refusal(environment: Record<string, string>): SettingsRefused {
  try {
    loadSettings(environment);
  } catch (error) {
    if (error instanceof SettingsRefused) return error;
    throw error;
  }
  throw new Error(`Nothing was refused in ${JSON.stringify(environment)}.`);
}

describe('settings', () => {
  it('need nothing: every one has a default or may be left out', () => {
    const settings = loadSettings({});
    expect(settings).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEMO: true, LOG_LEVEL: 'info' });
    expect(settings.publicUrl).toBe('http://localhost:3000');
  });

  it('are read as what they are, and an empty one counts as unset', () => {
    const settings = loadSettings({ PORT: '8080', DEMO: 'false', PUBLIC_URL: 'https://learn.example.org/', REDIS_URL: '', SMTP_URL: 'smtps://mail.example.org:465' });
    expect(settings).toMatchObject({ PORT: 8080, DEMO: false, SMTP_URL: 'smtps://mail.example.org:465' });
    expect(settings.REDIS_URL).toBeUndefined();
    expect(settings.publicUrl).toBe('https://learn.example.org');
  });

  it('that are wrong are listed all at once, each with its name, what was given and what it is for', () => {
    const { faults } = refusal({ PORT: '70000', PUBLIC_URL: 'learn', DEMO: 'oui', LOG_LEVEL: 'loud' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'PUBLIC_URL', 'LOG_LEVEL', 'DEMO']);
    expect(faults[0]).toMatch(/^PORT must not be greater than 65535 \(it is "70000"\)\. Meant for: Port/);
    expect(faults[3]).toContain('must be true or false (it is "oui")');
  });

  it.each([
    ['PORT', '3000.5'],
    ['PORT', '0x1F90'],
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['HOST', 'my host'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['DATABASE_URL', 'postgres://host:port/db'],
    ['DATABASE_URL', 'postgres://host'],
    ['DATABASE_OWNER_URL', 'postgres:///db'],
    ['QUEUE_DATABASE_URL', 'postgres://host/db with blanks'],
    ['REDIS_URL', 'http://host:6379'],
    ['SMTP_URL', 'mail.example.org:25'],
    ['MAIL_FROM', 'Tremplin'],
    ['MAIL_RATE', '0'],
    ['MAIL_ONLY_TO', 'example.org, example.com'],
    ['SECRET_KEY', 'short'],
    ['DATABASE_POOL', '1'],
    ['TRUSTED_PROXIES', '-1'],
    ['API_EXPLORER', 'yes'],
  ])('%s refuses %j', (name, value) => {
    const { faults } = refusal({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} must `));
  });

  it('that are secret never appear in what is said about them', () => {
    const secrets = [...describeSettings()].filter(([, { secret }]) => secret).map(([name]) => name);
    expect(secrets).toEqual(expect.arrayContaining(['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'REDIS_URL', 'SECRET_KEY']));
    for (const name of secrets) expect(refusal({ [name]: 'hunter2 hunter2' }).message).not.toContain('hunter2');
  });
});
