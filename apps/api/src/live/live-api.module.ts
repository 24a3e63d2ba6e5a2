import { WakeUps } from '@app/platform';
import { Module } from '@nestjs/common';
import { EventsController } from './events.controller.js';
import { LiveStreams } from './live-streams.js';

/** Live pages. */
@Module({ controllers: [EventsController], providers: [WakeUps, LiveStreams] })
export class LiveApiModule {}
