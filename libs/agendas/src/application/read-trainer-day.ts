import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '@app/platform';
import { DeskReads, type TrainerDay } from '../persistence/desk.reads.js';

/** The first screen of a trainer: sessions of these days, attendance to take, learners who need a word. */
@Injectable()
export class ReadTrainerDay {
  constructor(
    private readonly database: Database,
    private readonly reads: DeskReads,
  ) {}

  execute(actor: Actor): Promise<TrainerDay> {
    return this.database.as(actor, (tx) => this.reads.trainerDay(tx));
  }
}
