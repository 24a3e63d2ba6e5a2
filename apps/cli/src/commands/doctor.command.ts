import { type CliCommand, done, refused } from '../command.js';

const SIGNS = { good: 'ok  ', warning: 'look', bad: 'BAD ' } as const;

export const command: CliCommand = {
  name: 'doctor',
  summary: 'Examines database, roles, queue, mail, clock, disk and versions, and says what to mend.',
  run: async ({ io, settings }) => {
    const { examine } = await import('../doctor/examine.js');
    const findings = await examine(settings(), io);
    const ill = findings.filter((finding) => finding.state === 'bad');
    // What is bad is said as the reasons of the refusal.
    for (const { check, state, found, mend } of findings.filter((finding) => !ill.includes(finding))) {
      io.say(`${SIGNS[state]}  ${check.padEnd(14)} ${found}`);
      if (mend) io.say(`${' '.repeat(20)} -> ${mend}`);
    }
    const facts = { findings };
    return ill.length === 0 ? done(facts) : refused(ill.map(({ check, found, mend }) => `${SIGNS.bad}  ${check}: ${found}. ${mend ?? ''}`.trimEnd()), facts);
  },
};
