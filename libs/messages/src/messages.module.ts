import { Global, Module } from '@nestjs/common';
import { MessageTypes } from './application/message-types.js';
import { PostMessages } from './application/post-messages.js';
import { Recipients } from './application/recipients.js';

const services = [MessageTypes, PostMessages, Recipients];

/** Messages to people: what contexts post and register. The worker adds the dispatcher. */
@Global()
@Module({ providers: services, exports: services })
export class MessagesModule {}
