import { Global, Module } from '@nestjs/common';
import { Mailer, WakeUps } from '@app/platform';
import { DigestType } from './application/digest-type.js';
import { DispatchMail } from './application/dispatch-mail.js';
import { DispatchNotices } from './application/dispatch-notices.js';
import { Dispatcher } from './application/dispatcher.js';
import { LoadMessages } from './application/load-messages.js';
import { MessageRenderer } from './application/message-renderer.js';
import { MessageTypes } from './application/message-types.js';
import { PostMessages } from './application/post-messages.js';
import { PrepareMail } from './application/prepare-mail.js';
import { Recipients } from './application/recipients.js';
import { UndeliveredType } from './application/tell-failures.js';
import { TestMailType } from './application/test-mail-type.js';
import { WriteNotice } from './application/write-notice.js';
import { DispatchStore } from './persistence/dispatch.store.js';

const services = [MessageTypes, PostMessages, Recipients, MessageRenderer, TestMailType, DigestType, UndeliveredType];

/** Messages to people: what contexts post and register, and what screens show of it. */
@Global()
@Module({ providers: services, exports: services })
export class MessagesModule {}

/** The part that only workers have. */
@Module({
  imports: [MessagesModule],
  providers: [Mailer, WakeUps, DispatchStore, LoadMessages, PrepareMail, WriteNotice, DispatchMail, DispatchNotices, Dispatcher],
  exports: [Dispatcher, DispatchMail, DispatchNotices, Mailer, WakeUps],
})
export class DispatchModule {}
