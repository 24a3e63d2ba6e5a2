import { AgendasModule } from '@app/agendas';
import { CalendarsModule } from '@app/calendars';
import { Module } from '@nestjs/common';
import { AbsenceNoticeResolver, AgendaResolver } from './agenda.resolver.js';
import './fault-texts.js';
import { LiteController } from './lite.controller.js';
import { ProofsController } from './proofs.controller.js';
import { SessionResolver } from './session.resolver.js';

/** Agendas of people, sessions and their attendance, absences, the desk. */
@Module({ imports: [AgendasModule, CalendarsModule], controllers: [LiteController, ProofsController], providers: [AbsenceNoticeResolver, AgendaResolver, SessionResolver] })
export class AgendasApiModule {}
