export { type MessageSubject, type MessageTexts, type MessageToLoad, type MessageType, type MessageValues, type NewMessage } from './domain/message.js';
export { MessageTypes } from './application/message-types.js';
export { PostMessages } from './application/post-messages.js';
export { type RecipientAddress, Recipients } from './application/recipients.js';
export { MessagesModule } from './messages.module.js';
