import { ArchiveSite } from './application/archive-site.js';
import { Audit } from './application/audit.js';
import { CreateOrganisation } from './application/create-organisation.js';
import { CreateSite } from './application/create-site.js';
import { Journal } from './application/journal.js';
import { SealAudit } from './application/seal-audit.js';
import { EndShare } from './application/end-share.js';
import { Share } from './application/share.js';
import { ShareableKinds } from './application/shareable-kinds.js';
import { UpdateOrganisation } from './application/update-organisation.js';
import { UpdateSite } from './application/update-site.js';
import { VerifyAudit } from './application/verify-audit.js';
import { OrganisationStore } from './persistence/organisation.store.js';
import { PeopleStore } from './persistence/people.store.js';
import { ShareStore } from './persistence/share.store.js';
import { SiteStore } from './persistence/site.store.js';

/** Organisations, places, people and the audit trail. */
export const peopleUseCases = [Audit, Journal, SealAudit, VerifyAudit, CreateOrganisation, UpdateOrganisation, CreateSite, UpdateSite, ArchiveSite, Share, EndShare, ShareableKinds];
export const peopleStores = [OrganisationStore, PeopleStore, ShareStore, SiteStore];
