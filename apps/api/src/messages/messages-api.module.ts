import { ChangeNoticesModule } from '@app/ledger';
import { MessagesModule } from '@app/messages';
import { Module } from '@nestjs/common';
import { DeliveriesResolver } from './deliveries.resolver.js';
import { FailedWorkResolver } from './failed-work.resolver.js';
import './messages.faults.js';
import { NoticesResolver } from './notices.resolver.js';
import { OperationsResolver } from './operations.resolver.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** Deliveries, notices, preferences, and the operations of queues and workers. */
@Module({ imports: [MessagesModule, ChangeNoticesModule], controllers: [UnsubscribeController], providers: [DeliveriesResolver, NoticesResolver, OperationsResolver, FailedWorkResolver] })
export class MessagesApiModule {}
