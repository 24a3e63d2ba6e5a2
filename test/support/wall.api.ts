import { Actor, Database, encodeCursor, InvalidInput, pageOf, Problem } from '@app/platform';
import { Module } from '@nestjs/common';
import { Args, ArgsType, Field, ID, InputType, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type Call, connection, connectionType, CurrentActor, CurrentCall, InvalidInputType, PageArgs, pageRequest, problemType, resultUnion, shown } from '../../apps/api/src/graphql/index.js';
import { IsEmail, MaxLength } from 'class-validator';

/** A tiny context that only tests load: a wall on which notes are pinned. It uses every convention of the API once. */
export class WallFull extends Problem {
  readonly code = 'WALL_FULL';
  constructor(readonly capacity: number) {
    super();
  }
}

const WallFullType = problemType(WallFull, {
  description: 'No more notes fit on the wall.',
  texts: {
    fr: 'Le mur est plein ({capacity, plural, one {# note} other {# notes}}). Enlevez-en une.',
    nl: 'De muur is vol ({capacity, plural, one {# briefje} other {# briefjes}}). Haal er een weg.',
    de: 'Die Wand ist voll ({capacity, plural, one {# Zettel} other {# Zettel}}). Nehmen Sie einen ab.',
    en: 'The wall is full ({capacity, plural, one {# note} other {# notes}}). Take one down.',
  },
  fields: { capacity: shown(() => Int, 'How many notes fit.') },
});

@ObjectType({ description: 'A note.' })
class Note {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What it says.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'Who pinned it; for coordinators.' })
  @Allow('coordinator')
  author?: string;

  @Field(() => Date, { description: 'Since when.' })
  pinnedAt: string;
}

const NoteConnection = connectionType('Note', () => Note);
const PinNoteResult = resultUnion('PinNoteResult', 'What became of the note.', Note, WallFullType, InvalidInputType);

@InputType()
class PinNoteInput {
  @Field(() => String, { description: 'What it says.' })
  @MaxLength(20)
  text: string;

  @Field(() => String, { nullable: true, description: 'Where answers go.' })
  @IsEmail()
  replyTo = 'wall@example.org';
}

@ArgsType()
class NoteArgs extends PageArgs {
  @Field(() => String, { defaultValue: '', description: 'Only notes with this word.' })
  @MaxLength(10)
  word: string = '';
}

const CAPACITY = 3;

@Resolver(() => Note)
class WallResolver {
  readonly notes: Note[] = [];
  batches = 0;

  constructor(private readonly database: Database) {}

  @Query(() => NoteConnection, { description: 'The wall.' })
  @Allow('signed-in', 'scope:notes.read')
  notesOnWall(@Args() args: NoteArgs) {
    const page = pageRequest(args);
    const after = Number(page.after?.[0] ?? -1);
    const rows = this.notes.filter((note) => note.text.includes(args.word) && Number(note.id) > after).slice(0, page.first + 1);
    return connection(pageOf(rows, page.first), (note) => [Number(note.id)]);
  }

  @Mutation(() => PinNoteResult, { description: 'Pins a note.' })
  @Allow('signed-in', 'scope:notes.write')
  pinNote(@CurrentActor() actor: Actor, @Args('input') input: PinNoteInput) {
    if (this.notes.length >= CAPACITY) return new WallFull(CAPACITY);
    if (input.text === 'rude') return InvalidInput.at('text', 'text.one-line');
    const note = { id: String(this.notes.length), text: input.text, author: actor.personId, pinnedAt: '2027-03-01T10:00:00+00:00' };
    this.notes.push(note);
    return note;
  }

  readonly lengths = async (_actor: Actor, ids: readonly string[]): Promise<readonly number[]> => {
    this.batches += 1;
    return ids.map((id) => this.notes[Number(id)]?.text.length ?? 0);
  };

  @ResolveField(() => Int, { description: 'How long it is.' })
  length(@Parent() note: Note, @CurrentCall() call: Call) {
    return call.loaders.load(this.lengths, note.id);
  }

  @Query(() => Int, { description: 'How many batches were read.' })
  @Allow('anonymous')
  batchesRead() {
    return this.batches;
  }

  @Query(() => String, { description: 'Breaks in a way that nobody meant.' })
  @Allow('anonymous')
  brokenWall(@CurrentActor() actor: Actor) {
    return this.database.as(actor, (tx) => tx.query('select * from no_such_table_of_ours'));
  }

  @Query(() => String, { description: 'Takes long in the database.' })
  @Allow('anonymous')
  async slowWall(@CurrentActor() actor: Actor, @Args('seconds', { type: () => Int }) seconds: number) {
    await this.database.as(actor, (tx) => tx.query('select pg_sleep($1)', [seconds]));
    return 'done';
  }
}

@Module({ providers: [WallResolver] })
export class WallModule {}

export const unknownCursor = encodeCursor(['x']).slice(1);
