import { AcceptSetupLink, CreateSetupLink } from '@app/identity';
import { type Fault, InvalidInput, isProblem, type Language, type Problem } from '@app/platform';
import { type GetUseCase } from '../use-cases.js';

interface NewAdmin {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** Takes the set-up link that the start would print, and uses it at once. Answers the reasons why not. */
export async function createAdmin(get: GetUseCase, admin: NewAdmin): Promise<readonly string[]> {
  const link = await get(CreateSetupLink).execute();
  if (isProblem(link)) return ['This installation has a platform admin already, who makes others in the web app.'];
  const accepted = await get(AcceptSetupLink).execute({ ...admin, token: link.token, visitor: { address: '127.0.0.1', userAgent: 'tremplin admin create' } });
  return isProblem(accepted) ? reasonsOf(accepted) : [];
}

const SAYINGS: Readonly<Record<string, string>> = {
  ADDRESS_TAKEN: 'Somebody signs in with this address already.',
  TOO_MANY_ATTEMPTS: 'There were too many attempts: try again in some minutes.',
};

function reasonsOf(problem: Problem): readonly string[] {
  if (problem instanceof InvalidInput) return problem.faults.map(faultInWords);
  return [SAYINGS[problem.code] ?? problem.code];
}

/** The API words faults for people in four languages; who types commands reads English. */
const FAULTS: Readonly<Record<string, string>> = {
  'password.too-short': 'choose at least 12 characters: a short sentence is easy to remember',
  'password.too-long': 'stay under 256 characters',
  'password.common': 'this password is among the first that are guessed; take a short sentence of your own',
  'password.own': 'this password is made of the name or the address and is guessed too easily',
  'email.malformed': 'this is no e-mail address',
  'value.missing': 'this is missing',
};

const faultInWords = ({ field, reason }: Fault): string => `${field}: ${FAULTS[reason] ?? reason}`;
