import { Global, Module } from '@nestjs/common';
import { Mailer, WakeUps } from '@app/platform';
import { DigestType } from './application/digest-type.js';
import { DispatchMail } from './application/dispatch-mail.js';
import { DispatchNotices } from './application/dispatch-notices.js';
import { DecideFailedWork } from './application/decide-failed-work.js';
import { Dispatcher } from './application/dispatcher.js';
import { GatherChanges } from './application/gather-changes.js';
import { LoadMessages } from './application/load-messages.js';
import { MessageRenderer } from './application/message-renderer.js';
import { MessageTypes } from './application/message-types.js';
import { PlanMessages } from './application/plan-messages.js';
import { PostMessages } from './application/post-messages.js';
import { PrepareMail } from './application/prepare-mail.js';
import { Recipients } from './application/recipients.js';
import { UndeliveredType } from './application/tell-failures.js';
import { TestMailType } from './application/test-mail-type.js';
import { WriteNotice } from './application/write-notice.js';
import { ReadDeliveries } from './application/read-deliveries.js';
import { SettleDelivery } from './application/settle-delivery.js';
import { SendTestMail } from './application/send-test-mail.js';
import { PreviewMessages } from './application/preview-messages.js';
import { ReadNotices } from './application/read-notices.js';
import { ChooseMessagePreferences } from './application/message-preferences.js';
import { Unsubscribe } from './application/unsubscribe.js';
import { Operate } from './application/operate.js';
import { DeliveryReads } from './persistence/delivery.reads.js';
import { NoticeReads } from './persistence/notice.reads.js';
import { OperationReads } from './persistence/operation.reads.js';
import { DispatchStore } from './persistence/dispatch.store.js';

const reads = [DeliveryReads, NoticeReads, OperationReads];
const screens = [ReadDeliveries, SettleDelivery, SendTestMail, PreviewMessages, ReadNotices, ChooseMessagePreferences, Unsubscribe, Operate, DecideFailedWork];
const services = [MessageTypes, PlanMessages, PostMessages, Recipients, MessageRenderer, TestMailType, DigestType, UndeliveredType];

/** Messages to people: what contexts post and register, and what screens show of it. */
@Global()
@Module({ providers: [...services, ...reads, ...screens], exports: [...services, ...screens] })
export class MessagesModule {}

/** The part that only workers have. */
@Module({
  imports: [MessagesModule],
  providers: [Mailer, WakeUps, DispatchStore, LoadMessages, PrepareMail, GatherChanges, WriteNotice, DispatchMail, DispatchNotices, Dispatcher],
  exports: [Dispatcher, DispatchMail, DispatchNotices, Mailer, WakeUps],
})
export class DispatchModule {}
