import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type ServiceRole, serviceRoles } from '@app/identity';
import { ArrayMaxSize, IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { connectionType, InvalidInputType, LocalDate, NotAllowedType, NotFoundType, PageArgs, resultUnion } from '../graphql/index.js';

const ServiceRoleType = Object.fromEntries(serviceRoles.map((role) => [role.toUpperCase(), role]));
registerEnumType(ServiceRoleType, { name: 'ServiceRole', description: 'The role in which a program acts.' });

@ObjectType('ApiKey', { description: 'A key with which a program acts in one organisation. The key itself is shown once, when it is made.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What people call it.' })
  name: string;

  @Field(() => String, { description: 'How the key begins, to tell keys apart.' })
  beginning: string;

  @Field(() => ServiceRoleType, { description: 'The role in which the program acts.' })
  role: ServiceRole;

  @Field(() => [String], { description: 'What the program may call at all.' })
  scopes: readonly string[];

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it runs out; empty for never.' })
  expiresAt?: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it was used.' })
  lastUsedOn?: string | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is of no use any more.' })
  revokedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version: number;
}

@ObjectType('CreatedApiKey', { description: 'A new key.' })
export class CreatedApiKeyType {
  @Field(() => ApiKeyType, { description: 'What stays visible of it.' })
  apiKey: ApiKeyType;

  @Field(() => String, { description: 'The key itself. Keep it now: it is not shown again.' })
  key: string;
}

export const ApiKeyConnection = connectionType('ApiKey', () => ApiKeyType);
export const ApiKeysResult = resultUnion('ApiKeysResult', 'The keys of an organisation, or why they are not shown.', ApiKeyConnection, NotAllowedType, NotFoundType);
export const CreateApiKeyResult = resultUnion('CreateApiKeyResult', 'The new key, or why there is none.', CreatedApiKeyType, NotAllowedType, NotFoundType, InvalidInputType);
export const RevokeApiKeyResult = resultUnion('RevokeApiKeyResult', 'The revoked key, or why it still holds.', ApiKeyType, NotAllowedType, NotFoundType, InvalidInputType);

@ArgsType()
export class ApiKeysArgs extends PageArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;
}

@InputType({ description: 'A key for a program.' })
export class CreateApiKeyInput {
  @Field(() => ID, { description: 'The organisation in which the program acts.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'What people call it: "Website of the centre".' })
  @MaxLength(1_000)
  name: string;

  @Field(() => ServiceRoleType, { description: 'The role in which the program acts.' })
  @IsIn(serviceRoles)
  role: ServiceRole;

  @Field(() => [String], { description: 'What the program may call; the choices are in apiKeyScopes.' })
  @ArrayMaxSize(50)
  scopes: string[];

  @Field(() => Date, { nullable: true, description: 'When it runs out; empty for never.' })
  @IsOptional()
  expiresAt?: Date | null;
}

@InputType({ description: 'Which key to revoke.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'The key.' })
  @IsUUID()
  id: string;
}
