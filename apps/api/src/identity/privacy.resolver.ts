import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type DataExport, EraseMe, ErasePerson, ExportMyData, PreviewErasure } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { Allow, type Call, CurrentActor, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { PersonArgs } from './people.input.js';
import { DataExportType, EraseMeInput, EraseMeResult, ErasePersonInput, ErasePersonResult, ErasurePreviewResult, ErasurePreviewType, ExportMyDataResult } from './privacy.types.js';
import { SessionDoor } from './session-door.js';

const shown = ({ id, state, askedAt, expiresAt }: DataExport): DataExportType => ({ id, ready: state === 'ready', askedAt, expiresAt });

/** What the person signed in may do with his own data. */
@Resolver()
export class MyDataResolver {
  constructor(
    private readonly exports: ExportMyData,
    private readonly preview: PreviewErasure,
    private readonly erase: EraseMe,
    private readonly door: SessionDoor,
  ) {}

  @Query(() => DataExportType, { nullable: true, description: 'The newest export of one’s own data, while it can be fetched.' })
  @Allow('signed-in')
  async myDataExport(@CurrentActor() actor: Actor) {
    const latest = await this.exports.latest(actor);
    return latest ? shown(latest) : null;
  }

  @Query(() => ErasurePreviewType, { description: 'What erasing oneself would do: what goes, what stays, until when.' })
  @Allow('signed-in')
  async myErasurePreview(@CurrentActor() actor: Actor) {
    return { lines: await this.preview.ofMyself(actor) };
  }

  @Mutation(() => ExportMyDataResult, { description: 'Gathers all that is kept about the person signed in.' })
  @Allow('signed-in')
  async exportMyData(@CurrentActor() actor: Actor) {
    const asked = await this.exports.execute(actor);
    return isProblem(asked) ? asked : shown(asked);
  }

  @Mutation(() => EraseMeResult, { description: 'Erases the person signed in from the whole installation. Cannot be undone.' })
  @Allow('signed-in')
  @SecretAnswer()
  async eraseMe(@CurrentCall() call: Call, @Args('input') input: EraseMeInput) {
    const erased = await this.erase.execute(call.actor, { ...input, ...this.door.browser(call) });
    if (!isProblem(erased)) this.door.leave(call);
    return erased;
  }
}

/** What an organisation forgets. */
@Resolver()
export class ErasureResolver {
  constructor(
    private readonly preview: PreviewErasure,
    private readonly erase: ErasePerson,
  ) {}

  @Query(() => ErasurePreviewResult, { description: 'What erasing a person from the organisation would do.' })
  @Allow('manager')
  async personErasurePreview(@CurrentActor() actor: Actor, @Args() key: PersonArgs) {
    const lines = await this.preview.ofPerson(actor, key);
    return isProblem(lines) ? lines : { lines };
  }

  @Mutation(() => ErasePersonResult, { description: 'The organisation forgets a person. Cannot be undone; the account stays its human’s.' })
  @Allow('manager')
  erasePerson(@CurrentActor() actor: Actor, @Args('input') input: ErasePersonInput) {
    return this.erase.execute(actor, input);
  }
}
