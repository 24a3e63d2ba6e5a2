import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PreviewMessages, ReadDeliveries, SendTestMail, SettleDelivery } from '@app/messages';
import { Actor, isProblem } from '@app/platform';
import { Allow, connection, CurrentActor, pageRequest } from '../graphql/index.js';
import { DeliveriesResult, DeliveryCountsResult, DiscardDeliveryResult, MessageTemplatesResult, RetryDeliveryResult, SendTestMailResult } from './delivery.types.js';
import { DeliveriesArgs, DeliveryInput, MessagesOfOrganisationArgs, SendTestMailInput } from './messages.input.js';

@Resolver()
export class DeliveriesResolver {
  constructor(
    private readonly read: ReadDeliveries,
    private readonly settle: SettleDelivery,
    private readonly testMail: SendTestMail,
    private readonly preview: PreviewMessages,
  ) {}

  @Query(() => DeliveriesResult, { description: 'What became of the messages of an organisation, the newest first.' })
  @Allow('coordinator', 'manager')
  async deliveries(@CurrentActor() actor: Actor, @Args() args: DeliveriesArgs) {
    const { organisationId, states, personId } = args;
    const page = await this.read.list(actor, { organisationId, states, personId }, pageRequest(args));
    return isProblem(page) ? page : connection(page, (delivery) => [delivery.id]);
  }

  @Query(() => DeliveryCountsResult, { description: 'How many messages of an organisation need attention.' })
  @Allow('coordinator', 'manager')
  deliveryCounts(@CurrentActor() actor: Actor, @Args() { organisationId }: MessagesOfOrganisationArgs) {
    return this.read.counts(actor, organisationId);
  }

  @Query(() => MessageTemplatesResult, { description: 'All kinds of messages, with sample values in the four languages.' })
  @Allow('coordinator', 'manager')
  messageTemplates(@CurrentActor() actor: Actor, @Args() { organisationId }: MessagesOfOrganisationArgs) {
    const templates = this.preview.execute(actor, organisationId);
    return isProblem(templates) ? templates : { templates };
  }

  @Mutation(() => RetryDeliveryResult, { description: 'Sends a message once more that could not be delivered, also to an address that was refused.' })
  @Allow('coordinator', 'manager')
  retryDelivery(@CurrentActor() actor: Actor, @Args('input') { id }: DeliveryInput) {
    return this.settle.retry(actor, id);
  }

  @Mutation(() => DiscardDeliveryResult, { description: 'Gives up a message that has not left.' })
  @Allow('coordinator', 'manager')
  discardDelivery(@CurrentActor() actor: Actor, @Args('input') { id }: DeliveryInput) {
    return this.settle.discard(actor, id);
  }

  @Mutation(() => SendTestMailResult, { description: 'Sends a test mail to the person who asks, on the way that all mail takes.' })
  @Allow('coordinator', 'manager')
  sendTestMail(@CurrentActor() actor: Actor, @Args('input') { organisationId }: SendTestMailInput) {
    return this.testMail.execute(actor, organisationId);
  }
}
