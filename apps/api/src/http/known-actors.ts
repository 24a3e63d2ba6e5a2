import { FindActor, FindService, RenewSession } from '@app/identity';
import { type Actor, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ActorSource, type Credential, type RequestFacts } from './actor-source.js';

/** Sessions of people and keys of programs, both kept by identity. */
@Injectable()
export class KnownActors extends ActorSource {
  constructor(
    private readonly findActor: FindActor,
    private readonly findService: FindService,
    private readonly renewSession: RenewSession,
  ) {
    super();
  }

  bySession(token: string, facts: RequestFacts): Promise<Actor | undefined> {
    return this.findActor.bySession(token, { requestId: facts.requestId, language: facts.language, quietly: facts.quietly });
  }

  override async renew(actor: Actor, facts: RequestFacts): Promise<{ token: string; expiresAt: Date } | undefined> {
    const session = await this.renewSession.execute(actor, { address: facts.ip, userAgent: facts.userAgent });
    return isProblem(session) ? undefined : session;
  }

  byApiKey(key: string, facts: RequestFacts): Promise<Actor | undefined> {
    return this.findService.byKey(key, { requestId: facts.requestId });
  }

  async byCredentials(credentials: readonly Credential[]): Promise<readonly (Actor | undefined)[]> {
    const sessions = credentials.filter(({ kind }) => kind === 'session');
    const keys = credentials.filter(({ kind }) => kind === 'key');
    const people = sessions.length > 0 ? await this.findActor.bySessions(sessions) : [];
    const programs = keys.length > 0 ? await this.findService.byKeys(keys.map(({ token: key, requestId }) => ({ key, requestId }))) : [];
    const found = new Map<Credential, Actor | undefined>([...sessions.map((each, place) => [each, people[place]] as const), ...keys.map((each, place) => [each, programs[place]] as const)]);
    return credentials.map((credential) => found.get(credential));
  }
}
