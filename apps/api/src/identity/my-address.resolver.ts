import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ChangeMyAddress, ConfirmAddressChange, StopAddressChange, WithdrawAddressChange } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { Allow, type Call, CurrentActor, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { WithdrawAddressChangeResult } from './me.types.js';
import { SessionDoor } from './session-door.js';
import { ChangeMyAddressInput, SignInLinkInput } from './sign-in.input.js';
import { ChangeMyAddressResult, ConfirmAddressChangeResult, StopAddressChangeResult } from './sign-in.types.js';

/** Another address for the account of the person signed in. */
@Resolver()
export class MyAddressResolver {
  constructor(
    private readonly change: ChangeMyAddress,
    private readonly withdraw: WithdrawAddressChange,
    private readonly door: SessionDoor,
  ) {}

  @Mutation(() => ChangeMyAddressResult, { description: 'Asks for another address of the own account: nothing changes until its mailbox confirms. The answer does not tell whether somebody has it.' })
  @Allow('signed-in')
  @SecretAnswer()
  changeMyAddress(@CurrentCall() call: Call, @Args('input') input: ChangeMyAddressInput) {
    return this.change.execute(call.actor, { ...input, ...this.door.browser(call) });
  }

  @Mutation(() => WithdrawAddressChangeResult, { description: 'Takes the wish for another address back.' })
  @Allow('signed-in')
  async withdrawAddressChange(@CurrentActor() actor: Actor) {
    const me = await this.withdraw.execute(actor);
    return isProblem(me) ? me : { ...me, platformAdmin: actor.platformAdmin };
  }
}

/** The links in the mails about it. Only the press of a button sends these mutations: mail scanners that open links use nothing up. */
@Resolver()
export class AddressLinksResolver {
  constructor(
    private readonly confirm: ConfirmAddressChange,
    private readonly stop: StopAddressChange,
    private readonly door: SessionDoor,
  ) {}

  @Mutation(() => ConfirmAddressChangeResult, { description: 'The new mailbox confirms: the account has its address, and all devices but the one that asked are signed out.' })
  @Allow('anonymous')
  @SecretAnswer()
  confirmAddressChange(@CurrentCall() call: Call, @Args('input') input: SignInLinkInput) {
    return this.confirm.execute({ ...input, ...this.door.browser(call) });
  }

  @Mutation(() => StopAddressChangeResult, { description: 'The old mailbox objects: the old address stays or returns, everybody is signed out, and a new password has to be chosen.' })
  @Allow('anonymous')
  @SecretAnswer()
  stopAddressChange(@CurrentCall() call: Call, @Args('input') input: SignInLinkInput) {
    return this.stop.execute({ ...input, ...this.door.browser(call) });
  }
}
