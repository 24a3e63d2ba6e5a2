export { type MessageSubject, type MessageTexts, type MessageToLoad, type MessageType, type MessageValues, type NewMessage } from './domain/message.js';
export { MessageTypes } from './application/message-types.js';
export { PostMessages } from './application/post-messages.js';
export { type RecipientAddress, Recipients } from './application/recipients.js';
export { MessageOverseers, TellFailures } from './application/tell-failures.js';
export { Dispatcher } from './application/dispatcher.js';
export { DispatchMail } from './application/dispatch-mail.js';
export { DispatchNotices } from './application/dispatch-notices.js';
export { DispatchModule, MessagesModule } from './messages.module.js';
