import { Extensions } from '@nestjs/graphql';

export const SECRET_ANSWER = 'secretAnswer';

/** On a mutation whose answer holds a secret that is shown once (a key, a recovery code): the work is done once, the answer is not kept. */
export const SecretAnswer = (): MethodDecorator => Extensions({ [SECRET_ANSWER]: true });
