import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActivateSecondFactor, CodeRefused, ConfirmSecondFactor, EnrolSecondFactor, RemoveSecondFactor } from '@app/identity';
import { isProblem } from '@app/platform';
import { Allow, type Call, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { ActivateSecondFactorResult, EnrolSecondFactorResult, RemoveSecondFactorResult } from './second-factor.types.js';
import { SessionDoor } from './session-door.js';
import { EnrolSecondFactorInput, SecondFactorCodeInput } from './sign-in.input.js';
import { ConfirmSecondFactorResult } from './sign-in.types.js';

@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly enrol: EnrolSecondFactor,
    private readonly activate: ActivateSecondFactor,
    private readonly remove: RemoveSecondFactor,
    private readonly door: SessionDoor,
  ) {}

  @Mutation(() => EnrolSecondFactorResult, { description: 'Begins to set up a second factor.' })
  @Allow('signed-in')
  @SecretAnswer()
  enrolSecondFactor(@CurrentCall() call: Call, @Args('input') input: EnrolSecondFactorInput) {
    return this.enrol.execute(call.actor, { ...input, ...this.door.browser(call) });
  }

  @Mutation(() => ActivateSecondFactorResult, { description: 'Activates the second factor with a first code of the app.' })
  @Allow('signed-in')
  @SecretAnswer()
  async activateSecondFactor(@CurrentCall() call: Call, @Args('input') input: SecondFactorCodeInput) {
    const answer = await this.activate.execute(call.actor, { ...input, ...this.door.browser(call) });
    if (isProblem(answer)) return answer;
    this.door.renew(call, answer.session);
    return { recoveryCodes: answer.recoveryCodes };
  }

  @Mutation(() => RemoveSecondFactorResult, { description: 'Removes the second factor with one of its codes.' })
  @Allow('signed-in')
  @SecretAnswer()
  async removeSecondFactor(@CurrentCall() call: Call, @Args('input') input: SecondFactorCodeInput) {
    return this.door.renew(call, await this.remove.execute(call.actor, { ...input, ...this.door.browser(call) }));
  }
}

/** The one operation that a half-finished sign-in opens. */
@Resolver()
export class ConfirmSecondFactorResolver {
  constructor(
    private readonly confirm: ConfirmSecondFactor,
    private readonly door: SessionDoor,
  ) {}

  @Mutation(() => ConfirmSecondFactorResult, { description: 'The second half of a sign-in whose second factor is pending.' })
  @Allow('anonymous')
  @SecretAnswer()
  async confirmSecondFactor(@CurrentCall() call: Call, @Args('input') input: SecondFactorCodeInput) {
    const browser = this.door.browser(call);
    if (!browser.heldToken) return new CodeRefused();
    return this.door.letIn(call, await this.confirm.execute({ ...input, ...browser, pendingToken: browser.heldToken }));
  }
}
