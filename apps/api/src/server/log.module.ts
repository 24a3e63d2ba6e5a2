import { type DynamicModule, Module } from '@nestjs/common';
import { type Log } from '@app/platform';
import { LOG } from './log.token.js';

@Module({})
export class LogModule {
  static with(log: Log): DynamicModule {
    return { module: LogModule, global: true, providers: [{ provide: LOG, useValue: log }], exports: [LOG] };
  }
}
