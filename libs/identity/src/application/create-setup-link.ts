import { Actor, Database, hashToken, newToken, Settings } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { InstallationHasAdmin } from '../domain/sign-in.problems.js';
import { SetupLinkStore } from '../persistence/setup-link.store.js';

export interface SetupLink {
  /** For AcceptSetupLink; given out once, kept as a digest. */
  readonly token: string;
  /** What the start prints. Good for 24 hours, until the next link is made, or until there is an admin. */
  readonly url: string;
}

/** A one-time link that makes the first platform admin. Only who starts the installation calls this: it is reachable by no API. */
@Injectable()
export class CreateSetupLink {
  constructor(
    private readonly database: Database,
    private readonly links: SetupLinkStore,
    private readonly settings: Settings,
  ) {}

  async execute(): Promise<SetupLink | InstallationHasAdmin> {
    const token = newToken();
    const made = await this.database.as(Actor.anonymous(), (tx) => this.links.create(tx, hashToken(token)));
    return made ? { token, url: `${this.settings.publicUrl}/set-up#${token}` } : new InstallationHasAdmin();
  }
}
