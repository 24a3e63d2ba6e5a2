import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { AcceptInvitationResolver } from './accept-invitation.resolver.js';
import { DemoResolver } from './demo.resolver.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { RolesResolver, SuspensionResolver } from './members.resolver.js';
import { ImportFaultsController } from './import-faults.controller.js';
import { MyDataController } from './my-data.controller.js';
import { OrganisationsResolver } from './organisations.resolver.js';
import { PeopleChangesResolver } from './people-changes.resolver.js';
import './people.faults.js';
import { PeopleFilesController } from './people-files.controller.js';
import { PeopleImportResolver } from './people-import.resolver.js';
import { PeopleResolver } from './people.resolver.js';
import { ErasureResolver, MyDataResolver } from './privacy.resolver.js';
import { SessionDoor } from './session-door.js';
import { ShownPerson } from './shown-person.js';
import { SharesResolver } from './shares.resolver.js';
import { SitesResolver } from './sites.resolver.js';

const places = [OrganisationsResolver, SitesResolver, SharesResolver, DemoResolver];
const privacy = [MyDataResolver, ErasureResolver];
const people = [PeopleResolver, PeopleChangesResolver, RolesResolver, SuspensionResolver, InvitationsResolver, AcceptInvitationResolver, PeopleImportResolver];

/** Organisations, places and people. */
@Module({ imports: [IdentityModule], controllers: [PeopleFilesController, ImportFaultsController, MyDataController], providers: [SessionDoor, ShownPerson, ...places, ...people, ...privacy] })
export class PeopleApiModule {}
