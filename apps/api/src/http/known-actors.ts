import { FindActor } from '@app/identity';
import { type Actor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ActorSource, type RequestFacts } from './actor-source.js';

/** Sessions of people, kept by identity. */
@Injectable()
export class KnownActors extends ActorSource {
  constructor(private readonly findActor: FindActor) {
    super();
  }

  bySession(token: string, facts: RequestFacts): Promise<Actor | undefined> {
    return this.findActor.bySession(token, { requestId: facts.requestId, language: facts.language });
  }

  async byApiKey(): Promise<Actor | undefined> {
    return undefined;
  }
}
