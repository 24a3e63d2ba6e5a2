export { applicationDataSource, ownerDataSource } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { entities } from './entities.js';
export { migrate } from './migrate.js';
export { migrations } from './migrations/index.js';
export { dataCatalogue } from './privacy/index.js';
export { type DataCatalogue, dataClasses, type TableData } from './privacy/table-data.js';
export { APP_ROLE, OWNER_ROLE } from './tenancy.js';
