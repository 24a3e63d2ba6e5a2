export { CreateApiKey, type CreateApiKeyInput, type CreatedApiKey } from './application/create-api-key.js';
export { FindService } from './application/find-service.js';
export { ListApiKeys } from './application/list-api-keys.js';
export { RevokeApiKey } from './application/revoke-api-key.js';
export { mayManageApiKeys, type ServiceRole, serviceRoles } from './domain/api-key.js';
export { type ApiKey } from './persistence/api-key.store.js';
