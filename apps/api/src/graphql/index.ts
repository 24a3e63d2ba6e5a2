/**
 * The conventions of the API. A context's folder `apps/api/src/<context>/` holds transport only:
 *
 * - `<context>-api.module.ts`: a Nest module that imports the library's module and lists the resolvers; add it to `contextModules` in app.module.ts.
 * - `*.types.ts`: `@ObjectType` classes (never entities). Every field and argument has a description in plain words.
 *   Instants `() => Date`, days `() => LocalDate`, wall times `() => LocalTime`, ids `() => ID`, numbers `() => Int`.
 *   Lists that can grow: `export const RoomConnection = connectionType('Room', () => Room)`.
 *   Refusals: `export const RoomTakenType = problemType(RoomTaken, { description, texts: { fr, nl, de, en }, fields })`, once per domain class.
 *   Answers: `export const BlockRoomResult = resultUnion('BlockRoomResult', '…', RoomHold, RoomTakenType, NotAllowedType, InvalidInputType)`.
 *   Texts of a context's own faults (`Fault.reason`): `defineFaultTexts({ fr: {…}, nl: {…}, de: {…}, en: {…} })`.
 * - `*.input.ts`: `@InputType` and `@ArgsType` classes with class-validator. A constraint whose message is a reason
 *   (`@IsZone({ message: 'zone.unknown' })`) uses our texts. List arguments extend `PageArgs`.
 * - `*.resolver.ts`: calls a use case or a read and answers what it answered:
 *
 *       @Mutation(() => BlockRoomResult, { description: 'Holds a room.' })
 *       @Allow('coordinator', 'manager', 'scope:rooms.write')
 *       blockRoom(@CurrentActor() actor: Actor, @Args('input') input: BlockRoomInput) { return this.blockRoom.execute(actor, input); }
 *
 * What happens without asking: a root field without `@Allow` stops the start; wrong input is answered as `InvalidInput` where the union
 * has it (else as an error BAD_USER_INPUT with the list); refusals get their sentence in the person's language; exceptions become
 * a code and a reference; every mutation takes `requestId`, does its work once for it and answers the same for 24 hours.
 * Child lists: `call.loaders.load(this.roomsOfSites, site.id)` with `@CurrentCall() call`.
 * After a change of the schema: `npm run schema:print` and commit schema.graphql (a test compares).
 */
export { type AccessRule, Allow } from './access/allow.js';
export { CurrentActor, CurrentCall } from './current-actor.js';
export { type BatchRead, Loaders } from './loaders.js';
export { connection, type Connection, connectionType, PageArgs, PageInfo, pageRequest } from './paging/connection.js';
export { InvalidInputType, NotAllowedType, NotFoundType, StaleVersionType } from './problems/common-problem.types.js';
export { defineFaultTexts } from './problems/faults.js';
export { ProblemInterface } from './problems/problem.interface.js';
export { problemType, shown } from './problems/problem-type.js';
export { SecretAnswer } from './requests/secret-answer.js';
export { resultUnion } from './problems/result-union.js';
export { LocalDate, LocalTime } from './scalars/local.scalars.js';
export { type Call } from '../http/call.js';
export { giveSession, takeSession } from '../http/session-cookie.js';
export { requestFacts } from '../http/calls.js';
