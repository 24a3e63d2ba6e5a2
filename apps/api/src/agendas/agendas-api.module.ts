import { AgendasModule } from '@app/agendas';
import { Module } from '@nestjs/common';
import { AbsenceNoticeResolver, AgendaResolver } from './agenda.resolver.js';
import './fault-texts.js';
import { SessionResolver } from './session.resolver.js';

/** Agendas of people, sessions and their attendance, absences, the desk. */
@Module({ imports: [AgendasModule], providers: [AbsenceNoticeResolver, AgendaResolver, SessionResolver] })
export class AgendasApiModule {}
