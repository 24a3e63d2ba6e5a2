import { Query, Resolver } from '@nestjs/graphql';
import { Clock, languages } from '@app/platform';
import { Allow } from '../graphql/access/allow.js';
import { ServerInfo } from './server-info.types.js';
import { installation } from './installation.js';

@Resolver(() => ServerInfo)
export class ServerInfoResolver {
  constructor(private readonly clock: Clock) {}

  @Query(() => ServerInfo, { description: 'What answers here.' })
  @Allow('anonymous')
  serverInfo(): ServerInfo {
    return { version: installation.version, now: this.clock.now(), languages };
  }
}
