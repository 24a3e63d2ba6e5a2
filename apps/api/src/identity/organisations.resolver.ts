import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CreateOrganisation, type Organisation, ReadPlaces, retentionChoices, retentionNames, UpdateOrganisation, wordList } from '@app/identity';
import { Actor, isProblem, type Problem } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { CreateOrganisationInput, OrganisationArgs, UpdateOrganisationInput } from './organisation.input.js';
import { CreateOrganisationResult, OrganisationResult, OrganisationType, UpdateOrganisationResult } from './organisation.types.js';

@Resolver()
export class OrganisationsResolver {
  constructor(
    private readonly places: ReadPlaces,
    private readonly create: CreateOrganisation,
    private readonly update: UpdateOrganisation,
  ) {}

  @Query(() => OrganisationResult, { description: 'An organisation of the person who asks.' })
  @Allow('signed-in')
  async organisation(@CurrentActor() actor: Actor, @Args() { organisationId }: OrganisationArgs) {
    return shown(await this.places.organisation(actor, organisationId));
  }

  @Mutation(() => CreateOrganisationResult, { description: 'Founds an organisation; the person who does it is its first manager.' })
  @Allow('platform-admin')
  async createOrganisation(@CurrentActor() actor: Actor, @Args('input') input: CreateOrganisationInput) {
    return shown(await this.create.execute(actor, input));
  }

  @Mutation(() => UpdateOrganisationResult, { description: 'Changes what an organisation says of itself.' })
  @Allow('manager')
  async updateOrganisation(@CurrentActor() actor: Actor, @Args('input') { words, retention, ...input }: UpdateOrganisationInput) {
    const days = retention && Object.fromEntries(retention.map((rule) => [rule.name, rule.days]));
    return shown(await this.update.execute(actor, { ...input, words: words && byWord(words), retention: days }));
  }
}

function byWord(words: NonNullable<UpdateOrganisationInput['words']>): Record<string, Record<string, string>> {
  const named: Record<string, Record<string, string>> = {};
  for (const { word, language, own } of words) named[word] = { ...named[word], [language]: own };
  return named;
}

function shown<P extends Problem>(answer: Organisation | P): OrganisationType | P {
  if (isProblem(answer)) return answer;
  const words = wordList(answer.words);
  const retention = retentionNames.map((name) => ({ name, ...retentionChoices[name], days: answer.retention[name] ?? retentionChoices[name].usual }));
  return { ...answer, languages: [...answer.languages], words, retention };
}
