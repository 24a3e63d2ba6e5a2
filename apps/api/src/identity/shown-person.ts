import { type Member, ReadPeople } from '@app/identity';
import { type Actor, isProblem, type Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type PersonType } from './person.types.js';

/** The person after a change, as the lists show him; refusals pass unchanged. */
@Injectable()
export class ShownPerson {
  constructor(private readonly people: ReadPeople) {}

  async after<P extends Problem>(actor: Actor, answer: Member | P): Promise<PersonType | Problem> {
    if (isProblem(answer)) return answer;
    const { organisationId, personId } = answer;
    const row = await this.people.one(actor, { organisationId, personId });
    return isProblem(row) ? row : { ...row, organisationId, roles: [...row.roles] };
  }
}
