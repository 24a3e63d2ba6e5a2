import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DeliverySettled, type DeliveryState, NoMailAddress } from '@app/messages';
import { connectionType, NotAllowedType, NotFoundType, problemType, resultUnion, shown } from '../graphql/index.js';

@ObjectType('Delivery', { description: 'A message to one person and what became of it. What it said is not shown.' })
export class DeliveryType {
  @Field(() => ID, { description: 'The message.' })
  id: string;

  @Field(() => ID, { description: 'In whose name it goes.' })
  organisationId: string;

  @Field(() => ID, { description: 'To whom.' })
  personId: string;

  @Field(() => String, { description: 'Name of that person; empty where the organisation knows none.' })
  personName: string;

  @Field(() => String, { nullable: true, description: 'Where it goes; null where no address is known.' })
  address?: string | null;

  @Field(() => String, { description: 'Kind of message: "identity.invitation".' })
  type: string;

  @Field(() => String, { description: 'mail, or notice inside the product.' })
  channel: string;

  @Field(() => String, { description: 'due, held (for a digest), sending, ambiguous (may have arrived, goes again), sent, dropped (of no use any more), withdrawn, failed or discarded.' })
  state: DeliveryState;

  @Field(() => String, {
    nullable: true,
    description:
      'Why: NO_ADDRESS, ADDRESS_REFUSED, ADDRESS_PAUSED, LETTER_REFUSED, REFUSED_FOR_NOW, GIVEN_UP, SERVER_AWAY, SERVER_REFUSES_US, NO_ANSWER, TOO_LATE, SWITCHED_OFF, NOT_ALLOWED_HERE, NOT_WORDED, TYPE_UNKNOWN or WORKER_DIED.',
  })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said last.' })
  answer?: string | null;

  @Field(() => Boolean, { description: 'Whether nothing more goes to this address until someone retries.' })
  isAddressPaused: boolean;

  @Field(() => Int, { description: 'Tries that were refused.' })
  attempts: number;

  @Field(() => Int, { description: 'How often it was unknown whether it arrived: so many copies more there may be, all with one Message-ID.' })
  timesAmbiguous: number;

  @Field(() => Date, { description: 'When it is to leave.' })
  dueAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the mail server took it, or the notice was shown.' })
  sentAt?: Date | null;
}

@ObjectType('DeliveryCounts', { description: 'How many messages need attention.' })
export class DeliveryCountsType {
  @Field(() => Int, { description: 'Could not be delivered: someone should retry or discard.' })
  failed: number;

  @Field(() => Int, { description: 'May have arrived and go again.' })
  ambiguous: number;

  @Field(() => Int, { description: 'Wait to leave now.' })
  due: number;
}

@ObjectType('MessagePreview', { description: 'A message with sample values in one language.' })
export class MessagePreviewType {
  @Field(() => String, { description: 'fr, nl, de or en.' })
  language: string;

  @Field(() => String, { description: 'Subject line.' })
  subject: string;

  @Field(() => String, { description: 'As plain text.' })
  text: string;

  @Field(() => String, { description: 'As a page, complete with styles; to be shown in a frame without scripts.' })
  html: string;
}

@ObjectType('MessageTemplate', { description: 'A kind of message.' })
export class MessageTemplateType {
  @Field(() => String, { description: 'Its name: "identity.invitation".' })
  type: string;

  @Field(() => Boolean, { description: 'Whether people can switch it off.' })
  isOptional: boolean;

  @Field(() => [MessagePreviewType], { description: 'In the four languages.' })
  previews: MessagePreviewType[];
}

@ObjectType('MessageTemplateList', { description: 'All kinds of messages.' })
export class MessageTemplateListType {
  @Field(() => [MessageTemplateType], { description: 'By name.' })
  templates: MessageTemplateType[];
}

const DeliverySettledType = problemType(DeliverySettled, {
  description: 'The message is not waiting for this decision any more.',
  texts: {
    fr: 'Ce message n’attend plus cette décision. Rechargez la liste.',
    nl: 'Dit bericht wacht niet meer op deze beslissing. Laad de lijst opnieuw.',
    de: 'Diese Nachricht wartet nicht mehr auf diese Entscheidung. Laden Sie die Liste neu.',
    en: 'This message is not waiting for this decision any more. Reload the list.',
  },
  fields: { state: shown(() => String, 'Its state.') },
});

const NoMailAddressType = problemType(NoMailAddress, {
  description: 'The person has no address to which mail could go.',
  texts: {
    fr: 'Aucune adresse e-mail n’est connue pour vous. Ajoutez-en une à votre profil.',
    nl: 'Er is geen e-mailadres van u bekend. Voeg er een toe aan uw profiel.',
    de: 'Von Ihnen ist keine E-Mail-Adresse bekannt. Ergänzen Sie eine in Ihrem Profil.',
    en: 'No e-mail address of yours is known. Add one to your profile.',
  },
});

export const DeliveryConnection = connectionType('Delivery', () => DeliveryType);
export const DeliveriesResult = resultUnion('DeliveriesResult', 'Messages, or why not.', DeliveryConnection, NotAllowedType, NotFoundType);
export const DeliveryCountsResult = resultUnion('DeliveryCountsResult', 'Numbers, or why not.', DeliveryCountsType, NotAllowedType, NotFoundType);
export const MessageTemplatesResult = resultUnion('MessageTemplatesResult', 'Kinds of messages, or why not.', MessageTemplateListType, NotAllowedType, NotFoundType);
export const RetryDeliveryResult = resultUnion('RetryDeliveryResult', 'What became of the retry.', DeliveryType, DeliverySettledType, NotAllowedType, NotFoundType);
export const DiscardDeliveryResult = resultUnion('DiscardDeliveryResult', 'What became of the message.', DeliveryType, DeliverySettledType, NotAllowedType, NotFoundType);
export const SendTestMailResult = resultUnion('SendTestMailResult', 'The test mail on its way, or why there is none.', DeliveryType, NoMailAddressType, NotAllowedType, NotFoundType);
